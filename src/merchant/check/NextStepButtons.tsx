import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Matter } from '../../domain/areas/partner/matters.ts'
import { isAbout } from '../../domain/areas/partner/schema.ts'
import { type Assessment, reasonWithoutDay } from '../../domain/assessment/assess.ts'
import { daysBetween } from '../../domain/dates/plainDate.ts'
import type { MessageKind } from '../../domain/messages/message.ts'
import { messagesFor } from '../../domain/messages/messages.ts'
import type { Report } from '../../domain/report/report.ts'
import { useOpened } from '../../store/openCaseContext.tsx'
import { useInterview } from '../../store/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { useShowChange } from '../../ui/useShowChange.ts'
import { caseAddress } from '../../wizard/addresses.ts'
import { answerAddress } from '../../wizard/answerAddress.ts'
import { CalendarButton } from './CalendarButton.tsx'

/** More than half of the partner's time has gone: a reminder is no impatience (C). */
function isPastHalf({ standing, asOf, until }: Assessment): boolean {
  const days = standing.matters
    .filter(({ thread }) => thread.state === 'AWAIT')
    .flatMap(({ thread }) => [...thread.requests, ...thread.answered].map(({ day }) => day))
    .sort()
  const first = days[0]
  return first !== undefined && until !== null && daysBetween(first, asOf) > daysBetween(asOf, until)
}

/** What can be done about the next step, in the box that names it: one filled button, and seldom one more. */
export function NextStepButtons({ report }: { report: Report }) {
  const { t } = useTranslation()
  const interview = useInterview()
  const { store } = useOpened()
  const { assessment, answers } = report
  const { next, open, asOf } = assessment
  const { id } = store.getState().case
  const drafts = messagesFor(next, answers, asOf)
  const draft = (kind: MessageKind, isMain: boolean) => (
    <Link key={kind} className={isMain ? 'button' : 'button secondary'} to={caseAddress(id, `message/${kind}`)}>
      {t(`assessment:draft.${kind}`)}
    </Link>
  )
  const handOver = (
    <Link className="button" to={caseAddress(id, 'hand-over')}>
      {t('assessment:handOver')}
    </Link>
  )
  const calendar = <CalendarButton report={report} />
  const inside = () => {
    switch (next) {
      case 'GO_TO_SUPPORT':
        return (
          <>
            <Link className="button" to={caseAddress(id, 'urgent')}>
              {t('assessment:do.support')}
            </Link>
            <Link to={answerAddress(interview, id, 'about.urgentCase', 'check')}>{t('assessment:do.caseNumber')}</Link>
          </>
        )
      case 'CLOSE':
        return (
          <>
            <Link className="button" to="/">
              {t('assessment:do.close')}
            </Link>
            <Link to={caseAddress(id, 'delete')}>{t('start:tasks.delete')}</Link>
          </>
        )
      case 'HAND_OVER':
      case 'RAISE_WITH_MANAGEMENT':
      case 'SECURE_YOUR_OWN':
        return (
          <>
            {handOver}
            {drafts.map((kind) => draft(kind, false))}
          </>
        )
      case 'CHECK_DELIVERY':
        return (
          <>
            <Accept assessment={assessment} />
            {draft('notAccepted', false)}
          </>
        )
      case 'CONFIRM_SOLVED':
        return <Solved asOf={asOf} />
      case 'AWAIT_PARTNER':
        return (
          <>
            {calendar}
            {isPastHalf(assessment) && drafts.map((kind) => draft(kind, false))}
          </>
        )
      case 'FOLLOW_PLAN':
        return (
          <>
            {calendar}
            {drafts.slice(0, 1).map((kind) => draft(kind, false))}
          </>
        )
      case 'NOT_DUE':
        return calendar
      default: {
        const [kind] = drafts
        const action = open.find((each) => each.action === next)
        const withoutDay = action && reasonWithoutDay(action)
        // What may be answered with a press comes before what has to be written.
        const asked = withoutDay ?? action?.reasons.find(({ variant }) => variant === 'written')
        const about = (asked ?? action?.reasons[0])?.about
        if (kind !== undefined && asked === undefined) return draft(kind, true)
        return (
          <>
            {about !== undefined && (
              <Link className="button" to={answerAddress(interview, id, about, 'check')}>
                {t('assessment:go')}
              </Link>
            )}
            {kind !== undefined && withoutDay === undefined && draft(kind, false)}
          </>
        )
      }
    }
  }
  return <div className="actions">{inside()}</div>
}

/** What is done is accepted, one matter at a time; with the last one the case is solved. */
function Accept({ assessment: { standing, asOf } }: { assessment: Assessment }) {
  const { t } = useTranslation()
  const { store } = useOpened()
  const showChange = useShowChange()
  const done = standing.matters.filter(({ thread }) => thread.state === 'TO_CHECK')
  const accept = ({ deliverable, thread: { word } }: Matter) => {
    const { answer } = store.getState()
    const all = () => store.getState().case.answers.scope.deliverables
    const accepted =
      deliverable === null ? all().filter((row) => word !== null && isAbout(word, row.id)) : [deliverable]
    for (const { id } of accepted) answer(`scope.deliverables.${id}.status`, 'delivered')
    // After it came back, statuses may be those of the day on which it was solved.
    const isLast =
      standing.cameBack === null ? all().every(({ status }) => status === 'delivered') : standing.matters.length === 1
    if (isLast) answer('partner.solvedOn', asOf)
  }
  return done.map((matter) => (
    <Button
      key={matter.deliverable?.id ?? ''}
      isMain={matter === done[0]}
      onClick={() => showChange(() => accept(matter), 'outcome', t('assessment:do.accepted'))}
    >
      {t('assessment:do.accept')}
      {done.length > 1 && ` (S${matter.deliverable?.code})`}
    </Button>
  ))
}

function Solved({ asOf }: { asOf: string }) {
  const { t } = useTranslation()
  const { store } = useOpened()
  const showChange = useShowChange()
  const solve = () => store.getState().answer('partner.solvedOn', asOf)
  return (
    <Button isMain onClick={() => showChange(solve, 'outcome', t('assessment:next.CLOSE.heading'))}>
      {t('assessment:do.solved')}
    </Button>
  )
}
