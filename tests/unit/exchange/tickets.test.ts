import { describe, expect, it } from 'vitest'
import { exampleOf, ticketsOf, ticketTable } from '../../../src/domain/sources/ticketTable.ts'
import { readTickets } from '../../../src/exchange/sources/tickets/readTickets.ts'
import { bytesOfText } from '../../support/aFile.ts'

const HABITS = { language: 'sv', today: '2026-11-25' } as const

function ticketsIn(bytes: Uint8Array) {
  const read = readTickets(bytes)
  if (!read.ok) throw new Error(read.reason)
  return ticketsOf(ticketTable(read.rows, HABITS), HABITS)
}
const tickets = (text: string) => ticketsIn(bytesOfText(text))
const none = { key: null, title: null, created: null, status: null, priority: null, description: null }

describe('a list of tickets', () => {
  it.each([
    [
      'Jira',
      'Summary,Issue key,Issue id,Status,Project description,Priority,Created,Description,Comment,Comment\nKassan kraschar,ABC-1,10001,Öppen,Butik,High,14/Nov/26 9:12 AM,"h3. Steg\nRad två, med komma",a,b\n',
      ['ABC-1', 'Kassan kraschar', '2026-11-14', 'Öppen', 'High', 'h3. Steg\nRad två, med komma'],
    ],
    [
      'Azure DevOps',
      '\ufeff"ID","Title","State","Priority","Created Date","Description","Repro Steps"\n"7","Kassan","New","2","11/14/2026 4:05:02 PM","","<div>Öppna</div><div>kassan</div>"\n',
      ['7', 'Kassan', '2026-11-14', 'New', '2', 'Öppna\nkassan'],
    ],
    [
      'GitHub',
      'number,title,state,createdAt,body\n412,Kassan,OPEN,2026-11-14T23:40:12Z,Text\n',
      ['412', 'Kassan', '2026-11-14', 'OPEN', null, 'Text'],
    ],
    [
      'Linear',
      '"ID","Title","Status","Priority","Cycle Start","Created"\n"ORR-1","Kassan","Todo","Urgent","","Sat Nov 14 2026 09:12:07 GMT+0000 (GMT+00:00)"\n',
      ['ORR-1', 'Kassan', '2026-11-14', 'Todo', 'Urgent', null],
    ],
    [
      'Trello',
      'Card ID,Card Name,Card Description,List Name\n6af8,Kassan,Text,Doing\n',
      ['6af8', 'Kassan', null, 'Doing', null, 'Text'],
    ],
    [
      'Excel in Swedish',
      'Ärende;Rubrik;Skapad;Status;Prioritet;Beskrivning\nÄ-1;Kassan;05.11.2026;Pågår;Hög;1 000,50 kr\n;;;;;\n',
      ['Ä-1', 'Kassan', '2026-11-05', 'Pågår', 'Hög', '1 000,50 kr'],
    ],
    [
      'a spreadsheet, as it is pasted',
      'Nr\tÄrende\tBeskrivning\tStatus\tInkom\n88\tKassan\t"Rad ett\nrad ""två"""\töppen\t12 nov 2026\n',
      ['88', 'Kassan', '2026-11-12', 'öppen', null, 'Rad ett\nrad "två"'],
    ],
    [
      'somebody who left the headings out',
      'SUP-301,Kassan kraschar på mobil,2026-11-14,Open,Medium,Sidan blir vit.\nSUP-302,Sök hittar inget,2026-11-12,Closed,High,Inget.\n',
      ['SUP-301', 'Kassan kraschar på mobil', '2026-11-14', 'Open', 'Medium', 'Sidan blir vit.'],
    ],
  ])('of %s is read by its columns', (_, text, [key, title, created, status, priority, description]) => {
    expect(tickets(text)[0]).toEqual({ key, title, created, status, priority, description })
  })

  it('has the days of a column in one order: one that can be read in one way tells', () => {
    const days = (...created: string[]) =>
      tickets(['Key,Created', ...created.map((day, at) => `A-${at},${day}`)].join('\n')).map((each) => each.created)
    expect(days('11/14/2026', '11/4/2026')).toEqual(['2026-11-14', '2026-11-04'])
    expect(days('14/11/2026', '4/11/2026')).toEqual(['2026-11-14', '2026-11-04'])
    expect(days('i går', 'aldrig')).toEqual(['2026-11-24', null])
  })

  it('in UTF-16 and with tabs, as Excel saves it, is read', () => {
    const bytes = new Uint8Array(Buffer.from('\ufeffÄrendenr\tTitel\nGT1\tHäcksax\n', 'utf16le'))
    expect(ticketsIn(bytes)).toEqual([{ ...none, key: 'GT1', title: 'Häcksax' }])
  })

  it('loses no ticket to a quotation mark that is never closed, and says from where', () => {
    const read = readTickets(bytesOfText('Key,Summary\nA-1,Ett\nA-2,"Två\nA-3,Tre\nA-4,Fyra\n'))
    expect(read).toMatchObject({ ok: true, brokenFrom: 3 })
    expect(tickets('Key,Summary\nA-1,Ett\nA-2,"Två\nA-3,Tre\nA-4,Fyra\n').map(({ key }) => key)).toEqual([
      'A-1',
      'A-2',
      'A-3',
      'A-4',
    ])
  })

  it('becomes examples that say where they can be found', () => {
    const [ticket = none] = tickets('Key,Summary,Created,Description\nA-1,Kassan,2026-11-14,Sidan blir vit.\n')
    expect(exampleOf(ticket)).toEqual({
      ...{ title: 'Kassan', actual: 'Sidan blir vit.', date: '2026-11-14', evidenceText: 'A-1' },
    })
  })

  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['blanks', bytesOfText(' \n \n'), 'empty'],
    ['a text without columns', bytesOfText('Hej\nDet här är ett mejl.\n'), 'notList'],
    ['a spreadsheet of its own', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'notList'],
    ['thirty-one megabytes', new Uint8Array(30_000_001).fill(97), 'tooBig'],
  ])('is refused, with its reason: %s', (_, bytes, reason) => {
    expect(readTickets(bytes)).toEqual({ ok: false, reason })
  })

  it('of more rows than anybody goes through is cut, and says so', () => {
    const read = readTickets(bytesOfText(`Key,Summary\n${'A-1,Ett\n'.repeat(6_000)}`))
    expect(read).toMatchObject({ ok: true, isCut: true })
    expect(read.ok && read.rows.length).toBe(5_000)
  })
})
