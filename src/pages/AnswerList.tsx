import { memo, type ReactNode, useMemo } from 'react'
import { Link } from 'react-router-dom'
import { isAnswered, isTyped } from '../domain/case/answer.ts'
import type { Interview, PartId } from '../domain/interview/question.ts'
import type { Asked } from '../domain/interview/walk.ts'
import type { Report, ReportGroup } from '../domain/report/report.ts'
import { listWord, questionWords, stepTitle } from '../i18n/questionWords.ts'
import type { Words } from '../i18n/useWords.ts'
import { useGrowing } from '../ui/growing.ts'
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
  /** The answer that is landed on: it is there from the beginning. */
  landOn?: string | null
}

/** Groups that are drawn together: few enough to be drawn between two frames. */
const AT_A_TIME = 10

interface Slice {
  key: string
  /** Named where a part begins. */
  part: PartId | null
  groups: readonly ReportGroup[]
}

/** Every answer of a case, part by part, read or with links to change it. What is far below is drawn when there is time. */
export function AnswerList({ answeredOnly = false, shows, landOn, ...props }: AnswerListProps) {
  const { report } = props
  const slices = useMemo(
    () => slicesOf(report, isListedIn(report, answeredOnly), shows),
    [report, answeredOnly, shows],
  )
  const landing = slices.findIndex(({ groups }) =>
    groups.some(({ entries }) => entries.some(({ address }) => address === landOn)),
  )
  const count = useGrowing(slices.length, Math.max(1, landing + 1))
  if (shows !== undefined && slices.length === 0)
    return <p>{props.words.translate('review:tools.noneOfIt')}</p>
  return slices
    .slice(0, count)
    .map((slice) => <SliceOfAnswers key={slice.key} slice={slice} answeredOnly={answeredOnly} {...props} />)
}

const isListedIn =
  (report: Report, answeredOnly: boolean) =>
  ({ question, value }: Asked) =>
    !answeredOnly || isAnswered(value) || isTyped(value) || report.leftOut.includes(question.path)

function slicesOf(
  report: Report,
  isListed: (asked: Asked) => boolean,
  shows: AnswerListProps['shows'],
): readonly Slice[] {
  return report.parts.flatMap(({ part, groups: all }): readonly Slice[] => {
    const groups = all
      .filter(({ row, entries }) => row !== undefined || entries.some(isListed))
      .filter((group) => shows?.(group) !== false)
    // With a filter, a part in which nothing is left says nothing.
    if (groups.length === 0) return shows === undefined ? [{ key: part, part, groups }] : []
    const slices: Slice[] = []
    for (let at = 0; at < groups.length; at += AT_A_TIME)
      slices.push({
        key: `${part} ${at}`,
        part: at === 0 ? part : null,
        groups: groups.slice(at, at + AT_A_TIME),
      })
    return slices
  })
}

type SliceProps = Omit<AnswerListProps, 'shows' | 'landOn'> & { slice: Slice }

const SliceOfAnswers = memo(function SliceOfAnswers(props: SliceProps) {
  const { slice, words, interview, report, language, caseId, aside, answeredOnly = false } = props
  const isListed = isListedIn(report, answeredOnly)
  return (
    <div className="answer-groups">
      {slice.part !== null && <h3>{words.translate(`${slice.part}:name`)}</h3>}
      {slice.groups.map((group) => (
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
    </div>
  )
})

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
