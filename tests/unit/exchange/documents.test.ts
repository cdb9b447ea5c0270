import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fewWords, fromDocument, namedApart, sentencesOf } from '../../../src/domain/sources/documentDeliverables.ts'
import { quoteIn } from '../../../src/domain/sources/quoteInDocument.ts'
import type { DocumentBlock } from '../../../src/domain/sources/sourceDocument.ts'
import { readDocument } from '../../../src/exchange/sources/document/readDocument.ts'
import { aDocx, aPdfOf, linesAt, paragraph, run, table } from '../../support/aDocument.ts'
import { bytesOfText } from '../../support/aFile.ts'

const HABITS = { language: 'sv', today: '2026-11-25' } as const

const read = (bytes: Uint8Array<ArrayBuffer>, password: string | null = null) => readDocument(bytes, password, HABITS)

async function opened(bytes: Uint8Array<ArrayBuffer>) {
  const result = await read(bytes)
  if (!result.ok) throw new Error(result.reason)
  return result.document
}

const short = ({ kind, text, section, page }: DocumentBlock) => [kind, section, page, text]

const head = { x: 72, y: 800, text: 'Avtal GT-7', size: 9 }
const foot = (page: number) => ({ x: 280, y: 30, text: `Sidan ${page} av 3`, size: 9 })

const SCOPE = aPdfOf(
  [
    [
      head,
      { x: 72, y: 740, text: 'Omfattning', size: 20, isBold: true },
      { x: 72, y: 700, text: 'Datum: 2026-03-12' },
      { x: 72, y: 660, text: '4.2 Kassa', size: 14, isBold: true },
      ...linesAt(72, 630, [
        'Kassan ska vara klar och godkänd i acceptans-',
        'test senast den 12 juni 2026. Byrån installerar version',
        '2.4.8 och kopplar den till PIM-',
        'systemet före kl. 12.00 varje dag.',
      ]),
      ...linesAt(72, 560, ['- Gästköp utan konto.', '- Presentkort i samma köp.']),
      foot(1),
    ],
    [
      head,
      { x: 72, y: 740, text: '6.1 Leveransplan', size: 14, isBold: true },
      ...linesAt(72, 700, ['Leverans']),
      ...linesAt(172, 700, ['Beskrivning']),
      ...linesAt(372, 700, ['Klart senast']),
      ...linesAt(72, 670, ['L1 Sök']),
      ...linesAt(172, 670, ['Sökning med stavningshjälp', 'och filter.']),
      ...linesAt(372, 670, ['2026-06-05']),
      ...linesAt(72, 636, ['L2 Kassa']),
      ...linesAt(172, 636, ['Kassa i ett steg.']),
      ...linesAt(372, 636, ['2026-06-12']),
      { x: 72, y: 80, text: 'Byrån överlämnar dokumentationen till' },
      foot(2),
    ],
    [head, { x: 72, y: 740, text: 'beställaren före driftsättning.' }, foot(3)],
  ],
  'Microsoft Word - avtal.docx',
)

describe('a PDF', () => {
  it('is its headings, paragraphs, items and rows, with sections and pages, and without what every page repeats', async () => {
    const document = await opened(SCOPE)
    expect(document).toMatchObject({ title: 'Omfattning', date: '2026-03-12', pages: 3 })
    expect(document.blocks.map(short)).toEqual([
      ['heading', null, 1, 'Omfattning'],
      ['text', null, 1, 'Datum: 2026-03-12'],
      ['heading', '4.2', 1, '4.2 Kassa'],
      [
        ...['text', '4.2', 1],
        'Kassan ska vara klar och godkänd i acceptanstest senast den 12 juni 2026. Byrån installerar version 2.4.8 och kopplar den till PIM-systemet före kl. 12.00 varje dag.',
      ],
      ['item', '4.2', 1, 'Gästköp utan konto.'],
      ['item', '4.2', 1, 'Presentkort i samma köp.'],
      ['heading', '6.1', 2, '6.1 Leveransplan'],
      ['row', '6.1', 2, 'L1 Sök | Sökning med stavningshjälp och filter. | 2026-06-05'],
      ['row', '6.1', 2, 'L2 Kassa | Kassa i ett steg. | 2026-06-12'],
      ['text', '6.1', 2, 'Byrån överlämnar dokumentationen till beställaren före driftsättning.'],
    ])
  })

  it('that is pictures without text is said to be that', async () => {
    expect(await read(aPdfOf([[], []]))).toEqual({ ok: false, reason: 'scan' })
  })

  it('that is damaged is refused', async () => {
    expect(await read(bytesOfText('%PDF-1.7\nnothing'))).toEqual({ ok: false, reason: 'broken' })
  })
})

