import type { Example } from '../areas/examples/schema.ts'
import { nonBlank } from '../case/answer.ts'
import { type PlainDate, plainDate } from '../dates/plainDate.ts'
import { readWrittenDate } from '../dates/writtenDate.ts'
import type { ReadingHabits } from './mailEntries.ts'

type Table = readonly (readonly string[])[]

export const TICKET_COLUMNS = ['key', 'title', 'created', 'status', 'priority', 'description'] as const
type TicketColumn = (typeof TICKET_COLUMNS)[number]
/** The column of each, from 0; null if there is none. */
export type TicketColumns = Readonly<Record<TicketColumn, number | null>>

/** What systems and people call them, in both languages; the earlier a name, the surer. */
const NAMES: Readonly<Record<TicketColumn, string>> = {
  key: 'issue key,key,identifier,ärendenummer,ärendenr,ärende-id,ticket id,ticket number,case number,work item id,nr,number,nummer,no,#,id,card id,issue id,ärende,ticket',
  title: 'summary,title,rubrik,titel,name,card name,ämne,subject,sammanfattning,ärende,namn,issue,ticket',
  created:
    'created,created at,createdat,created date,created on,skapad,skapat,skapad den,skapades,registrerad,inkom,inkommen,opened,reported,date,datum',
  status: 'status,state,läge,tillstånd,list name,lista,kolumn',
  priority: 'priority,prioritet,prio,severity,allvarlighetsgrad',
  description:
    'description,beskrivning,body,card description,desc,repro steps,details,detaljer,text,kommentar,notes,anteckningar',
}

const plain = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .replace(/[:*]$/, '')
    .trim()

/** The columns as their headings say; null if the first row holds no headings. */
function byHeadings(first: readonly string[]): TicketColumns | null {
  const headings = first.map(plain)
  const taken = new Set<number>()
  const find = (column: TicketColumn) => {
    for (const name of NAMES[column].split(',')) {
      const at = headings.findIndex((heading, index) => heading === name && !taken.has(index))
      if (at < 0) continue
      taken.add(at)
      return at
    }
    return null
  }
  // A title may have the name of a key: "Ärende" is one or the other, by what else there is.
  const key = find('key')
  const title = find('title')
  const columns = {
    key: title === null ? null : key,
    title: title ?? key,
    created: find('created'),
    status: find('status'),
    priority: find('priority'),
    description: find('description'),
  }
  return Object.values(columns).filter((at) => at !== null).length >= 2 ? columns : null
}

