import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { type AskedBack, isWaiting } from '../../domain/reply/received.ts'
import { isVerdict, type Reply } from '../../domain/reply/reply.ts'
import { questionAbout, questionLead, reasonWords, verdictTold } from '../../i18n/replyWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useOpenCase } from '../../store/openCaseContext.tsx'
import { useInterview } from '../../store/session.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { OwnText } from '../../ui/UserText.tsx'
import { AnswerInWords } from '../../wizard/AskedAtField.tsx'
import { caseAddress } from '../../wizard/addresses.ts'
import { answerAddress } from '../../wizard/answerAddress.ts'
import type { AskedInTurn } from '../../wizard/useCameFrom.ts'

/** What waits for an answer, and the question that is gone to. */
const addressesInTurn = (questions: readonly AskedBack[], first: AskedBack) => [
  ...new Set(questions.filter((each) => each === first || isWaiting(each)).flatMap(({ at }) => at ?? [])),
]

interface OneReplyProps {
  reply: Reply
  questions: readonly AskedBack[]
  onRemove: () => void
}

/** The verdict first, then each question with a link to its field. */
export function OneReply({ reply, questions, onRemove }: OneReplyProps) {
  const { t } = useTranslation()
  const words = useWords()
  const { formats } = words
  const id = useOpenCase((state) => state.case.id)
  const { from, verdict, reason, note, nextWordBy, revision, writtenOn, replyId, language } = reply
  const ownNote = note === null ? null : <OwnText text={note} lang={language || undefined} />
  return (
    <section aria-labelledby={`reply-${replyId}`}>
      <h2 id={`reply-${replyId}`}>
        {from === null ? t('reply:own.fromUnnamed') : t('reply:own.from', { name: from })}
      </h2>
      <p className="meta">{t('reply:own.about', { revision, date: formats.date(writtenOn) })}</p>
      {verdict !== null && (
        <blockquote className="inset">
          <p>
            <strong>{verdictTold(words, verdict)}</strong> {reasonWords(words, verdict, reason)}
          </p>
          {ownNote !== null && <p>{ownNote}</p>}
        </blockquote>
      )}
      {verdict === null && ownNote !== null && <p className="inset">{ownNote}</p>}
      {nextWordBy !== null && (
        <p>
          {from === null
            ? t('reply:own.nextWordUnnamed', { date: formats.date(nextWordBy) })
            : t('reply:own.nextWord', { name: from, date: formats.date(nextWordBy) })}
        </p>
      )}
      {isVerdict(verdict) && (
        <p>
          {t(`reply:own.next.${verdict}`)}{' '}
          {verdict === 'toPartner' && <Link to={caseAddress(id, 'messages')}>{t('reply:own.messages')}</Link>}
          {verdict === 'urgent' && <Link to="/urgent">{t('reply:own.urgentPage')}</Link>}
        </p>
      )}
      {questions.length > 0 && (
        <>
          <h3>{t('reply:own.questions')}</h3>
          <ol className="asked-back">
            {questions.map((each) => (
              <OneQuestion key={each.id} asked={each} inTurn={addressesInTurn(questions, each)} />
            ))}
          </ol>
        </>
      )}
      <p>
        <LinkButton about={from ?? formats.date(writtenOn)} onClick={onRemove}>
          {t('reply:own.remove')}
        </LinkButton>
      </p>
    </section>
  )
}

function OneQuestion({ asked, inTurn }: { asked: AskedBack } & AskedInTurn) {
  const { t } = useTranslation()
  const words = useWords()
  const interview = useInterview()
  const id = useOpenCase((state) => state.case.id)
  const { at, code, isGone, isAnswered, text, reply } = asked
  const about = questionAbout(words, { at, code })
  return (
    <li>
      <p>
        <strong>{questionLead(words, asked)}</strong> <OwnText text={text} lang={reply.language || undefined} />{' '}
        <span className="meta">{t(isAnswered ? 'reply:own.answered' : 'reply:own.notAnswered')}</span>
      </p>
      {isGone && <p className="note">{code === null ? t('reply:own.gone') : t('reply:own.goneCode', { code })}</p>}
      {at !== null && (
        <p>
          <Link to={answerAddress(interview, id, at, 'reply')} state={{ inTurn } satisfies AskedInTurn}>
            {t('reply:own.go')}
            <span className="unseen">: {about}</span>
          </Link>
        </p>
      )}
      {at === null && <AnswerInWords asked={asked} isWhole />}
    </li>
  )
}
