import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router-dom'
import { visibleAnswers } from '../../domain/interview/visibleAnswers.ts'
import type { CaseReply } from '../../domain/reply/readReply.ts'
import { type AskedBack, isWaiting, questionsAsked, receivedReplies } from '../../domain/reply/received.ts'
import { isVerdict, type Reply } from '../../domain/reply/reply.ts'
import { PageHead } from '../../frame/PageHead.tsx'
import { questionAbout, questionLead, reasonWords, verdictTold } from '../../i18n/replyWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { OwnText } from '../../ui/UserText.tsx'
import { useShowChange } from '../../ui/useShowChange.ts'
import { AnswerInWords } from '../../wizard/AskedAtField.tsx'
import { caseAddress } from '../../wizard/addresses.ts'
import { answerAddress } from '../openCase/answerAddress.ts'
import { OpenReply } from './OpenReply.tsx'
import type { JustOpened } from './placeReply.ts'

export function ReplyPage() {
  const { t } = useTranslation()
  const { interview } = useServices()
  const { id, answers, replies } = useOpenCase((state) => state.case)
  const location = useLocation()
  const navigate = useNavigate()
  // Shown once, and not again when the user comes back to this page.
  const [just] = useState((location.state as JustOpened | null)?.just)
  useEffect(() => {
    if (location.state !== null) navigate(location.pathname, { replace: true, state: null })
  }, [location, navigate])
  const questions = useMemo(
    () => questionsAsked(interview, visibleAnswers(interview, answers), replies),
    [interview, answers, replies],
  )
  const received = receivedReplies(replies).toReversed()
  const unread = replies.filter(({ read }) => read === null)
  const showChange = useShowChange()
  const { store, keeper } = useOpened()
  // The last removal can be undone until another reply is opened or the page is left.
  const [gone, setGone] = useState<{ entry: CaseReply; at: number } | null>(null)
  const remove = (entry: CaseReply | undefined) => {
    if (entry === undefined) return
    const at = replies.indexOf(entry)
    if (!store.getState().changeReplies((all) => all.filter((other) => other !== entry))) return
    showChange(() => setGone({ entry, at }), 'undo-reply', t('reply:own.removed'))
    void keeper.flush()
  }
  const undo = () => {
    if (gone === null) return
    if (!store.getState().changeReplies((all) => all.toSpliced(gone.at, 0, gone.entry))) return
    showChange(() => setGone(null), 'main', t('reply:own.putBack'))
    void keeper.flush()
  }
  const [isOpen, setOpen] = useState(received.length === 0)
  const waiting = questions.filter(isWaiting).length
  return (
    <>
      <PageHead back={caseAddress(id)}>{t('reply:own.heading')}</PageHead>
      {just !== undefined && (
        <p role="status">
          {just.is === 'again' ? t('reply:own.again') : t('reply:own.placed', { count: just.questions })}
        </p>
      )}
      {just?.newer === true && <p className="note">{t('reply:own.newer')}</p>}
      {gone !== null && (
        <p>
          {t('reply:own.removed')}{' '}
          <LinkButton id="undo-reply" onClick={undo}>
            {t('common:undo')}
          </LinkButton>
        </p>
      )}
      {received.length === 0 && unread.length === 0 && <p>{t('reply:own.none')}</p>}
      {received.length > 0 && questions.length > 0 && (
        <p className="lead">
          {waiting > 0 ? t('reply:own.openCount', { count: waiting }) : t('reply:own.allAnswered')}
        </p>
      )}
      {received.map((each) => (
        <OneReply
          key={each.reply.replyId}
          reply={each.reply}
          questions={questions.filter(({ reply }) => reply.replyId === each.reply.replyId)}
          onRemove={() => remove(replies.find(({ read }) => read === each))}
        />
      ))}
      {unread.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing is known of them
        <p key={at}>
          {t('reply:own.unread')} <LinkButton onClick={() => remove(entry)}>{t('reply:own.remove')}</LinkButton>
        </p>
      ))}
      {received.length > 0 && (
        <div className="actions">
          <Link className={waiting > 0 ? 'button secondary' : 'button'} to={caseAddress(id, 'hand-over')}>
            {t('reply:own.handOver')}
          </Link>
        </div>
      )}
      {isOpen ? (
        <OpenReply onPlaced={() => setGone(null)} />
      ) : (
        <p>
          <LinkButton onClick={() => setOpen(true)}>{t('reply:own.open')}</LinkButton>
        </p>
      )}
    </>
  )
}

interface OneReplyProps {
  reply: Reply
  questions: readonly AskedBack[]
  onRemove: () => void
}

/** The verdict first, then each question with a link to its field. */
function OneReply({ reply, questions, onRemove }: OneReplyProps) {
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
              <OneQuestion key={each.id} asked={each} />
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

function OneQuestion({ asked }: { asked: AskedBack }) {
  const { t } = useTranslation()
  const words = useWords()
  const { interview } = useServices()
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
          <Link to={answerAddress(interview, id, at)}>
            {t('reply:own.go')}
            <span className="unseen">: {about}</span>
          </Link>
        </p>
      )}
      {at === null && <AnswerInWords asked={asked} isWhole />}
    </li>
  )
}
