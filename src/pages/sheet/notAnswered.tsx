import { useTranslation } from 'react-i18next'
import { isAnswered } from '../../domain/case/answer.ts'
import { questionWords } from '../../i18n/questionWords.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useGrowing } from '../../ui/growing.ts'
import type { AnswerAside } from '../AnswerList.tsx'
import type { SheetProps } from './sheetProps.ts'

/** So many lines at first, and so many more at a time: a large case has thousands. */
const LINES = 40

/** Everything that was asked, would help the reader and has no answer, by name. */
export function NotAnsweredList({ sheet: { report }, words, aside }: SheetProps) {
  const { t } = useTranslation('review')
  const count = useGrowing(report.notAnswered.length, LINES, LINES)
  if (report.notAnswered.length === 0) return <p>{t('allAnswered')}</p>
  const rows = new Map(
    report.parts.flatMap(({ groups }) =>
      groups.flatMap(({ row, entries }) => entries.map(({ address }) => [address, row] as const)),
    ),
  )
  return (
    <ul>
      {report.notAnswered.slice(0, count).map((asked) => {
        const { question, address } = asked
        const row = rows.get(address)
        const { label } = questionWords(words, question)
        return (
          <li key={address}>
            {row === undefined ? label : `${[row.code, row.title].filter(Boolean).join(' ')}: ${label}`}
            {aside !== undefined && <div className="screen-only">{aside(asked, row?.code ?? null)}</div>}
          </li>
        )
      })}
    </ul>
  )
}

/** What nobody has to answer and the customer has not, so that it can be asked about. */
export function OptionalList({ sheet: { report }, words, aside }: SheetProps & { aside: AnswerAside }) {
  const { t } = useTranslation('review')
  const optional = report.parts
    .flatMap(({ groups }) => groups)
    .filter(({ row }) => row === undefined)
    .flatMap(({ entries }) => entries)
    .filter(({ question, value }) => question.need === 'O' && !isAnswered(value))
    .filter(({ question }) => !report.leftOut.includes(question.path))
  if (optional.length === 0) return null
  return (
    <div className="screen-only">
      <Disclosure summary={t('optional')}>
        <ul>
          {optional.map((asked) => (
            <li key={asked.address}>
              {questionWords(words, asked.question).label}
              {aside(asked, null)}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}
