import { describe, expect, it } from 'vitest'
import { writeZip } from '../../../src/exchange/zip/writeZip.ts'
import { changedBytes } from '../../fuzz/bytes.ts'
import { PATIENCE, tryOut } from '../../fuzz/campaign.ts'
import { documentIsWell, mailFileIsWell, ticketListIsWell } from '../../fuzz/sources.ts'
import { aDocx, aPdfOf, linesAt, paragraph, run, table } from '../../support/aDocument.ts'
import { bytesOfText } from '../../support/aFile.ts'
import { aMsg } from '../../support/aMsg.ts'
import { aMeeting, anEml, anMbox, multipart, OUTLOOK_HTML, quotedPrintable } from '../../support/mailFiles.ts'
import { isDeep } from '../../support/runs.ts'

// Its library brings what older browsers lack: before anything is compared.
await import('../../../src/exchange/sources/document/readPdfText.ts')

const text = 'Kassan är försenad. Vi levererar den 20 november.'
const mails = [
  anEml({
    body: [text, '', 'Mvh', 'Bo', '', 'Den 9 nov. 2026 kl. 08:00 skrev Anna Ek <anna@nordfjall.example>:', '> Svar?'],
  }),
  anEml({ body: [OUTLOOK_HTML], type: 'text/html; charset=utf-8' }),
  anEml({ body: [quotedPrintable(text)], encoding: 'quoted-printable', more: ['Auto-Submitted: auto-replied'] }),
  anEml(
    multipart(
      'mixed',
      ['Content-Type: text/plain; charset=iso-8859-1', '', text],
      [
        'Content-Type: application/pdf; name="a.pdf"',
        'Content-Disposition: attachment',
        'Content-Transfer-Encoding: base64',
        '',
        'JVBERi0xLjc=',
      ],
      ['Content-Type: message/rfc822', '', 'From: a@b.example', 'Subject: Inre', '', 'Innerst.'],
    ),
  ),
]
const msg = aMsg(
  {
    messageClass: 'IPM.Note',
    subject: 'Kassan',
    body: text,
    senderName: 'Bo Lind',
    senderAddress: 'bo@kvistbro.example',
  },
  { sentAt: Date.UTC(2026, 10, 12), to: ['Anna Ek', 'anna@nordfjall.example'] },
)
const zip = new Uint8Array(
  writeZip([{ name: 'ett.eml', isPacked: true, bytes: mails[0] ?? new Uint8Array() }], Date.UTC(2026, 10, 25)),
)

const documents = [
  aDocx({
    styles:
      '<w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    numbering:
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    body: [
      paragraph('Kassa', '<w:pStyle w:val="H1"/>'),
      paragraph(`${run('Byrån levererar ', '<w:b/>')}<w:del>${run('x')}</w:del>${run('kassan den 12 juni 2026.')}`),
      table(['Leverans', 'Klart senast'], ['Kassa', '2026-06-12']),
    ].join(''),
  }),
  bytesOfText(
    '# Avtal\n\n4.2 Kassa\n\nByrån bygger **kassan** senast den 12 juni 2026.\n\n- Gästköp\n\n| A | Klart |\n| - | - |\n| B | 2026-06-05 |\n',
  ),
]
const pdf = aPdfOf([
  [
    { x: 72, y: 740, text: '4.2 Kassa', size: 14, isBold: true },
    ...linesAt(72, 700, ['Kassan ska vara klar den 12 juni 2026', 'i acceptans-', 'test.']),
  ],
])

const lists = [
  'Summary,Issue key,Status,Priority,Created,Description\nKassan,ABC-1,Öppen,High,14/Nov/26 9:12 AM,"Rad ett\nrad ""två"""\n',
  'Ärende;Rubrik;Skapad\nÄ-1;Kassan;05.11.2026\n',
  'SUP-301,Kassan kraschar,2026-11-14,Open,Medium,Text\n',
  '"ID","Description"\n"7","<div>Öppna</div>"\n',
].map(bytesOfText)

describe('what somebody has already', () => {
  it.runIf(isDeep)(
    'as files of mail is entries of a log with their reasons, or a reason for each file',
    async () => {
      const { outcomes } = await tryOut({
        reader: 'mail files',
        corpus: [...mails, anMbox(...mails.slice(0, 2)), bytesOfText(aMeeting()), msg, zip],
        mutate: changedBytes,
        outcome: mailFileIsWell,
      })
      expect(outcomes.size).toBeGreaterThan(30)
    },
    PATIENCE,
  )

  it.runIf(isDeep)(
    'as a document of Word or text is blocks that can be pressed, or a reason',
    async () => {
      const { outcomes } = await tryOut({
        reader: 'documents',
        corpus: documents,
        mutate: changedBytes,
        outcome: documentIsWell,
      })
      expect(outcomes.size).toBeGreaterThan(15)
    },
    PATIENCE,
  )

  it.runIf(isDeep)(
    'as a PDF is blocks that can be pressed, or a reason',
    async () => {
      const { outcomes } = await tryOut({
        reader: 'PDF to read',
        corpus: [pdf],
        mutate: changedBytes,
        outcome: documentIsWell,
        // Nearly all of the time is that of the library.
        most: 20_000,
      })
      for (const reason of ['broken', 'scan']) expect(outcomes.get(reason), reason).toBeGreaterThan(0)
    },
    PATIENCE,
  )

  it.runIf(isDeep)(
    'as a list of tickets loses none of them',
    async () => {
      const { outcomes } = await tryOut({
        reader: 'ticket lists',
        corpus: lists,
        mutate: changedBytes,
        outcome: ticketListIsWell,
      })
      expect(outcomes.size).toBeGreaterThan(20)
    },
    PATIENCE,
  )
})