const STYLES = [
  '<w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
  '<w:style w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="1"/><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>',
  '<w:style w:styleId="Egen"><w:name w:val="Egen"/><w:basedOn w:val="H2"/></w:style>',
  '<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>',
].join('')
const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const NUMBERING = [
  `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>`,
  `<w:abstractNum w:abstractNumId="5">${level(0, 'bullet', '•')}</w:abstractNum>`,
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>',
].join('')
const style = (id: string) => `<w:pStyle w:val="${id}"/>`

describe('a Word document', () => {
  it('has the numbers that Word gives its headings, and what is shown alone', async () => {
    const { blocks, title, date } = await opened(
      aDocx({
        styles: STYLES,
        numbering: NUMBERING,
        core: '<dc:title>Namnlös</dc:title><dcterms:created>2026-03-19T08:00:00Z</dcterms:created>',
        body: [
          paragraph('Statement of Work'),
          paragraph('1 Kassa\t3', style('TOC1')),
          paragraph('Omfattning', style('H1')),
          paragraph('Kassa', style('H2')),
          paragraph(
            `${run('Byrån levererar ')}<w:del><w:r><w:delText>sökningen</w:delText></w:r></w:del><w:ins>${run('kassan')}</w:ins>${run(' den 12 juni 2026')}<w:r><w:footnoteReference w:id="1"/></w:r>${run('.')}`,
          ),
          paragraph('Gästköp ingår.', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'),
          paragraph('Sök', style('Egen')),
          paragraph('Sök', `${style('H2')}<w:numPr><w:numId w:val="0"/></w:numPr>`),
          `<mc:AlternateContent><mc:Choice>${paragraph('I en ruta.')}</mc:Choice><mc:Fallback>${paragraph('I en ruta.')}</mc:Fallback></mc:AlternateContent>`,
          `<w:sdt><w:sdtContent>${paragraph('I ett fält.')}</w:sdtContent></w:sdt>`,
          table(['Leverans', 'Klart senast'], ['Kassa', '2026-06-12']),
        ].join(''),
      }),
    )
    expect([title, date]).toEqual(['Statement of Work', '2026-03-19'])
    expect(blocks.map(({ kind, number, section, text }) => [kind, number, section, text])).toEqual([
      ['text', null, null, 'Statement of Work'],
      ['heading', '1', '1', 'Omfattning'],
      ['heading', '1.1', '1.1', 'Kassa'],
      ['text', null, '1.1', 'Byrån levererar kassan den 12 juni 2026.'],
      ['item', null, '1.1', 'Gästköp ingår.'],
      ['heading', '1.2', '1.2', 'Sök'],
      ['heading', null, '1.2', 'Sök'],
      ['text', null, '1.2', 'I en ruta.'],
      ['text', null, '1.2', 'I ett fält.'],
      ['row', null, '1.2', 'Kassa | 2026-06-12'],
    ])
  })

  it('has headings that somebody typed in bold, and no other bold ones', async () => {
    const { blocks } = await opened(
      aDocx({
        body: [
          paragraph(run('4.2\tKassa', '<w:b/>')),
          paragraph('2. Ingen rubrik.'),
          paragraph(run('4.2 Kassa', '<w:b w:val="0"/>')),
          paragraph(run('Viktigt', '<w:b/>')),
        ].join(''),
      }),
    )
    expect(blocks.map(({ kind, section }) => [kind, section])).toEqual([
      ['heading', '4.2'],
      ['text', '4.2'],
      ['text', '4.2'],
      ['text', '4.2'],
    ])
  })

  it('reads no entity that it declares itself, and fetches nothing that it names', async () => {
    const prolog =
      '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "https://evil.example/x">]>'
    const { blocks } = await opened(aDocx({ prolog, body: paragraph('Text &b; &x;.') }))
    expect(blocks.map(({ text }) => text)).toEqual(['Text &b; &x;.'])
  })
})

describe('text and Markdown', () => {
  it('has headings, lists, tables and paragraphs, without the marks', async () => {
    const text = [
      '# Avtal',
      '',
      '4.2 Kassa',
      '',
      'Byrån bygger **kassan** i [ett steg](https://x.example)',
      'senast den 12 juni 2026.',
      '',
      '- Gästköp',
      '  utan konto',
      '- Presentkort',
      '',
      '| Leverans | Klart |',
      '| --- | --- |',
      '| Sök | 2026-06-05 |',
      '',
      '```',
      '# ingen rubrik',
      '```',
    ].join('\n')
    const { blocks } = await opened(bytesOfText(text))
    expect(blocks.map(short)).toEqual([
      ['heading', null, null, 'Avtal'],
      ['heading', '4.2', null, '4.2 Kassa'],
      ['text', '4.2', null, 'Byrån bygger kassan i ett steg senast den 12 juni 2026.'],
      ['item', '4.2', null, 'Gästköp utan konto'],
      ['item', '4.2', null, 'Presentkort'],
      ['row', '4.2', null, 'Sök | 2026-06-05'],
      ['text', '4.2', null, '# ingen rubrik'],
    ])
  })
})

describe('a file that is no document', () => {
  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['blanks', bytesOfText(' \n\n'), 'empty'],
    ['rows of nothing', bytesOfText('| | |\n| : | \u0001 |\n'), 'empty'],
    ['an archive without a document', new Uint8Array(zipSync({ 'a.txt': strToU8('a') })), 'notDocument'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'notDocument'],
    ['Word of old, or locked', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), 'oldWord'],
    ['sixty-one megabytes', new Uint8Array(60_000_001), 'tooBig'],
    [
      'a document that unpacks to seventy megabytes',
      new Uint8Array(zipSync({ 'word/document.xml': new Uint8Array(70_000_000) })),
      'tooBig',
    ],
  ])('is refused, with its reason: %s', async (_, bytes, reason) => {
    expect(await read(bytes)).toEqual({ ok: false, reason })
  })
})

