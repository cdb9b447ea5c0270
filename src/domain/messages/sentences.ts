import type { Addition } from '../areas/added/schema.ts'
import type { Example } from '../areas/examples/schema.ts'
import { agreedDate, isAgreedOn } from '../areas/scope/affected.ts'
import type { Deliverable } from '../areas/scope/schema.ts'
import { answerOrNull, isAnswered, nonBlank } from '../case/answer.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import {
  type MaybeSentence,
  type MessageBlock,
  type MessageChoice,
  messageParagraph,
  type Sentence,
} from './message.ts'

export const saying = (id: string, name: string, text: unknown): Sentence | null => {
  const said = nonBlank(text)
  return said === null ? null : { id, texts: { [name]: said } }
}

export function greeting({ about }: VisibleAnswers): readonly MessageBlock[] {
  const name = (about.partnerPeople ?? []).map((person) => nonBlank(person.name)).find((said) => said !== null)
  return messageParagraph(name === undefined || name === null ? { id: 'hello' } : { id: 'helloName', texts: { name } })
}

export function closing({ about }: VisibleAnswers): readonly MessageBlock[] {
  const said = (parts: readonly (string | null)[], between: string) =>
    parts.filter((part) => part !== null && part !== '').join(between)
  const ofCompany = said([nonBlank(about.role), nonBlank(about.company)], ', ')
  const signed = said([nonBlank(about.name), ofCompany], '\n')
  return messageParagraph(signed === '' ? { id: 'regards' } : { id: 'regardsName', texts: { name: signed } })
}

export const askedBy = ({ answerBy }: MessageChoice, id: string, count?: number): Sentence => ({
  ...(answerBy === null ? { id } : { id: `${id}By`, dates: { date: answerBy } }),
  ...(count !== undefined && { count }),
})

export const titleOf = (row: Deliverable | Addition, id: string): Sentence =>
  saying(id, 'title', row.title) ?? { id: `${id}Untitled` }

/** @param missing how it is said that it has not come */
export function agreedSentences(row: Deliverable, missing = 'notDelivered'): readonly MaybeSentence[] {
  const agreed = agreedDate(row)
  const delivered = answerOrNull(row.deliveredOn)
  const status = answerOrNull(row.status)
  const hasNotCome = status === 'missing' || status === 'late'
  if (!isAgreedOn(row)) return [titleOf(row, 'deliverable')]
  return [
    titleOf(row, 'deliverable'),
    saying('reference', 'reference', row.reference),
    saying(row.agreedIn === 'spoken' ? 'said' : 'quote', 'quote', row.quote),
    agreed === null ? null : { id: 'agreedDate', dates: { date: agreed } },
    delivered !== null ? { id: 'deliveredOn', dates: { date: delivered } } : hasNotCome && { id: missing },
    saying('lacking', 'lacking', row.lacking),
  ]
}

/** People write the period as what comes after the day. */
function whenSentence(day: PlainDate | null, period: string | null): Sentence | null {
  if (day === null) return period === null ? null : { id: 'whenPeriod', texts: { period } }
  return period === null
    ? { id: 'whenDay', dates: { date: day } }
    : { id: 'when', dates: { date: day }, texts: { period } }
}

export function exampleSentences(row: Example, { withImpact }: MessageChoice): readonly (Sentence | null)[] {
  const day = answerOrNull(row.date)
  return [
    saying('example', 'title', row.title) ?? { id: 'exampleUntitled' },
    saying('expected', 'expected', row.expected),
    saying('actual', 'actual', row.actual),
    whenSentence(day, nonBlank(row.period)),
    saying('where', 'where', row.where),
    saying('frequency', 'frequency', row.frequency),
    withImpact ? saying('impact', 'impact', row.impact) : null,
  ]
}

export function additionSentences(row: Addition): readonly (Sentence | null)[] {
  const added = answerOrNull(row.addedOn)
  return [
    titleOf(row, 'addition'),
    added === null ? null : { id: 'addedOn', dates: { date: added } },
    row.requestedBy === null ? null : { id: `requestedBy.${row.requestedBy}` },
  ]
}

export const titlesOf = (rows: readonly { title: unknown }[]): readonly string[] => [
  ...new Set(rows.map(({ title }) => nonBlank(title)).filter((title) => title !== null)),
]

export const hasContent = ({ title, expected, actual }: Example): boolean => [title, expected, actual].some(isAnswered)

/** A subject names no more than these; the rest is a number (C). */
const NAMED = 2

export function aboutTitles(id: string, rows: readonly { title: unknown }[]): Sentence {
  const names = titlesOf(rows)
  if (names.length === 0) return { id: `${id}Plain` }
  return names.length <= NAMED
    ? { id, names }
    : { id: `${id}More`, names: names.slice(0, NAMED), count: names.length - NAMED }
}
