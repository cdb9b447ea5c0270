import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router-dom'
import { visibleAnswers } from '../../domain/interview/visibleAnswers.ts'
import type { CaseReply } from '../../domain/reply/readReply.ts'
import { isWaiting, questionsAsked, receivedReplies } from '../../domain/reply/received.ts'
import { PageHead } from '../../frame/PageHead.tsx'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { useInterview } from '../../store/session.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { useShowChange } from '../../ui/useShowChange.ts'
import { caseAddress } from '../../wizard/addresses.ts'
import { OneReply } from './OneReply.tsx'
import { OpenReply } from './OpenReply.tsx'
import type { JustOpened } from './placeReply.ts'

export function ReplyPage() {
  const { t } = useTranslation()
  const interview = useInterview()
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
