import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { caseFileBytes } from '../../../src/exchange/caseFileBytes.ts'
import { openCaseFile } from '../../../src/exchange/importCase.ts'
import { coverDocument } from '../../../src/exchange/pdf/coverDocument.ts'
import { findObjects } from '../../../src/exchange/pdf/read/objects.ts'
import { ReadBudget } from '../../../src/exchange/pdf/read/readBudget.ts'
import { readPdf } from '../../../src/exchange/pdf/read/readPdf.ts'
import { replyDocument } from '../../../src/exchange/pdf/replyDocument.ts'
import { writePdf } from '../../../src/exchange/pdf/writePdf.ts'
import { createWords } from '../../../src/i18n/i18n.ts'
import type { Language } from '../../../src/i18n/languages.ts'
import { wordsOf } from '../../../src/i18n/wordsOf.ts'
import { bytesOfText, listed, PNG, withFiles } from '../../support/aFile.ts'
import { documentOf, GUIDE, pdfOf as writtenPdf } from '../../support/aPdf.ts'
import { aReply } from '../../support/aReply.ts'
import { withAnswers } from '../../support/everyText.ts'

const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(`../../cases/${name}.json`, import.meta.url)))

const opened = (bytes: Uint8Array) => {
  const result = openCaseFile(bytes)
  if (result.is !== 'case') throw new Error(JSON.stringify(result))
  return result.opened
}

const pdfOf = (bytes: Uint8Array, language: Language = 'sv') => writtenPdf(bytes, opened(bytes).file, language)

/** Everything that the pages say. */
async function textOf(pdf: Promise<Uint8Array>): Promise<string> {
  const document = await getDocument({ data: (await pdf).slice(), verbosity: 0 }).promise
  let text = ''
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    text += items.map((item) => ('str' in item ? `${item.str} ` : '')).join('')
  }
  return text
}

type Tree = { role?: string; alt?: string; type?: string; children?: Tree[] }

describe('the PDF of a case', () => {
  const source = bytesOf('C1-sv')
  let pdf: Uint8Array
  beforeAll(async () => {
    pdf = await pdfOf(source)
  })
  const read = () => getDocument({ data: pdf.slice(), verbosity: 0 }).promise

  it('carries the case to the byte', () => {
    const result = readPdf(pdf)
    expect(result.ok && [...result.embedded.main]).toEqual([...source])
    expect(result.ok && result.embedded.whole).toBe(true)
  })

  it('opens like the case itself', () => {
    expect(openCaseFile(pdf)).toEqual(openCaseFile(source))
  })

  it('takes little more than half of the bytes that its objects would take by themselves', () => {
    expect(pdf.length).toBeLessThan(60_000)
  })

  it('is the same to the byte when it is made again', async () => {
    expect(await pdfOf(source)).toEqual(pdf)
  })

  it('carries it for another reader of PDF too', async () => {
    const attachments = (await (await read()).getAttachments()) as Record<string, { content: Uint8Array }>
    expect(Object.keys(attachments)).toEqual(['case.json'])
    expect([...(attachments['case.json']?.content ?? [])]).toEqual([...source])
  })

  it('says its title, its language and that it is tagged', async () => {
    const document = await read()
    const { info } = (await document.getMetadata()) as unknown as { info: Record<string, unknown> }
    expect(info.Title).toBe('Sammanfattning: Nordfjäll Friluft AB')
    expect(info.Language).toBe('sv')
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
  })

  it('has no text outside its tags but what is decoration', async () => {
    const document = await read()
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      let open = 0
      for (const item of items) {
        if ('type' in item) open += item.type === 'endMarkedContent' ? -1 : 1
        else if (item.str.trim() !== '') expect(open, item.str).toBeGreaterThan(0)
      }
    }
  })

  it('has headings in order, a drawing in words, and rows of equal length with heads', async () => {
    const document = await read()
    const headings: number[] = []
    const figures: string[] = []
    const look = (node: Tree, row: Tree | null) => {
      const level = /^H([1-6])$/.exec(node.role ?? '')?.[1]
      if (level !== undefined) headings.push(Number(level))
      if (node.role === 'Figure') figures.push(node.alt ?? '')
      for (const child of node.children ?? []) look(child, node.role === 'TR' ? node : row)
    }
    for (let number = 1; number <= document.numPages; number += 1)
      look((await (await document.getPage(number)).getStructTree()) as Tree, null)
    expect(headings[0]).toBe(1)
    for (const [at, level] of headings.entries())
      expect(level - (headings[at - 1] ?? 1), `heading ${at}`).toBeLessThanOrEqual(1)
    expect(figures).toHaveLength(1)
    expect(figures[0]).toContain('S1 Lagersaldo från ERP var 5:e minut')
  })

  it('has bookmarks and numbered pages', async () => {
    const document = await read()
    expect((await document.getOutline()).map(({ title }) => title)).toContain('Alla svar')
    const { items } = await (await document.getPage(2)).getTextContent()
    expect(items.map((item) => ('str' in item ? item.str : '')).join('')).toContain(`Sida 2 av ${document.numPages}`)
  })

  it('is one page, and then the rest, at normal content in both languages', async () => {
    for (const [name, language, second] of [
      ['C1-sv', 'sv', 'Löften och leveranser'],
      ['C1', 'en', 'Promises and deliveries'],
      ['V20', 'sv', 'Löften och leveranser'],
    ] as const) {
      const document = await getDocument({ data: await pdfOf(bytesOf(name), language), verbosity: 0 }).promise
      const { items } = await (await document.getPage(2)).getTextContent()
      const text = items.map((item) => ('str' in item ? item.str : '')).join('')
      expect(text.startsWith(second), text.slice(0, 60)).toBe(true)
    }
  })
})

