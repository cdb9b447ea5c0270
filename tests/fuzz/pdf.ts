import { deflateSync } from 'node:zlib'
import { changedBytes, joined, latin, textOf } from './bytes.ts'
import { changedJson } from './json.ts'
import type { Random } from './random.ts'

const OBJECT = /\d+ 0 obj\n[\s\S]*?\nendobj\n/g

/**
 * A PDF of the product without its pages and fonts: what carries the case stays as it was written, byte for byte, and
 * nearly every change hits it.
 */
export function lean(pdf: Uint8Array): Uint8Array {
  const text = textOf(pdf)
  const kept = (text.match(OBJECT) ?? []).filter((object) =>
    /\/(?:EmbeddedFile|Filespec|Catalog|EmbeddedFiles|Names)\b/.test(object.split('stream')[0] ?? ''),
  )
  const [root = ''] = /\/Root \d+ 0 R/.exec(text.slice(text.lastIndexOf('/Type /XRef'))) ?? []
  return latin(`${text.slice(0, text.indexOf('\n'))}\n${kept.join('')}trailer\n<< ${root} >>\n%%EOF\n`)
}

const hex = (bytes: Uint8Array) => latin(`${Buffer.from(bytes).toString('hex')}>`)
const packed = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: 1 })

/** Bytes as rows of differences, as rewriters of PDF store them: none, to the left, or to the row above. */
function predicted(bytes: Uint8Array, columns: number): Uint8Array {
  const rows = Math.ceil(bytes.length / columns)
  const out = new Uint8Array(bytes.length + rows)
  for (let row = 0; row < rows; row += 1) {
    const kind = row % 3
    out[row * (columns + 1)] = kind
    for (let at = 0; at < columns && row * columns + at < bytes.length; at += 1) {
      const from = row * columns + at
      const less = kind === 1 && at > 0 ? bytes[from - 1] : kind === 2 && row > 0 ? bytes[from - columns] : 0
      out[row * (columns + 1) + 1 + at] = (bytes[from] ?? 0) - (less ?? 0)
    }
  }
  return out
}

/** Ways to store a stream, all of which are read. */
const WAYS: readonly ((bytes: Uint8Array) => readonly [string, Uint8Array])[] = [
  (bytes) => ['', bytes],
  (bytes) => ['/Filter /FlateDecode', packed(bytes)],
  (bytes) => ['/Filter [/AHx /Fl]', hex(packed(bytes))],
  (bytes) => ['/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 40 >>', packed(predicted(bytes, 40))],
  (bytes) => ['/Filter [/FlateDecode /FlateDecode]', packed(packed(bytes))],
]

const stream = (number: number, dictionary: string, bytes: Uint8Array) =>
  joined(`${number} 0 obj\n<< ${dictionary} /Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream\nendobj\n')

/** A PDF whose lengths and sums are right, around a case that need not be. */
export function around(main: Uint8Array, random: Random, name = 'case.json'): Uint8Array {
  const [filter, bytes] = random.pick(WAYS)(main)
  const objects = `<< /Type /Catalog /Names << /EmbeddedFiles << /Names [(${name}) 2 0 R] >> >> >> << /Type /Filespec /UF (${name}) /EF << /F 3 0 R >> >>`
  const [first = '', second = ''] = objects.split(' << /Type /Filespec')
  const file = `<< /Type /Filespec${second}`
  const head = random.chance(0.5)
    ? `1 0 obj\n${first}\nendobj\n2 0 obj\n${file}\nendobj\n`
    : stream(5, `/Type /ObjStm /N 2 /First ${8 + String(first.length + 1).length}`, objectsIn(first, file))
  return joined(
    '%PDF-1.7\n',
    stream(3, `/Type /EmbeddedFile /Subtype /application#2Fjson ${filter}`, bytes),
    head,
    random.chance(0.5) ? 'trailer\n<< /Root 1 0 R >>\n' : '6 0 obj\n<< /Type /XRef /Root 1 0 R >>\nendobj\n',
    '%%EOF\n',
  )
}

const objectsIn = (first: string, second: string) => latin(`1 0 2 ${first.length + 1}  ${first} ${second}`)

/** Whole objects taken out, doubled, or in another order. */
function changedObjects(pdf: Uint8Array, random: Random): Uint8Array {
  const objects = textOf(pdf).split(/(?<=endobj\n)/)
  const at = random.int(objects.length)
  const [taken = ''] = objects.splice(at, 1)
  if (random.chance(0.6)) objects.splice(random.int(objects.length + 1), 0, taken)
  if (random.chance(0.4))
    objects.splice(random.int(objects.length + 1), 0, taken.replace(/\d+/, String(random.int(12))))
  return latin(objects.join(''))
}

/** What changes a PDF: its bytes, its objects, or the case in it with everything around made right again. */
export const changedPdf =
  (mains: readonly Uint8Array[]) =>
  (bytes: Uint8Array, random: Random, pool: readonly Uint8Array[]): Uint8Array => {
    const way = random.int(10)
    if (way < 5) return changedBytes(bytes, random, pool)
    if (way < 7) return changedObjects(bytes, random)
    const main = random.pick(mains)
    const pdf = around(random.chance(0.3) ? main : changedJson(main, random, mains), random)
    return way < 9 ? pdf : changedBytes(pdf, random, pool)
  }
