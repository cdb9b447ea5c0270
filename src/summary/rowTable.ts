import { answerOrNull, nonBlank } from '../domain/case/answer.ts'
import type { ListPath } from '../domain/case/answers.ts'
import { isPlainDate } from '../domain/dates/plainDate.ts'
import type { Asked } from '../domain/interview/askedQuestions.ts'
import { fieldOf } from '../domain/interview/question.ts'
import type { Report, ReportGroup } from '../domain/report/report.ts'
import { answerLines } from '../i18n/answerWords.ts'
import { questionWords } from '../i18n/questionWords.ts'
import type { Block } from './blocks.ts'
import { code, joined, note, own, type Saying, type Text } from './spans.ts'

interface Column {
  name: string
  share: number
  fields: readonly string[]
}

interface RowTable {
  caption: string
  columns: readonly Column[]
  /** Said in another table already. */
  elsewhere: readonly string[]
}

/** Lists that are read as tables on paper. What no column names stands in the last one, with its name. */
const TABLES: Partial<Record<ListPath, RowTable>> = {
  'scope.deliverables': {
    caption: 'agreedOn',
    columns: [
      { name: 'deliverable', share: 3, fields: ['title'] },
      { name: 'agreement', share: 3, fields: ['inScope', 'agreedIn', 'reference'] },
      { name: 'wording', share: 5, fields: ['quote', 'acceptance', 'status', 'lacking'] },
    ],
    elsewhere: ['promised', 'deliveredOn'],
  },
  'added.items': {
    caption: 'additions',
    columns: [
      { name: 'addition', share: 4, fields: ['title'] },
      { name: 'wanted', share: 3, fields: ['addedOn', 'requestedBy', 'inWriting', 'changeRequest'] },
      { name: 'timeline', share: 3, fields: ['effect', 'delayWorkingDays'] },
    ],
    elsewhere: [],
  },
  'partner.log': {
    caption: 'contacts',
    columns: [
      { name: 'when', share: 2.1, fields: ['date'] },
      { name: 'who', share: 2, fields: ['from', 'person', 'channel'] },
      { name: 'said', share: 7, fields: ['text'] },
    ],
    elsewhere: [],
  },
}

/** Fields that need no name where they stand. */
const PLAIN = ['title', 'date', 'from', 'person', 'channel', 'text', 'quote']

/** The rows of a list as a table; null if the list is not read as one. */
export function rowTable(
  saying: Saying,
  report: Report,
  list: ListPath,
  groups: readonly ReportGroup[],
  isListed: (asked: Asked) => boolean,
): Block | null {
  const table = TABLES[list]
  if (table === undefined || groups.length === 0) return null
  const say = (key: string) => saying.words.translate(`sheet:table.${key}`)
  const named = table.columns.flatMap(({ fields }) => fields)
  const cellsOf = ({ row, entries }: ReportGroup): readonly Text[] => {
    const listed = entries.filter(isListed)
    const textOf = (fields: readonly string[]) =>
      fields.flatMap((field) => listed.filter(({ question }) => fieldOf(question) === field))
    const rest = listed.filter((asked) => {
      const field = fieldOf(asked.question)
      return !named.includes(field) && !(table.elsewhere.includes(field) && isDay(asked.value))
    })
    return table.columns.map(({ fields }, at) => {
      const isLast = at === table.columns.length - 1
      const lines = [...textOf(fields), ...(isLast ? rest : [])].map((asked) => lineOf(saying, report, asked))
      return at === 0 ? joined([code(row?.code ?? ''), ...lines.flat()]) : linesOf(lines)
    })
  }
  return {
    is: 'table',
    caption: say(table.caption),
    columns: table.columns.map(({ name, share }) => ({ name: say(name), share })),
    rows: groups.map(cellsOf),
  }
}

const isDay = (value: unknown) => typeof value === 'string' && isPlainDate(answerOrNull(value) ?? '')

const linesOf = (lines: readonly Text[]): Text =>
  lines.flatMap((line, at) => (at === 0 ? line : [{ text: '\n' }, ...line]))

/** An answer with its name, if it needs one. */
function lineOf(saying: Saying, report: Report, asked: Asked): Text {
  const { words } = saying
  const { question } = asked
  const field = fieldOf(question)
  const key = `sheet:facts.${question.path.replace('.*', '')}`
  const name = PLAIN.includes(field)
    ? null
    : words.translate.has(key)
      ? words.translate(key)
      : questionWords(words, question).label
  const said = report.leftOut.includes(question.path)
    ? [[{ text: words.translate('common:leftOut'), voice: 'quiet' as const }]]
    : isChoice(asked)
      ? [[{ text: shortOf(saying, asked) }]]
      : answerLines(words, asked, report).map(({ text, own: isOwn, note: remark }) =>
          joined([isOwn ? own(saying, text) : text, remark !== undefined && note(remark)]),
        )
  const answer = said.flatMap((line, at) => (at === 0 ? line : [{ text: '; ' }, ...line]))
  return name === null ? answer : joined([/[?:]$/.test(name) ? name : `${name}:`, ...answer])
}

const isChoice = ({ question, value }: Asked) =>
  question.kind === 'choice' && nonBlank(String(answerOrNull(value) ?? '')) !== null

/** Choices that the questions word for the customer, worded for the reader. */
const FOR_READER: Readonly<Record<string, string>> = {
  from: 'from',
  requestedBy: 'from',
  answer: 'answers',
  autoSays: 'answers',
}

function shortOf({ words }: Saying, { question, value }: Asked): string {
  const key = `sheet:${FOR_READER[fieldOf(question)]}.${value}`
  return words.translate.has(key) ? words.translate(key) : questionWords(words, question).short(String(value))
}
