import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { assess } from '../../domain/assessment/assess.ts'
import { rowsOf } from '../../domain/case/address.ts'
import { usedFiles } from '../../domain/evidence/evidence.ts'
import { hasShownRows } from '../../domain/interview/askedQuestions.ts'
import { isList, type Part } from '../../domain/interview/question.ts'
import { statusOf } from '../../domain/interview/status.ts'
import { visibleAnswers } from '../../domain/interview/visibleAnswers.ts'
import { isWaiting, questionsAsked } from '../../domain/reply/received.ts'
import { PageHead } from '../../frame/PageHead.tsx'
import { nextHeading, resultOf } from '../../i18n/assessmentWords.ts'
import { listWord } from '../../i18n/questionWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useOpenCase } from '../../store/openCaseContext.tsx'
import { useInterview } from '../../store/session.tsx'
import { useToday } from '../../store/useToday.ts'
import { caseAddress } from '../../wizard/addresses.ts'
import { partAddress } from '../../wizard/answerAddress.ts'
import { LineSoFar } from '../../wizard/promiseLine/LineSoFar.tsx'
import { CopyButton } from '../openCase/CopyButton.tsx'
import { FormerText } from './FormerText.tsx'

export function TaskListPage() {
  const { t } = useTranslation()
  const words = useWords()
  const interview = useInterview()
  const current = useOpenCase((state) => state.case)
  const lastCopyAt = useOpenCase((state) => state.lastCopyAt)
  const removed = useOpenCase((state) => state.removed)
  const hasUnused = usedFiles(current.answers, current.evidence).length < current.evidence.length
  const answers = useMemo(() => visibleAnswers(interview, current.answers), [interview, current.answers])
  const today = useToday()
  const turn = useMemo(
    () => nextHeading(words, resultOf(assess(answers, today, current.language))),
    [words, answers, today, current.language],
  )
  const { replies } = current
  const waiting = useMemo(
    () => questionsAsked(interview, answers, replies).filter(isWaiting),
    [interview, answers, replies],
  )
  const isAskedBack = (at: string) => waiting.some((each) => each.at === at)
  const parts = interview.parts.map((part) => ({ part, status: statusOf(part, answers, isAskedBack) }))
  const enough = parts.filter(({ status }) => status.is === 'completed' || status.is === 'enough').length

  const hintOf = ({ steps }: Part) =>
    steps
      .filter(isList)
      .filter((list) => hasShownRows(list, answers))
      .map((list) => ({ list, count: rowsOf(answers, list.path).length }))
      .filter(({ count }) => count > 0)
      .map(({ list, count }) => listWord(words, list, 'count', { count }))
      .join(' · ')
  const also = [
    ['problem/urgent', 'urgent'],
    ['messages', 'messages'],
    ['reply', 'reply'],
    ['checklist', 'checklist'],
    ['versions', 'versions'],
    ...(removed.length > 0 || hasUnused ? [['removed', 'removed'] as const] : []),
    ['delete', 'delete'],
  ] as const
  return (
    <>
      <PageHead>{t('start:tasks.heading')}</PageHead>
      <p className="lead">
        {turn} <Link to={caseAddress(current.id, 'check')}>{t('assessment:railMore')}</Link>
      </p>
      <p>{t('start:tasks.enough', { count: enough, of: parts.length })}</p>
      {waiting.length > 0 && (
        <div className="inset">
          <p>
            <Link to={caseAddress(current.id, 'reply')}>{t('start:tasks.replyWaits', { count: waiting.length })}</Link>
          </p>
        </div>
      )}
      <FormerText />
      <div className="columns">
        <div>
          <ul className="tasks">
            {parts.map(({ part, status }) => (
              <li key={part.id}>
                <Link
                  to={
                    status.is === 'backWithQuestion' ? caseAddress(current.id, 'reply') : partAddress(current.id, part)
                  }
                >
                  <span className="name">
                    <span>{words.translate(`${part.id}:task`)}</span>
                    <span className="meta">{hintOf(part)}</span>
                  </span>
                  <span className={`state ${status.is}`}>
                    {t(`start:tasks.status.${status.is}`, { count: status.missing })}
                  </span>
                </Link>
              </li>
            ))}
            <li>
              <Link to={caseAddress(current.id, 'check')}>
                <span className="name">
                  <span>{t('start:tasks.check')}</span>
                </span>
                <span className="state notStarted">{t('start:tasks.checkHint')}</span>
              </Link>
            </li>
          </ul>
          <LineSoFar answers={current.answers} />
        </div>
        <aside aria-labelledby="beside">
          <h2 className="aside-heading" id="beside">
            {t('start:tasks.break')}
          </h2>
          <p className="hint">
            {lastCopyAt === null
              ? t('start:tasks.noCopy')
              : t('start:tasks.lastCopy', { time: words.formats.moment(lastCopyAt) })}{' '}
            {t('start:tasks.copyHint')}
          </p>
          <CopyButton />
          <h2 className="aside-heading">{t('start:tasks.also')}</h2>
          <ul className="plain">
            {also.map(([page, name]) => (
              <li key={page}>
                <Link to={caseAddress(current.id, page)}>{t(`start:tasks.${name}`)}</Link>
              </li>
            ))}
          </ul>
        </aside>
      </div>
    </>
  )
}
