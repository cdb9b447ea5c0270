import PDFDocument from 'pdfkit'
import { toBytes } from 'pdfkit/output'
import { describe, expect, it } from 'vitest'
import { packObjects } from '../../../src/exchange/pdf/packObjects.ts'
import { findObjects } from '../../../src/exchange/pdf/read/objects.ts'
import { ReadBudget } from '../../../src/exchange/pdf/read/readBudget.ts'

/** As pdfkit writes it, with more objects than one stream holds. */
async function plainPdf(): Promise<Uint8Array> {
  const made = new Date(0)
  const document = new PDFDocument({
    autoFirstPage: false,
    font: null,
    info: { CreationDate: made, Title: '(ä) endobj 7 0 obj\nendstream' },
  })
  const bytes = toBytes(document)
  document.file(new TextEncoder().encode('{"a":1}'), {
    name: 'case.json',
    type: 'application/json',
    relationship: 'Source',
    description: '>> endobj',
    creationDate: made,
    modifiedDate: made,
  })
  for (let page = 0; page < 250; page += 1) {
    document.addPage()
    document.rect(0, 0, page, page).fill()
  }
  document.end()
  return bytes
}

const objectsOf = (pdf: Uint8Array) => findObjects(pdf, new ReadBudget())
const latin1 = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')

describe('objects that are packed', () => {
  it('are the same, and far fewer bytes', async () => {
    const plain = await plainPdf()
    const packed = packObjects(plain)
    expect(packed.length).toBeLessThan(plain.length * 0.7)
    const [before, after] = [objectsOf(plain), objectsOf(packed)]
    const found = new Map(after.all())
    for (const [number, dictionary] of before.all()) {
      expect(found.get(number)).toEqual(dictionary)
      const reference = { is: 'reference', number } as const
      expect(after.streamOf(reference)).toEqual(before.streamOf(reference))
    }
    for (const key of ['Root', 'Info', 'ID']) expect(after.trailers[0]?.get(key)).toEqual(before.trailers[0]?.get(key))
    // Only what holds them is new.
    const added = [...found.keys()].filter((number) => !new Map(before.all()).has(number))
    expect(added.map((number) => found.get(number)?.get('Type'))).toEqual(
      [...Array(added.length - 1).fill('ObjStm'), 'XRef'].map((name) => ({ is: 'name', name })),
    )
  })

  it('are the same bytes when they are packed again', async () => {
    expect(packObjects(await plainPdf())).toEqual(packObjects(await plainPdf()))
  })

  it('leave the attachment first, and what leads to it in plain sight', async () => {
    const text = latin1(packObjects(await plainPdf()))
    const first = text.indexOf('/ObjStm')
    for (const word of ['/Type /EmbeddedFile', '/Type /Filespec', '/Type /Catalog', '/EmbeddedFiles'])
      expect(text.indexOf(word), word).toBeGreaterThan(0)
    for (const word of ['/Type /EmbeddedFile', '/Type /Filespec', '/Type /Catalog'])
      expect(text.indexOf(word), word).toBeLessThan(first)
  })

  it('stand where the list of places says', async () => {
    const packed = packObjects(await plainPdf())
    const text = latin1(packed)
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
    const [, own] = /^(\d+) 0 obj\n/.exec(text.slice(start)) ?? []
    const objects = objectsOf(packed)
    const list = objects.streamOf({ is: 'reference', number: Number(own) })?.bytes ?? new Uint8Array()
    const rows = Array.from({ length: list.length / 7 }, (_, at) => Buffer.from(list.slice(at * 7, at * 7 + 7)))
    expect(rows).toHaveLength(Number(own) + 1)
    for (const [number, row] of rows.entries()) {
      const [kind, where, which] = [row.readUInt8(0), row.readUInt32BE(1), row.readUInt16BE(5)]
      if (number === 0) expect([kind, which]).toEqual([0, 65_535])
      else if (kind === 1) expect(text.slice(where).startsWith(`${number} 0 obj\n`)).toBe(true)
      else {
        const index = objects.streamOf({ is: 'reference', number: where })?.bytes ?? new Uint8Array()
        expect(Number(new TextDecoder().decode(index).split(/\s+/, which * 2 + 1)[which * 2])).toBe(number)
      }
    }
  })

  it('refuse a PDF of another form', () => {
    expect(() => packObjects(new TextEncoder().encode('%PDF-1.7\nstartxref\n0\n%%EOF\n'))).toThrow('pdfkit')
  })
})