describe('text that is hard to draw', () => {
  const withText = async (text: string) => {
    const file = JSON.parse(new TextDecoder().decode(bytesOf('C1-sv')))
    file.answers.examples.items[0].actual = text
    file.digest = ''
    const bytes = new TextEncoder().encode(JSON.stringify(file))
    const pdf = await pdfOf(bytes)
    const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
    const pages: string[] = []
    for (let number = 2; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent()
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
    }
    const result = readPdf(pdf)
    expect(result.ok && [...result.embedded.main]).toEqual([...bytes])
    // A text may go on below the foot of a page.
    const foot = /Konfidentiellt\. Kundens egna uppgifter\..*?Sida \d+ av \d+/g
    return pages.map((page) => page.replace(foot, '')).join('')
  }

  /** The names of the fonts in a PDF that says this. */
  const facesOf = async (text: string) => {
    const file = JSON.parse(new TextDecoder().decode(bytesOf('C1-sv')))
    file.answers.examples.items[0].actual = text
    file.digest = ''
    const document = await getDocument({
      data: await pdfOf(new TextEncoder().encode(JSON.stringify(file))),
      fontExtraProperties: true,
      verbosity: 0,
    }).promise
    const names = new Set<string>()
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      await page.getOperatorList()
      const { items } = await page.getTextContent()
      for (const item of items) if ('fontName' in item) names.add(page.commonObjs.get(item.fontName).name)
    }
    return [...names]
  }

  it.each([
    ['Swedish and Polish', 'Räksmörgås på Łódź, zażółć gęślą jaźń'],
    ['Greek and Cyrillic', 'Καλημέρα, доброе утро'],
    ['blanks that do not break, and blanks of other widths', '12\u00a0500\u00a0kr, Vi\u202fhar\u2009tappat\u3000order'],
    ['arrows and signs', 'ERP → butik, ≤ 5 min, ✓ 12 €'],
    ['markup and formulas', '<script>alert(1)</script> =HYPERLINK("x") {{date}} $t(common:yes)'],
  ])('shows %s', async (_, text) => {
    expect((await withText(text)).replace(/\s+/g, '')).toContain(text.replace(/\s+/g, ''))
  })

  it.each([
    [
      'ligatures',
      'speciﬁcera ﬂödet, eﬀekt, oﬃciell, ruﬄa, ﬅ ﬆ',
      'specificera flödet, effekt, officiell, ruffla, st st',
    ],
    ['bullets', '\uf0b7 ett \uf0a7 två ▪ tre ◦ fyra ⁃ fem', '• ett • två • tre • fyra • fem'],
    ['arrows and ticks of Word', 'ERP \uf0e0 butik \uf0fc klart \uf0fb ej', 'ERP → butik ✓ klart ✗ ej'],
    ['units and fractions', '20 ℃, 2⅓ timme, ⅔ och ½, ⌀ 3 ㎜', '20 °C, 2 1/3 timme, 2/3 och ½, Ø 3 mm'],
    ['numbers in circles, and others', '① ⑳ ❶ ❿ ➀ ➉ ➊ ➓ Ⓐ Ⅳ ⒈', '(1) (20) (1) (10) (1) (10) (1) (10) (A) IV 1.'],
    ['signs of one look or another', 'ett ⚠\ufe0f två 1\ufe0f\u20e3 👍🏽 ⋯', 'ett ⚠ två 1 👍 …'],
    ['full width', 'ＥＲＰ：１', 'ERP:1'],
  ])('draws %s as what they say', async (_, written, drawn) => {
    const text = (await withText(`(${written})`)).replace(/\s+/g, '')
    expect(text).toContain(`(${drawn})`.replace(/\s+/g, ''))
    expect(text).not.toContain('kundeintevisas')
  })

  it('tells the marks of a list and of a log apart', async () => {
    const marks = '☐ ☑ ☒ ✓ ✗ ✅ ❌ ⚠ ⛔ ❗ ❓ ➔ ➜ ➡ ⭐ ★ ☎ ✉ ▫ 🔴 🟡 🟢 👍 👎 🙂 🙁 ├── src │ └── app ┌─┬─┐ ║ ═ █ ↵ ∅'
    const text = (await withText(marks)).replace(/\s+/g, '')
    expect(text).toContain(marks.replace(/\s+/g, ''))
    expect(text).not.toContain('kundeintevisas')
  })

  it.each([
    ['Polish', 'Zażółć gęślą jaźń'],
    ['Czech', 'Příliš žluťoučký kůň'],
    ['Turkish', 'Şirketi İğdır ğüşıöç'],
    ['Romanian', 'Știință și țară'],
    ['Hungarian', 'Árvíztűrő tükörfúrógép'],
    ['Baltic', 'Šņūre ģints ķirbis, įėjimas, õhtu'],
    ['Croatian', 'Đorđe čačak'],
  ])('draws %s words in one face each', async (_, text) => {
    const faces = await facesOf(text)
    expect(faces.join(' ')).toMatch(/Newsreader-Medium/)
    for (const face of faces) expect(face).not.toMatch(/Noto/)
  })

  it('names each face by its weight, and takes the small ones where they are enough', async () => {
    const western = await facesOf('Lagersaldo på Åre')
    expect(western.map((face) => face.replace(/^[A-Z]+\+/, '')).sort()).toEqual([
      'AtkinsonHyperlegibleNext-Regular',
      'AtkinsonHyperlegibleNext-SemiBold',
      'Newsreader-Medium',
    ])
  })

  it('keeps words apart, whichever blank stands between them', async () => {
    const text = await withText('Vi\u00a0har tappat\u202forder och\u2009kunder för 12\u00a0500\u00a0kr')
    expect(text.replace(/\s/gu, ' ')).toContain('Vi har tappat order och kunder för 12 500 kr')
  })

  it('says over the columns of a long table what they are, on every page', async () => {
    const file = JSON.parse(new TextDecoder().decode(bytesOf('C1-sv')))
    const [row] = file.answers.scope.deliverables
    file.answers.scope.deliverables = Array.from({ length: 90 }, (_, at) => ({
      ...row,
      id: `s${at}`,
      code: at + 1,
    }))
    file.digest = ''
    const pdf = await pdfOf(new TextEncoder().encode(JSON.stringify(file)))
    const document = await getDocument({ data: pdf, verbosity: 0 }).promise
    const named: number[] = []
    const rows: number[] = []
    for (let number = 2; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent()
      const text = items.map((item) => ('str' in item ? item.str : '')).join('')
      if (text.includes('Först utlovat')) named.push(number)
      // Dates stand like this in the table alone.
      if (/\+\d+ d/.test(text)) rows.push(number)
    }
    expect(named.length).toBeGreaterThan(1)
    expect(named).toEqual(rows)
  })

  it('marks in the drawing where a name goes on', async () => {
    const file = JSON.parse(new TextDecoder().decode(bytesOf('C1-sv')))
    file.answers.scope.deliverables[0].title = 'Synkronisering av lagersaldo till butiken och alla lager i Norden'
    file.digest = ''
    const pdf = await pdfOf(new TextEncoder().encode(JSON.stringify(file)))
    const { items } = await (await (await getDocument({ data: pdf, verbosity: 0 }).promise).getPage(1)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    expect(text).toMatch(/S1 Synkronisering av lager[^…]{0,20} …/)
  })

  it('shows a box for what no font has, and says how many', async () => {
    const text = await withText('Kassan 😷 svarar □ 你好')
    expect(text).toContain('Kassan \ufffd svarar □ \ufffd\ufffd')
    expect(text).toMatch(/Tecken som inte kunde visas och står som rutor: \d+/)
  })

  it('gives a run of characters that no font has one element, with what they are, and counts each', async () => {
    const worked = opened(bytesOf('C1-sv')).file
    const [first, ...others] = worked.answers.scope.deliverables
    const deliverables = [{ ...first, title: 'Kassan 你好世界 😷' }, ...others] as typeof others
    const file = withAnswers(worked, { ...worked.answers, scope: { ...worked.answers.scope, deliverables } })
    const pdf = await writtenPdf(caseFileBytes(file), file, 'sv')
    const spoken = [...findObjects(pdf, new ReadBudget()).all()].flatMap(([, dictionary]) => {
      const actual = dictionary.get('ActualText')
      return actual?.is === 'string' ? [new TextDecoder('utf-16be').decode(actual.bytes)] : []
    })
    expect(new Set(spoken)).toEqual(new Set(['你好世界', '😷']))
    // The drawing has its words in `Alt`.
    const text = await textOf(Promise.resolve(pdf))
    const counted = Number(/som rutor: (\d+)/.exec(text)?.[1])
    expect(counted).toBe([...text.matchAll(/\ufffd/g)].length)
    expect(counted % 5).toBe(0)
  })

  it('X-23 says where the missing characters are only where the case is inside', async () => {
    const worked = opened(bytesOf('C1-sv')).file
    const [first, ...others] = worked.answers.scope.deliverables
    const deliverables = [{ ...first, title: 'Kassan 😷 你好' }, ...others] as typeof others
    const file = withAnswers(worked, { ...worked.answers, scope: { ...worked.answers.scope, deliverables } })
    const words = { sv: /öppnas i guiden|case\.json/, en: /opened in the guide|case\.json/ }
    const counted = { sv: /tecken som inte\s+kunde\s+visas/i, en: /characters that could not\s+be shown/i }
    for (const language of ['sv', 'en'] as const) {
      for (const reader of ['accountManager', 'partner'] as const) {
        const text = await textOf(writePdf(await documentOf(file, language, { reader, opensAt: null }), [], new Map()))
        expect(text).toContain('\ufffd')
        expect(text).toMatch(counted[language])
        expect(text).not.toMatch(words[language])
      }
      const inside = await textOf(writtenPdf(caseFileBytes(file), file, language))
      expect(inside).toMatch(words[language])
      // The cover and the reply stand for themselves.
      const spoken = await wordsOf(await createWords(language), language)
      const cover = coverDocument(spoken, GUIDE, 0)
      const reply = replyDocument(aReply({ id: 'c' }, {}), { company: null, words: spoken, opensAt: GUIDE, now: 0 })
      for (const { notDrawn } of [cover, reply]) expect(notDrawn).not.toMatch(words[language])
    }
  }, 30_000)

  it('draws what was written upside down, broken or without an end', async () => {
    const hostile = `\u202eabc\u0000\ud800 ${'x'.repeat(5000)} ${'å'.normalize('NFD')}`
    const text = await withText(hostile)
    expect([...text.matchAll(/x/g)].length).toBeGreaterThanOrEqual(5000)
    expect(text).toContain('å')
  })

  it('loses no character of any text, wherever its lines end', async () => {
    const text = `ERP-integrationen </script> och/eller -5 grader 2026-11-14 a-b-c //x// – slut-${' Order-export'.repeat(40)}`
    expect((await withText(text)).replace(/\s+/g, '')).toContain(text.replace(/\s+/g, ''))
  })

  it('shows an answer of a hundred thousand characters whole', async () => {
    const words = Array.from({ length: 12_000 }, (_, at) => `ord${at}`).join(' ')
    const text = (await withText(words)).replace(/\s+/g, '')
    expect(text).toContain('ord11999')
    expect(text).toContain('ord6000')
  }, 30_000)
})

