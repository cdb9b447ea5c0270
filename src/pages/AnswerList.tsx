import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { isAnswered, isTyped } from '../domain/case/answer.ts'
import type { Interview } from '../domain/interview/question.ts'
import type { Asked } from '../domain/interview/walk.ts'
import type { Report, ReportGroup } from '../domain/report/report.ts'
import { listWord, questionWords, stepTitle } from '../i18n/questionWords.ts'
import type { Words } from '../i18n/useWords.ts'
import { OwnText } from '../ui/OwnText.tsx'
import { AnswerText } from './AnswerText.tsx'
import { answerAddress } from './answerAddress.ts'

/** Something beside an answer, with the code of its row. */
export type AnswerAside = (asked: Asked, code: string | null) => ReactNode

interface AnswerListProps {
  words: Words
  interview: Interview
  report: Report
  language: string
  /** The case whose answers can be changed from here; null where they are only read. */
  caseId: string | null
  /** True where what was not answered is listed elsewhere. */
  answeredOnly?: boolean
  /** What stands beside an answer, for whoever reads it. */
  aside?: AnswerAside | undefined
  /** Which groups are shown; all where it is not given. */
  shows?: ((group: ReportGroup) => boolean) | undefined
}

/** Every answer of a case, part by part, read or with links to change it. */
export function AnswerList({
  words,
  interview,
  report,
  language,
  caseId,
  answeredOnly = false,
  aside,
  shows,
}: AnswerListProps) {
  const isListed = ({ question, value }: Asked) =>
    !answeredOnly || isAnswered(value) || isTyped(value) || report.leftOut.includes(question.path)
  const isGroupShown = (group: ReportGroup) =>
    (group.row !== undefined || group.entries.some(isListed)) && shows?.(group) !== false
  // With a filter, a part in which nothing is left says nothing.
  const parts = report.parts.filter(({ groups }) => shows === undefined || groups.some(isGroupShown))
  return parts.map(({ part, groups }) => (
    <section key={part}>
      <h3>{words.translate(`${part}:name`)}</h3>
      {groups.filter(isGroupShown).map((group) => (
        <div
          className="answer-group"
          key={group.row === undefined ? group.page : `${group.page}/${group.row.code}`}
        >
          <GroupHeading words={words} group={group} language={language} />
          <dl className="summary">
            {group.entries.filter(isListed).map((asked) => {
              const { label } = questionWords(words, asked.question)
              return (
                <div
                  key={asked.address}
                  id={caseId === null ? `read-${asked.address}` : asked.address}
                  tabIndex={-1}
                >
                  <dt>{label}</dt>
                  <dd>
                    <AnswerText words={words} asked={asked} report={report} language={language} />
                  </dd>
                  {aside !== undefined && (
                    <dd className="screen-only">{aside(asked, group.row?.code ?? null)}</dd>
                  )}
                  {caseId !== null && (
                    <dd className="screen-only">
                      <Link to={answerAddress(interview, caseId, asked.address, 'check')}>
                        {words.translate('common:change')}
                        <span className="unseen"> {aboutOf(label, group)}</span>
                      </Link>
                    </dd>
                  )}
                </div>
              )
            })}
          </dl>
        </div>
      ))}
    </section>
  ))
}

const aboutOf = (label: string, { row }: ReportGroup) =>
  row === undefined ? label : `${label}, ${[row.code, row.title].filter(Boolean).join(' ')}`

function GroupHeading({ words, group, language }: { words: Words; group: ReportGroup; language: string }) {
  const { row, page } = group
  if (row === undefined) return <h4>{stepTitle(words, page)}</h4>
  return (
    <h4>
      <span className="code">{row.code}</span>{' '}
      {row.title === null ? (
        listWord(words, row.list, 'untitled')
      ) : (
        <OwnText text={row.title} lang={language || undefined} />
      )}
    </h4>
  )
}