describe('a deliverable out of a document', () => {
  const blocksOf = async (text: string) => (await opened(bytesOfText(text))).blocks

  it('has the sentence, its section, its day and the name of its section', async () => {
    const blocks = await blocksOf('4.2 Kassa\n\nGästköp ingår. Byrån levererar kassan senast den 12 juni 2026.\n')
    const [, block] = blocks
    if (block === undefined) throw new Error('no block')
    expect(sentencesOf(block)).toEqual(['Gästköp ingår.', 'Byrån levererar kassan senast den 12 juni 2026.'])
    expect(fromDocument({ block, sentence: sentencesOf(block)[1] ?? '' }, [], HABITS)).toEqual({
      title: 'Kassan',
      quote: 'Byrån levererar kassan senast den 12 juni 2026.',
      ...{ section: '4.2', page: null, promised: '2026-06-12', acceptance: null, inScope: 'yes' },
    })
  })

  it('out of a table has what its columns say', async () => {
    const [block] = (
      await blocksOf(
        '| # | Leverans | Beskrivning | Klart senast | Acceptanskriterier |\n| - | - | - | - | - |\n| L1 | Sök | Med filter | 2026-06-05 | 200 prov utan fel |\n',
      )
    ).filter(({ kind }) => kind === 'row')
    if (block === undefined) throw new Error('no row')
    expect(fromDocument({ block, sentence: null }, [], HABITS)).toMatchObject({
      ...{ title: 'Sök', quote: 'Med filter', promised: '2026-06-05', acceptance: '200 prov utan fel' },
    })
  })

  it('has the criteria that stand below it, and says where its section is about what is not included', async () => {
    const blocks = await blocksOf(
      '2.2 Ingår inte\n\nButikskassor.\n\nAcceptanskriterier\n\n- 60 köp utan fel\n- inga öppna fel\n',
    )
    const [, block] = blocks
    if (block === undefined) throw new Error('no block')
    expect(fromDocument({ block, sentence: 'Butikskassor.' }, blocks.slice(2), HABITS)).toMatchObject({
      ...{ title: 'Butikskassor', inScope: 'no', acceptance: '60 köp utan fel\ninga öppna fel' },
    })
  })

  it.each([
    [
      '4.3 Kundkonto\n\nByrån levererar en önskelista senast den 26 juni 2026.',
      'Kundkonto: önskelista',
      '2026-06-26',
      'yes',
    ],
    ['2.2 Ingår inte\n\nButikskassor.', 'Butikskassor', null, 'no'],
    ['7 Beställarens åtaganden\n\nBeställaren levererar texter senast den 29 maj 2026.', 'Texter', null, null],
    [
      '8.1 Fast pris\n\nHalva summan betalas den 30 juni 2026.',
      'Fast pris: halva summan betalas den 30 juni 2026',
      null,
      null,
    ],
  ])('in "%s" is called "%s", for %s, included: %s', async (text, title, promised, inScope) => {
    const [, block] = await blocksOf(text)
    if (block === undefined) throw new Error('no block')
    expect(fromDocument({ block, sentence: block.text }, [], HABITS)).toMatchObject({ title, promised, inScope })
  })

  it.each([
    ['Byrån rapporterar varje fredag.', null],
    ['Fel rättas inom fem dagar.', null],
    ['Klart senast den 12 juni 2026.', '2026-06-12'],
    ['Ready by 6 October 2026.', '2026-10-06'],
    ['Från den 4 maj till den 12 juni 2026.', '2026-06-12'],
  ])('"%s" names the day %s', async (sentence, promised) => {
    const [block] = await blocksOf(sentence)
    if (block === undefined) throw new Error('no block')
    expect(fromDocument({ block, sentence }, [], HABITS).promised).toBe(promised)
  })

  it('is called by a few words, and two of one section by their own', () => {
    expect(fewWords('Kassa i ett steg, med frakt och betalsätt som kunden väljer.')).toBe('Kassa i ett steg')
    expect(fewWords(`${'ord '.repeat(40)}.`).length).toBeLessThan(65)
    const one = { title: 'Kassa', quote: 'Gästköp ingår.', section: null, page: null, promised: null, acceptance: null }
    const two = { ...one, quote: 'Presentkort ingår.' }
    const named = namedApart(
      [
        { ...one, inScope: 'yes' },
        { ...two, inScope: 'yes' },
      ],
      ['Sök'],
    )
    expect(named.map(({ title }) => title)).toEqual(['Kassa', 'Presentkort ingår'])
  })

  it('is found again in another version: the same, worded differently, or gone', async () => {
    const blocks = await blocksOf('Snabbordern levereras senast den 11 september 2026.\n\nGästköp ingår.\n')
    const is = (quote: string) => quoteIn(blocks, quote).is
    expect(is('Gästköp  ingår')).toBe('same')
    expect(is('…')).toBe('gone')
    expect(is('Snabbordern levereras senast den 28 augusti 2026.')).toBe('changed')
    expect(is('Önskelistan kan delas via länk.')).toBe('gone')
  })
})
