import { isPlainDate, isPlainMonth } from '../../src/domain/dates/plainDate.ts'
import { fromDocument, sentencesOf } from '../../src/domain/sources/documentDeliverables.ts'
import { exampleOf, ticketsOf, ticketTable } from '../../src/domain/sources/ticketTable.ts'
import { readDocument } from '../../src/exchange/sources/document/readDocument.ts'
import { readMails } from '../../src/exchange/sources/mail/readMails.ts'
import { readTickets } from '../../src/exchange/sources/tickets/readTickets.ts'
import { aCase } from '../support/aCase.ts'
import { proposalsFrom } from '../support/mails.ts'
import { must } from './opened.ts'
import { rowsAreWell, TODAY } from './written.ts'

const HABITS = { language: 'sv', today: TODAY }
const { answers } = aCase({
  'about.company': 'Nordfjäll Friluft AB',
  'about.email': 'anna@nordfjall.example',
  'about.partnerCompany': 'Kvistbro Digital AB',
})

const inPowers = (count: number) => Math.ceil(Math.log2(count + 1))
const isDay = (date: unknown) => typeof date !== 'string' || isPlainDate(date) || isPlainMonth(date)

/** What a mail file gives can be held by a case, and says where its guesses come from. */
export async function mailFileIsWell(bytes: Uint8Array): Promise<string> {
  const { entries, faults } = await readMails('mejl', new Uint8Array(bytes), HABITS)
  must(entries.length + faults.length > 0, 'neither a message nor a reason')
  const { proposals } = proposalsFrom(entries, answers, TODAY)
  rowsAreWell(
    'partner.log',
    proposals.map(({ row }) => ({ ...row })),
  )
  for (const { row, entry, because } of proposals) {
    must(isDay(row.date) && isDay(row.promised), `the day ${String(row.date)} or ${String(row.promised)}`)
    for (const sentence of because) must(entry.text.includes(sentence), 'a guess from a sentence that is not there')
    for (const { name } of entry.files) must(!/[\\/\u202e]/.test(name), `the name ${name}`)
  }
  const [first] = proposals
  return [
    faults.map(({ reason }) => reason).join(),
    inPowers(proposals.length),
    first &&
      `${first.row.from} ${first.row.channel} ${first.row.answer} ${first.entry.isQuoted} ${first.entry.isAutomatic}`,
  ].join(' ')
}

/** What a document gives can be held by a case, whatever of it is pressed. */
export async function documentIsWell(bytes: Uint8Array): Promise<string> {
  const read = await readDocument(new Uint8Array(bytes), null, HABITS)
  if (!read.ok) return read.reason
  const { blocks, title, date, pages } = read.document
  must(isDay(date), `the day ${String(date)}`)
  const rows = blocks.slice(0, 50).flatMap((block, at) =>
    sentencesOf(block)
      .slice(0, 3)
      .map((sentence) => {
        const passage = { block, sentence: block.kind === 'row' ? null : sentence }
        const { section, page, ...row } = fromDocument(passage, blocks.slice(at + 1), HABITS)
        must(row.quote !== '', 'a deliverable without a sentence')
        return row
      }),
  )
  rowsAreWell('scope.deliverables', rows)
  const kinds = new Set(blocks.map(({ kind }) => kind))
  return [inPowers(blocks.length), [...kinds].join(), title === null, date === null, pages === null].join(' ')
}

/** What a list of tickets gives can be held by a case. */
export function ticketListIsWell(bytes: Uint8Array): string {
  const read = readTickets(bytes)
  if (!read.ok) return read.reason
  const found = ticketTable(read.rows, HABITS)
  const tickets = ticketsOf(found, HABITS)
  must(tickets.length >= read.rows.length - 1, 'a ticket is lost')
  rowsAreWell('examples.items', tickets.slice(0, 50).map(exampleOf))
  const known = Object.values(found.columns).filter((at) => at !== null).length
  return [inPowers(tickets.length), known, found.headings === null, read.brokenFrom !== null].join(' ')
}
