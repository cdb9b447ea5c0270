import type { Address } from '../domain/case/address.ts'
import { isAnswered, isWritten } from '../domain/case/answer.ts'
import type { Asked } from '../domain/interview/askedQuestions.ts'
import { fieldOf } from '../domain/interview/question.ts'
import { excerpt } from '../domain/report/excerpt.ts'
import type { Report, ReportGroup } from '../domain/report/report.ts'
import { openQuestions } from '../domain/report/sheet.ts'
import { answerLines } from '../i18n/answerWords.ts'
import { listWord, questionWords, stepTitle } from '../i18n/questionWords.ts'
import { contactName, openQuestionText } from '../i18n/sheetWords.ts'
import { type Block, type Fact, heading, type Item, paragraph, type Spot, section } from './blocks.ts'
import { rowTable } from './rowTable.ts'
import { code, joined, note, own, quiet, type Saying, type SpanLike } from './spans.ts'

interface WhichAnswers {
  /** True if what was not answered is listed elsewhere. */
  answeredOnly: boolean
  /** On screen each part is a disclosure. */
  isFolded?: boolean
  shows?: ((group: ReportGroup) => boolean) | undefined
  /** Ids of rows that come first in their lists. */
  first?: readonly string[]
}

export const answersSection = (saying: Saying, report: Report, which: WhichAnswers): Block => ({
  ...section(
    heading(2, saying.words.translate('review:answers'), 'read-answers'),
    ...answerBlocks(saying, report, which),
  ),
  // A disclosure is small until it is opened.
  ...(which.isFolded === undefined && { look: 'grows' as const }),
})

/** Groups that are composed together: few enough to be drawn between two frames. */
const AT_A_TIME = 10

function answerBlocks(
  saying: Saying,
  report: Report,
  { answeredOnly, isFolded = false, shows, first = [] }: WhichAnswers,
): readonly Block[] {
  const isListed = ({ question, value }: Asked) =>
    !answeredOnly || isWritten(value) || report.leftOut.includes(question.path)
  const blocks = report.parts.flatMap(({ part, groups: all }): readonly Block[] => {
    const groups = all
      .filter(({ row, entries }) => row !== undefined || entries.some(isListed))
      .filter((group) => shows?.(group) !== false)
    if (groups.length === 0) return []
    const name = saying.words.translate(`${part}:name`)
    const drawn = (some: readonly ReportGroup[]) => laterBlocks(saying, report, some, isListed)
    if (isFolded) {
      const holds = (at: Address) => groups.some(({ entries }) => entries.some(({ address }) => address === at))
      return [{ is: 'fold', fold: { summary: name, blocks: () => drawn(groups), onPaper: true, holds } }]
    }
    const byList = [...new Set(groups.map(({ row }) => row?.list.path ?? null))]
    return [
      heading(3, name),
      ...byList.flatMap((list): readonly Block[] => {
        const some = inOrder(
          groups.filter(({ row }) => (row?.list.path ?? null) === list),
          first,
        )
        const table = list === null ? null : rowTable(saying, report, list, some, isListed)
        if (table === null) return drawn(some)
        const onPaper: Block = { is: 'paper', blocks: [table] }
        return saying.onScreen ? [onPaper, { is: 'screen', blocks: drawn(some) }] : [onPaper]
      }),
    ]
  })
  if (blocks.length > 0 || shows === undefined) return blocks
  return [paragraph(saying.words.translate('review:tools.noneOfIt'))]
}

