import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { caseFileBytes } from '../../../src/exchange/caseFileBytes.ts'
import { openCaseFile } from '../../../src/exchange/importCase.ts'
import { coverDocument } from '../../../src/exchange/pdf/coverDocument.ts'
import { findObjects, type Objects } from '../../../src/exchange/pdf/read/objects.ts'
import { ReadBudget } from '../../../src/exchange/pdf/read/readBudget.ts'
import type { Dictionary, Value } from '../../../src/exchange/pdf/read/values.ts'
import { replyDocument } from '../../../src/exchange/pdf/replyDocument.ts'
import { writePdf } from '../../../src/exchange/pdf/writePdf.ts'
import { createWords } from '../../../src/i18n/i18n.ts'
import { wordsOf } from '../../../src/i18n/wordsOf.ts'
import { bytesOfText, listed, PNG, withFiles } from '../../support/aFile.ts'
import { documentOf, GUIDE, pdfOf } from '../../support/aPdf.ts'
import { aReply } from '../../support/aReply.ts'
import { withAnswers } from '../../support/everyText.ts'

const opened = openCaseFile(new Uint8Array(readFileSync(new URL('../../cases/C1-sv.json', import.meta.url))))
if (opened.is !== 'case') throw new Error(JSON.stringify(opened))
const worked = opened.opened.file

/** With attached files, a picture among them, and with text in every face and in none. */
async function fullCase(): Promise<Uint8Array> {
  const text = bytesOfText('12:04 timeout')
  const evidence = [
    { ...listed('f1', 'logg.txt', text), shows: 'Felet i loggen' },
    { ...listed('f2', 'skärm.png', PNG), shows: 'Varukorgen är tom' },
  ]
  const [first, ...others] = worked.answers.scope.deliverables
  const title = 'Zażółć → ✅ ├─ 🔴 доброе 你好 😷'
  const deliverables = [{ ...first, title }, ...others] as typeof others
  const answers = { ...worked.answers, scope: { ...worked.answers.scope, deliverables } }
  const file = withFiles(withAnswers(worked, answers), evidence)
  const bytes = evidence.map(({ sha256 }, at) => [sha256, at === 0 ? text : PNG] as const)
  return pdfOf(caseFileBytes(file), file, 'sv', new Map(bytes))
}

async function reply(): Promise<Uint8Array> {
  const words = await wordsOf(await createWords('en'), 'en')
  const document = replyDocument(aReply({ id: 'c' }, {}), { company: 'A & B <AB> "C"', words, opensAt: GUIDE, now: 0 })
  const attachment = { name: 'reply.json', type: 'application/json', bytes: bytesOfText('{}') }
  return writePdf(document, [{ ...attachment, relationship: 'Source', description: document.caseDescription }])
}

const DOCUMENTS: readonly [string, 'sv' | 'en', () => Promise<Uint8Array>][] = [
  ['a case with files', 'sv', fullCase],
  ['a case in another language than it is written in', 'en', () => pdfOf(caseFileBytes(worked), worked, 'en')],
  [
    'a version for the partner',
    'sv',
    async () => writePdf(await documentOf(worked, 'sv', { reader: 'partner', opensAt: null }), []),
  ],
  [
    'the cover of a locked case',
    'sv',
    async () => writePdf(coverDocument(await wordsOf(await createWords('sv'), 'sv'), GUIDE, 0), []),
  ],
  ['a reply', 'en', reply],
]

const nameOf = (value: Value | undefined) => (value?.is === 'name' ? value.name : null)
const textIn = (value: Value | undefined) => {
  if (value?.is !== 'string') return null
  const isWide = value.bytes[0] === 0xfe && value.bytes[1] === 0xff
  return new TextDecoder(isWide ? 'utf-16be' : 'latin1').decode(value.bytes)
}

/** Painting, as the last word of a line; pdfkit writes one operator to a line. */
const PAINTS = /(?:^|\s)(?:Tj|TJ|S|s|f|f\*|B|B\*|b|b\*|Do|sh)$/