const KEY = /^(?:[\p{L}]{1,10}-?#?\d{1,8}|#?\d{1,10})$/u
const PRIORITY =
  /^(?:highest|high|medium|normal|low|lowest|urgent|critical|blocker|major|minor|hög|högt|medel|låg|lågt|akut|kritisk|p[0-5])$/i
const STATUS =
  /^(?:open|opened|closed|done|new|in progress|to ?do|resolved|waiting\b.*|reopened|active|backlog|öppen|stängd|klar|löst|ny|pågår|pågående|väntar\b.*|avslutad)$/i

/** The columns as what stands in them says. */
function byContent(rows: Table, habits: ReadingHabits): TicketColumns {
  const sample = rows.slice(0, 50)
  const width = Math.max(0, ...sample.map((row) => row.length))
  const share = (at: number, is: (cell: string) => boolean) => {
    const cells = sample.map((row) => row[at] ?? '').filter((cell) => cell !== '')
    return cells.length === 0 ? 0 : cells.filter(is).length / cells.length
  }
  const taken = new Set<number>()
  const take = (at: number | undefined) => {
    if (at === undefined) return null
    taken.add(at)
    return at
  }
  const all = Array.from({ length: width }, (_, at) => at)
  const most = (is: (cell: string) => boolean) => take(all.find((at) => !taken.has(at) && share(at, is) >= 0.8))
  const created = most((cell) => /\d/.test(cell) && /\D/.test(cell) && dayOfTicket(cell, 'dayFirst', habits) !== null)
  const key = most((cell) => KEY.test(cell))
  const priority = most((cell) => PRIORITY.test(cell))
  const status = most((cell) => STATUS.test(cell))
  const title = take(all.find((at) => !taken.has(at) && share(at, (cell) => /\p{L}{3}/u.test(cell)) >= 0.8))
  const description = take(all.find((at) => !taken.has(at) && share(at, (cell) => /\p{L}{3}/u.test(cell)) >= 0.5))
  return { key, title, created, status, priority, description }
}

export interface TicketTable {
  /** Null if the first row is a ticket. */
  headings: readonly string[] | null
  columns: TicketColumns
  rows: Table
}

/** What the columns of a list of tickets are: a proposal, which whoever reads it may correct. */
export function ticketTable(rows: Table, habits: ReadingHabits): TicketTable {
  const [first = [], ...rest] = rows
  const named = byHeadings(first)
  return named === null
    ? { headings: null, columns: byContent(rows, habits), rows }
    : { headings: first, columns: named, rows: rest }
}

export interface Ticket {
  key: string | null
  title: string | null
  created: PlainDate | null
  status: string | null
  priority: string | null
  description: string | null
}

type Order = 'dayFirst' | 'monthFirst'

export function ticketsOf({ headings, columns, rows }: TicketTable, habits: ReadingHabits): readonly Ticket[] {
  const cell = (row: readonly string[], at: number | null) => (at === null ? null : nonBlank(row[at] ?? null))
  const order = orderIn(rows.map((row) => cell(row, columns.created) ?? ''))
  // Azure DevOps keeps what happened of a bug in a column of its own.
  const steps = headings?.findIndex((heading) => plain(heading) === 'repro steps') ?? -1
  return rows.map((row) => {
    const created = cell(row, columns.created)
    return {
      key: cell(row, columns.key),
      title: cell(row, columns.title),
      created: created === null ? null : dayOfTicket(created, order, habits),
      status: cell(row, columns.status),
      priority: cell(row, columns.priority),
      description: cell(row, columns.description) ?? cell(row, steps < 0 ? null : steps),
    }
  })
}

/** One day that can be read in one way tells of the whole column; where none does, the clock does. */
function orderIn(cells: readonly string[]): Order {
  const parts = cells.flatMap((cell) => {
    const [, first, second] = /^(\d{1,2})[/.](\d{1,2})[/.]\d{2,4}/.exec(cell) ?? []
    return first === undefined ? [] : [[Number(first), Number(second)] as const]
  })
  if (parts.some(([first]) => first > 12)) return 'dayFirst'
  if (parts.some(([, second]) => second > 12)) return 'monthFirst'
  // Whoever writes AM and PM writes the month first; nobody else in these languages does.
  return cells.some((cell) => /\d ?[ap]m\b/i.test(cell)) ? 'monthFirst' : 'dayFirst'
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const monthOf = (name: string) =>
  MONTHS.indexOf(name.slice(0, 3).toLowerCase().replace('maj', 'may').replace('okt', 'oct')) + 1
const yearOf = (written: string) => Number(written.length === 2 ? `20${written}` : written)

/** The day as it is written, in whatever zone. */
function dayOfTicket(written: string, order: Order, { language, today }: ReadingHabits): PlainDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(written)
  if (iso !== null) return plainDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  // `14/Nov/26 9:12 AM` of Jira, `Sat Nov 14 2026 09:12:07 GMT+0000` of Linear.
  const jira = /^(\d{1,2})[/-](\p{L}{3,9})[/-](\d{4}|\d{2})/u.exec(written)
  if (jira !== null) return plainDate(yearOf(jira[3] ?? ''), monthOf(jira[2] ?? ''), Number(jira[1]))
  const inWords = /^(?:\p{L}{3} )?(\p{L}{3}) (\d{1,2}),? (\d{4})/u.exec(written)
  if (inWords !== null) return plainDate(Number(inWords[3]), monthOf(inWords[1] ?? ''), Number(inWords[2]))
  const digits = /^(\d{1,2})([/.])(\d{1,2})[/.](\d{4}|\d{2})/.exec(written)
  if (digits !== null) {
    const [first, second] = [Number(digits[1]), Number(digits[3])]
    const isDayFirst = digits[2] === '.' || order === 'dayFirst'
    return plainDate(yearOf(digits[4] ?? ''), isDayFirst ? second : first, isDayFirst ? first : second)
  }
  const read = readWrittenDate(written, { language, today, year: 'past' })
  return read.is === 'day' ? read.day : null
}

/** The example that a ticket becomes: its key says where it can be found. */
export const exampleOf = ({ key, title, created, description }: Ticket): Partial<Example> => ({
  title: title ?? key,
  actual: description,
  date: created,
  evidenceText: key,
})