/** Rows with these ids come first, in their order. */
function inOrder(groups: readonly ReportGroup[], first: readonly string[]): readonly ReportGroup[] {
  const placeOf = ({ entries }: ReportGroup) => {
    const at = first.indexOf(entries[0]?.row?.id ?? '')
    return at < 0 ? first.length : at
  }
  return groups.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** A few groups at a time: drawn between two frames on screen. */
function laterBlocks(
  saying: Saying,
  report: Report,
  groups: readonly ReportGroup[],
  isListed: (asked: Asked) => boolean,
): readonly Block[] {
  const sections = (some: readonly ReportGroup[]) => some.map((group) => groupSection(saying, report, group, isListed))
  if (!saying.onScreen) return sections(groups)
  const count = Math.ceil(groups.length / AT_A_TIME)
  return Array.from({ length: count }, (_, at): Block => {
    const some = groups.slice(at * AT_A_TIME, (at + 1) * AT_A_TIME)
    const addresses = some.flatMap(({ entries }) => entries.map(({ address }) => address))
    return { is: 'later', blocks: () => sections(some), holds: (address) => addresses.includes(address) }
  })
}

/** Of a heading, in characters: the whole text is among its answers. */
const TITLE = 70

function groupSection(saying: Saying, report: Report, group: ReportGroup, isListed: (asked: Asked) => boolean): Block {
  const { page, row, entries } = group
  const { words } = saying
  const title =
    row === undefined
      ? [{ text: stepTitle(words, page) }]
      : joined([code(row.code), rowName(saying, row, entries) ?? listWord(words, row.list, 'untitled')])
  const isSaid = ({ question }: Asked) =>
    row !== undefined && fieldOf(question) === row.list.title && (row.title ?? '').length <= TITLE
  const rows = entries.filter(isListed).map((asked) => ({
    ...factOf(saying, report, asked),
    spot: spotOf(saying, asked, row),
    ...(isSaid(asked) && { isSaid: true }),
  }))
  return section({ is: 'heading', level: 4, text: title }, rows.length > 0 && { is: 'facts', rows })
}

/** A message by its day and sender, everything else by its title. */
function rowName(saying: Saying, row: NonNullable<Row>, entries: readonly Asked[]): SpanLike {
  const [from] = entries
  if (row.list.path !== 'partner.log' || from?.row === undefined) return own(saying, row.title, TITLE)
  return contactName(saying.words, from.row)
}

/** An answer as it is read: in words, left out, or "not provided". */
export function factOf(saying: Saying, report: Report, asked: Asked): Fact {
  const { words } = saying
  const { label } = questionWords(words, asked.question)
  if (report.leftOut.includes(asked.question.path))
    return { label, lines: [[quiet(words.translate('common:leftOut'))]] }
  const lines = answerLines(words, asked, report).map(({ text, own: isOwn, note: remark }) =>
    joined([isOwn ? own(saying, text) : text, remark !== undefined && note(remark)]),
  )
  return { label, lines: lines.length > 0 ? lines : [[quiet(words.translate('common:notProvided'))]] }
}

type Row = ReportGroup['row']

const nameOf = (row: Row) => [row?.code, row?.title && excerpt(row.title, TITLE).text].filter(Boolean).join(' ')

function spotOf({ words }: Saying, { question, address }: Asked, row: Row): Spot {
  const { label } = questionWords(words, question)
  return { address, code: row?.code ?? null, about: [label, nameOf(row)].filter(Boolean).join(', ') }
}

/** What was asked, would help the reader and has no answer, by name. */
export function notAnsweredSection(saying: Saying, report: Report): Block {
  const { words } = saying
  const rows = new Map(
    report.parts.flatMap(({ groups }) =>
      groups.flatMap(({ row, entries }) => entries.map(({ address }) => [address, row] as const)),
    ),
  )
  const items = report.notAnswered.map((asked): Item => {
    const row = rows.get(asked.address)
    const text = [nameOf(row), questionWords(words, asked.question).label].filter(Boolean).join(': ')
    return { text: [{ text }], spot: spotOf(saying, asked, row) }
  })
  const byQuestion = openQuestions(report.notAnswered).map((open) => ({
    text: [{ text: openQuestionText(words, open) }],
  }))
  return section(
    heading(2, words.translate('review:notAnswered'), 'read-notAnswered'),
    items.length === 0 && paragraph(words.translate('review:allAnswered')),
    items.length > 0 && { is: 'paper', blocks: [{ is: 'list', look: 'bullets', items: byQuestion }] },
    items.length > 0 && saying.onScreen && { is: 'screen', blocks: [{ is: 'list', look: 'bullets', items }] },
  )
}

/** Optional questions that the customer has not answered, so that they can be asked about. */
export function optionalBlock(saying: Saying, report: Report): Block | null {
  const items = report.parts
    .flatMap(({ groups }) => groups)
    .flatMap(({ row, entries }) => (row === undefined ? entries : []))
    .filter(({ question, value }) => question.need === 'O' && !isAnswered(value))
    .filter(({ question }) => !report.leftOut.includes(question.path))
    .map((asked): Item => {
      const { label } = questionWords(saying.words, asked.question)
      return { text: [{ text: label }], spot: spotOf(saying, asked, undefined) }
    })
  if (items.length === 0) return null
  const summary = saying.words.translate('review:optional')
  return { is: 'fold', fold: { summary, blocks: () => [{ is: 'list', look: 'bullets', items }] } }
}