describe.each(DOCUMENTS)('the structure of %s', (_, language, make) => {
  let objects: Objects
  let catalogue: Dictionary
  let pages: readonly { number: number; page: Dictionary; content: string }[]

  const dictionary = (value: Value | undefined): Dictionary => {
    const found = objects.dictionaryOf(value)
    if (found === null) throw new Error(`no dictionary: ${JSON.stringify(value)}`)
    return found
  }
  const list = (value: Value | undefined): readonly Value[] => {
    const found = objects.resolve(value)
    return found?.is === 'array' ? found.items : found === null ? [] : [found]
  }
  const content = (value: Value | undefined) => {
    const stream = objects.streamOf(value ?? null)
    if (stream === null) throw new Error(`no stream: ${JSON.stringify(value)}`)
    return new TextDecoder('latin1').decode(stream.bytes)
  }
  const numberOf = (value: Value | undefined) => (value?.is === 'reference' ? value.number : null)
  const ofType = (type: string) =>
    [...objects.all()].map(([, each]) => each).filter((each) => nameOf(each.get('Type')) === type)

  /** Every element below the root, with the numbers of marked content that it holds, by page. */
  function elements() {
    const found: { number: number; element: Dictionary; marks: (readonly [page: number | null, mark: number])[] }[] = []
    const walk = (value: Value, parent: number | null) => {
      const element = dictionary(value)
      expect(numberOf(element.get('P')), 'the parent of an element').toBe(parent)
      const own = { number: numberOf(value) ?? -1, element, marks: [] as (readonly [number | null, number])[] }
      found.push(own)
      for (const kid of list(element.get('K'))) {
        if (kid?.is === 'number') own.marks.push([numberOf(element.get('Pg')), kid.number])
        else if (kid?.is === 'dictionary' && nameOf(kid.entries.get('Type')) === 'MCR') {
          const mark = kid.entries.get('MCID')
          own.marks.push([numberOf(kid.entries.get('Pg')), mark?.is === 'number' ? mark.number : -1])
        } else if (!(kid?.is === 'dictionary' && nameOf(kid.entries.get('Type')) === 'OBJR')) walk(kid, own.number)
      }
    }
    const root = catalogue.get('StructTreeRoot')
    for (const kid of list(dictionary(root).get('K'))) walk(kid, numberOf(root))
    return found
  }

  beforeAll(async () => {
    objects = findObjects(await make(), new ReadBudget())
    catalogue = dictionary(objects.trailers[0]?.get('Root'))
    pages = list(dictionary(catalogue.get('Pages')).get('Kids')).map((reference) => {
      const page = dictionary(reference)
      return { number: numberOf(reference) ?? -1, page, content: content(page.get('Contents')) }
    })
  })

  it('says its language, its title in the window, that it is tagged, and the order of the tab key', () => {
    expect(textIn(catalogue.get('Lang'))).toBe(language)
    expect(dictionary(catalogue.get('ViewerPreferences')).has('DisplayDocTitle')).toBe(true)
    expect(dictionary(catalogue.get('MarkInfo')).has('Marked')).toBe(true)
    expect(pages.length).toBeGreaterThan(0)
    for (const { page } of pages) expect(nameOf(page.get('Tabs'))).toBe('S')
  })

  it('paints nothing outside of marked content, and closes each once', () => {
    for (const { content } of pages) {
      let depth = 0
      for (const line of content.split('\n')) {
        if (/\b(?:BDC|BMC)$/.test(line)) depth += 1
        if (line === 'EMC') depth -= 1
        expect(depth).toBeGreaterThanOrEqual(0)
        if (PAINTS.test(line)) expect(depth, line).toBeGreaterThan(0)
      }
      expect(depth).toBe(0)
    }
  })

  it('has each marked content in the tree once, and finds its element from the page', () => {
    const tree = dictionary(dictionary(catalogue.get('StructTreeRoot')).get('ParentTree'))
    const numbers = list(tree.get('Nums'))
    const held = elements().flatMap(({ number, marks }) => marks.map(([page, mark]) => `${page} ${mark} ${number}`))
    const marked = pages.flatMap(({ number, page, content }) => {
      const key = page.get('StructParents')
      const at = numbers.findIndex(
        (each, index) => index % 2 === 0 && each?.is === 'number' && key?.is === 'number' && each.number === key.number,
      )
      const owners = list(numbers[at + 1])
      const marks = [...content.matchAll(/\/MCID (\d+)/g)].map(([, mark]) => Number(mark))
      expect(at).toBeGreaterThanOrEqual(0)
      expect(marks).toEqual([...owners.keys()])
      return marks.map((mark) => `${number} ${mark} ${numberOf(owners[mark])}`)
    })
    expect(held.sort()).toEqual(marked.sort())
  })

  it('says what a head of a table heads, and what a picture shows and where it stands', () => {
    const types = new Set<string | null>()
    for (const { element } of elements()) {
      const type = nameOf(element.get('S'))
      types.add(type)
      const attributes = objects.dictionaryOf(element.get('A'))
      if (type === 'TH') expect(['Row', 'Column']).toContain(nameOf(attributes?.get('Scope')))
      if (type === 'Figure') {
        expect(textIn(element.get('Alt'))).not.toBe('')
        expect(list(attributes?.get('BBox'))).toHaveLength(4)
      }
    }
    const standard = 'Document H1 H2 H3 H4 P L LI Lbl LBody Table Caption TR TH TD Figure Span Link'.split(' ')
    expect([...types].filter((type) => !standard.includes(type ?? ''))).toEqual([])
  })

  it('embeds every font, with the letters of its glyphs', () => {
    const fonts = ofType('Font').filter((font) => nameOf(font.get('Subtype')) === 'Type0')
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) {
      expect(content(font.get('ToUnicode'))).toContain('beginbfrange')
      const [descendant] = list(font.get('DescendantFonts'))
      const described = dictionary(dictionary(descendant).get('FontDescriptor'))
      expect(['true', '\0\u0001\0\0']).toContain(content(described.get('FontFile2')).slice(0, 4))
      expect(nameOf(described.get('FontName'))).toMatch(/^[A-Z]{6}\+/)
    }
    // Nothing else is a font by itself.
    const others = ofType('Font').filter((font) => !/^(?:Type0|CIDFontType2)$/.test(nameOf(font.get('Subtype')) ?? ''))
    expect(others).toEqual([])
    // Glyph 0 is what a font draws for what it lacks.
    const glyphs = pages.flatMap(({ content }) => [...content.matchAll(/<([0-9a-f]+)>/g)].map(([, each]) => each ?? ''))
    for (const each of glyphs) expect(each.match(/.{4}/g)).not.toContain('0000')
  })

  it('says which standards it keeps, in metadata that are not compressed and agree with what it says elsewhere', () => {
    const metadata = catalogue.get('Metadata')
    expect(dictionary(metadata).has('Filter')).toBe(false)
    const xmp = new TextDecoder().decode(Buffer.from(content(metadata), 'latin1'))
    expect(xmp).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</)
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    const escaped = (text: string) =>
      text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
    const info = dictionary(objects.trailers[0]?.get('Info'))
    for (const key of ['Title', 'Author', 'Subject', 'Creator', 'Producer']) {
      const said = textIn(objects.resolve(info.get(key)))
      expect(said, key).not.toBe('')
      expect(xmp, key).toContain(`>${escaped(said ?? '')}<`)
    }
    const [, ...made] =
      /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(textIn(objects.resolve(info.get('CreationDate'))) ?? '') ?? []
    const [year, month, day, hour, minute, second] = made
    expect(xmp).toContain(`<xmp:CreateDate>${year}-${month}-${day}T${hour}:${minute}:${second}`)
    const [intent] = list(catalogue.get('OutputIntents'))
    expect(nameOf(dictionary(intent).get('S'))).toBe('GTS_PDFA1')
    expect(content(dictionary(intent).get('DestOutputProfile')).slice(36, 40)).toBe('acsp')
  })

  it('lists each attachment, with how it belongs to the document', () => {
    const listedFiles = list(catalogue.get('AF')).map(dictionary)
    expect(new Set(listedFiles)).toEqual(new Set(ofType('Filespec')))
    expect(listedFiles).toHaveLength(ofType('EmbeddedFile').length)
    const names = objects.dictionaryOf(objects.dictionaryOf(catalogue.get('Names'))?.get('EmbeddedFiles'))
    const keys = list(names?.get('Names')).flatMap((each) => textIn(each) ?? [])
    expect(keys).toEqual([...keys].sort())
    expect(keys.toSorted()).toEqual(listedFiles.map((file) => textIn(file.get('F'))).toSorted())
    for (const file of listedFiles) {
      expect(['Source', 'Supplement']).toContain(nameOf(file.get('AFRelationship')))
      expect(textIn(file.get('UF'))).toMatch(/^[a-z0-9-]+\.[a-z]+$/)
      expect(textIn(file.get('Desc'))).not.toBe('')
      const embedded = dictionary(dictionary(file.get('EF')).get('F'))
      expect(nameOf(embedded.get('Subtype'))).toMatch(/^[a-z]+\/[a-z]+$/)
      expect(textIn(dictionary(embedded.get('Params')).get('ModDate'))).toMatch(/^D:/)
    }
  })
})
