import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router-dom'
import { visibleAnswers } from '../../domain/interview/visibleAnswers.ts'
import { isWaiting, questionsAsked } from '../../domain/reply/questionsAsked.ts'
import { type AskedBack, receivedReplies } from '../../domain/reply/received.ts'
import { isVerdict, type Reply } from '../../domain/reply/reply.ts'
import { questionAbout, questionLead, reasonWords, verdictTold } from '../../i18n/replyWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useOpenCase } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { OwnText } from '../../ui/OwnText.tsx'
import { AnswerInWords } from '../../wizard/AnswerInWords.tsx'
import { caseAddress } from '../../wizard/addresses.ts'
import { answerAddress } from '../answerAddress.ts'
import { PageHead } from '../PageHead.tsx'
import { OpenReply } from './OpenReply.tsx'
import type { JustOpened } from './placeReply.ts'

/** What account managers have replied to this case: the verdict first, then each question with the way to its field. */
export function ReplyPage() {
  const { t } = useTranslation(['reply', 'common', 'messages', 'start', 'review'])
  const { interview } = useServices()
  const { id, answers, replies } = useOpenCase((state) => state.case)
  const location = useLocation()
  const navigate = useNavigate()
  // Said once: coming back to this page is no opening of a reply.
  const [just] = useState((location.state as JustOpened | null)?.just)
  useEffect(() => {
    if (location.state !== null) navigate(location.pathname, { replace: true, state: null })
  }, [location, navigate])
  const questions = useMemo(
    () => questionsAsked(interview, visibleAnswers(interview, answers), replies),
    [interview, answers, replies],
  )
  const received = receivedReplies(replies).toReversed()
  const [isOpen, setOpen] = useState(received.length === 0)
  const waiting = questions.filter(isWaiting).length
  return (
    <>
      <PageHead back={caseAddress(id)}>{t('own.heading')}</PageHead>
      {just !== undefined && (
        <p role="status">
          {just.is === 'again' ? t('own.again') : t('own.placed', { count: just.questions })}
        </p>
      )}
      {just?.newer === true && <p className="note">{t('own.newer')}</p>}
      {received.length === 0 && <p>{t('own.none')}</p>}
      {received.length > 0 && questions.length > 0 && (
        <p className="lead">{waiting > 0 ? t('own.openCount', { count: waiting }) : t('own.allAnswered')}</p>
      )}
      {received.map(({ reply }) => (
        <OneReply
          key={reply.replyId}
          reply={reply}
          questions={questions.filter((each) => each.reply.replyId === reply.replyId)}
        />
      ))}
      {received.length > 0 && (
        <div className="actions">
          <Link className={waiting > 0 ? 'button secondary' : 'button'} to={caseAddress(id, 'hand-over')}>
            {t('own.handOver')}
          </Link>
        </div>
      )}
      {isOpen ? (
        <OpenReply />
      ) : (
        <p>
          <button type="button" className="link-button" onClick={() => setOpen(true)}>
            {t('own.open')}
          </button>
        </p>
      )}
    </>
  )
}

function OneReply({ reply, questions }: { reply: Reply; questions: readonly AskedBack[] }) {
  const { t } = useTranslation('reply')
  const words = useWords()
  const { formats } = words
  const id = useOpenCase((state) => state.case.id)
  const { from, verdict, reason, note, nextWordBy, revision, writtenOn, replyId, language } = reply
  const lang = language || undefined
  return (
    <section aria-labelledby={`reply-${replyId}`}>
      <h2 id={`reply-${replyId}`}>{from === null ? t('own.fromUnnamed') : t('own.from', { name: from })}</h2>
      <p className="meta">{t('own.about', { revision, date: formats.date(writtenOn) })}</p>
      {verdict !== null && (
        <blockquote className="inset">
          <p>
            <strong>{verdictTold(words, verdict)}</strong> {reasonWords(words, verdict, reason)}
          </p>
          {note !== null && (
            <p>
              <OwnText text={note} lang={lang} />
            </p>
          )}
        </blockquote>
      )}
      {verdict === null && note !== null && (
        <p className="inset">
          <OwnText text={note} lang={lang} />
        </p>
      )}
      {nextWordBy !== null && (
        <p>
          {from === null
            ? t('own.nextWordUnnamed', { date: formats.date(nextWordBy) })
            : t('own.nextWord', { name: from, date: formats.date(nextWordBy) })}
        </p>
      )}
      {isVerdict(verdict) && (
        <p>
          {t(`own.next.${verdict}`)}{' '}
          {verdict === 'toPartner' && <Link to={caseAddress(id, 'messages')}>{t('own.messages')}</Link>}
          {verdict === 'urgent' && <Link to="/urgent">{t('own.urgentPage')}</Link>}
        </p>
      )}
      {questions.length > 0 && (
        <>
          <h3>{t('own.questions')}</h3>
          <ol className="asked-back">
            {questions.map((each) => (
              <OneQuestion key={each.id} asked={each} />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function OneQuestion({ asked }: { asked: AskedBack }) {
  const { t } = useTranslation('reply')
  const words = useWords()
  const { interview } = useServices()
  const id = useOpenCase((state) => state.case.id)
  const { at, code, isGone, isAnswered, text, reply } = asked
  const about = questionAbout(words, { at, code })
  return (
    <li>
      <p>
        <strong>{questionLead(words, asked)}</strong>{' '}
        <OwnText text={text} lang={reply.language || undefined} />{' '}
        <span className="meta">{t(isAnswered ? 'own.answered' : 'own.notAnswered')}</span>
      </p>
      {isGone && <p className="note">{code === null ? t('own.gone') : t('own.goneCode', { code })}</p>}
      {at !== null && (
        <p>
          <Link to={answerAddress(interview, id, at)}>
            {t('own.go')}
            <span className="unseen">: {about}</span>
          </Link>
        </p>
      )}
      {at === null && <AnswerInWords asked={asked} isWhole />}
    </li>
  )
}