describe('files inside the PDF', () => {
  const worked = opened(bytesOf('C1-sv')).file
  const text = bytesOfText('12:04 timeout')
  const evidence = [
    { ...listed('f1', 'logg ”kassan”.txt', text), shows: 'Felet i loggen' },
    { ...listed('f2', 'skärm.png', PNG), shows: 'Varukorgen är tom' },
  ]
  const file = withFiles(worked, evidence)
  const source = caseFileBytes(file)
  const files = new Map(evidence.map(({ sha256 }, at) => [sha256, at === 0 ? text : PNG] as const))

  it('come out byte by byte, here and in another reader, under names of ours', async () => {
    const pdf = await writtenPdf(source, file, 'sv', files)
    const { troubles, files: found, unchanged } = opened(pdf)
    expect([troubles, unchanged, [...found]]).toEqual([[], true, [...files]])
    const other = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
    const attachments = (await other.getAttachments()) as Record<string, { content: Uint8Array; filename: string }>
    expect(Object.keys(attachments).sort()).toEqual(
      ['case.json', ...evidence.map(({ sha256 }, at) => `evidence-${sha256}.${at === 0 ? 'txt' : 'png'}`)].sort(),
    )
    // What a reader shows and saves.
    const shown = Object.values(attachments).map(({ filename }) => filename)
    expect(shown.sort()).toEqual(['01-logg-kassan.txt', '02-skarm.png', 'case.json'])
  })

  it.each([
    ['F', '/F (evidence', '/X (evidence'],
    ['UF', '/UF (', '/UX ('],
  ])('come out where another program has dropped /%s', async (_, name, dropped) => {
    const pdf = Buffer.from(await writtenPdf(source, file, 'sv', files))
    const without = Buffer.from(pdf.toString('latin1').replaceAll(name, dropped), 'latin1')
    expect(without.equals(pdf)).toBe(false)
    const { troubles, files: found } = opened(new Uint8Array(without))
    expect([troubles, [...found]]).toEqual([[], [...files]])
  })

  it('come out of files of older versions, which have one name', async () => {
    const pdf = Buffer.from(await writtenPdf(source, file, 'sv', files)).toString('latin1')
    const older = pdf.replace(/(\/F (\(evidence-[^)]*\))[\s\S]*?)\/UF \([^)]*\)/g, '$1/UF $2')
    expect(older.match(/\/UF \(evidence/g)).toHaveLength(2)
    const { troubles, files: found } = opened(new Uint8Array(Buffer.from(older, 'latin1')))
    expect([troubles, [...found]]).toEqual([[], [...files]])
  })

  it.each([0.95, 0.5])('come out of a file that was cut off at %s', async (share) => {
    const pdf = await writtenPdf(source, file, 'sv', files)
    const result = opened(pdf.slice(0, Math.floor(pdf.length * share)))
    expect(result).toMatchObject({ rescued: true, unchanged: true, troubles: [] })
    expect([...result.files]).toEqual([...files])
  })

  it('say their checksum in its sixteen bytes', async () => {
    const objects = findObjects(await writtenPdf(source, file, 'sv', files), new ReadBudget())
    const found = [...objects.all()].flatMap(([, dictionary]) => {
      const checksum = objects.dictionaryOf(dictionary.get('Params'))?.get('CheckSum')
      return checksum?.is === 'string' ? [Buffer.from(checksum.bytes).toString('hex')] : []
    })
    const sums = [source, text, PNG].map((bytes) => createHash('md5').update(bytes).digest('hex'))
    expect(found.sort()).toEqual(sums.sort())
  })

  it('are named where one is missing or damaged, and the case opens (F-17)', async () => {
    const [log, screen] = evidence
    const sums = [log?.sha256 ?? '', screen?.sha256 ?? ''] as const
    const some = new Map([[sums[0], bytesOfText('12:05 timeout')]])
    const { troubles, file: read } = opened(await writtenPdf(source, file, 'sv', some))
    expect(troubles.map(({ id, is }) => [id, is])).toEqual([
      ['f1', 'damaged'],
      ['f2', 'missing'],
    ])
    expect(read.answers).toEqual(file.answers)
  })

  it('do not make the PDF one that is locked, whatever an attached PDF says of itself', async () => {
    const noise = Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 251)
    const odd = new Uint8Array([
      ...bytesOfText('%PDF-1.4\n'),
      ...noise,
      ...bytesOfText('\ntrailer << /Root 1 0 R /Encrypt 5 0 R >>\n%%EOF'),
    ])
    const attached = [listed('f1', 'annan.pdf', odd)]
    const withOdd = withFiles(worked, attached)
    const stored = new Map(attached.map(({ sha256 }) => [sha256, odd] as const))
    const { troubles } = opened(await writtenPdf(caseFileBytes(withOdd), withOdd, 'sv', stored))
    expect(troubles).toEqual([])
  })

  it('are listed with what they show, and a picture is seen with its alternative', async () => {
    const pdf = await writtenPdf(source, file, 'sv', files)
    const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
    const texts: string[] = []
    const alternatives: string[] = []
    const walk = ({ role, alt, children = [] }: Tree) => {
      if (role === 'Figure' && alt) alternatives.push(alt)
      for (const child of children) walk(child)
    }
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const content = await page.getTextContent()
      texts.push(content.items.map((item) => ('str' in item ? item.str : '')).join(' '))
      walk((await page.getStructTree()) as Tree)
    }
    expect(texts.join(' ')).toContain('Felet i loggen')
    expect(alternatives).toContain('Varukorgen är tom')
  })
})
