import { hexToBytes } from '@noble/hashes/utils.js'
import { TooMuch } from '../../inflate.ts'
import { READ_LIMITS, type ReadBudget } from './readBudget.ts'
import type { Value } from './values.ts'

type Byte = number | undefined
const isSpace = (byte: Byte) =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0x00
const isDelimiter = (byte: Byte) =>
  byte === undefined || isSpace(byte) || '()<>[]{}/%'.includes(String.fromCharCode(byte))
const isDigit = (byte: Byte) => byte !== undefined && byte >= 0x30 && byte <= 0x39
const isOctal = (byte: Byte) => byte !== undefined && byte >= 0x30 && byte <= 0x37
const isNumeric = (byte: Byte) => isDigit(byte) || byte === 0x2b || byte === 0x2d || byte === 0x2e

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** Parsing one byte costs as much as passing this many elsewhere. */
const COST = 12

/** Reads one value after another; every byte it passes is counted. */
export class Reader {
  at: number
  private readonly bytes: Uint8Array
  private readonly end: number
  private readonly budget: ReadBudget

  constructor(bytes: Uint8Array, at: number, budget: ReadBudget) {
    this.bytes = bytes
    this.at = at
    this.end = Math.min(bytes.length, at + READ_LIMITS.object)
    this.budget = budget
  }

  private peek(): Byte {
    return this.at < this.end ? this.bytes[this.at] : undefined
  }

  private move(by: number) {
    this.at += by
    this.budget.read(by * COST)
  }

  private take(): number {
    const byte = this.peek() ?? 0
    this.move(1)
    return byte
  }

  skipSpace() {
    for (;;) {
      const byte = this.peek()
      if (isSpace(byte)) this.move(1)
      else if (byte === 0x25) this.skipComment()
      else return
    }
  }

  private skipComment() {
    for (let byte = this.peek(); byte !== undefined && byte !== 0x0a && byte !== 0x0d; byte = this.peek()) this.move(1)
  }

  /** Passes the word and returns true if it is here. */
  takes(word: string): boolean {
    for (let at = 0; at < word.length; at += 1) if (this.bytes[this.at + at] !== word.charCodeAt(at)) return false
    this.move(word.length)
    return true
  }

  value(depth = 0): Value {
    if (depth > READ_LIMITS.depth) throw new TooMuch('depth')
    this.skipSpace()
    const byte = this.peek()
    if (byte === undefined) return null
    if (byte === 0x2f) return { is: 'name', name: this.name() }
    if (byte === 0x28) return { is: 'string', bytes: this.text() }
    if (this.takes('[')) return this.array(depth)
    if (this.takes('<<')) return this.dictionary(depth)
    if (this.takes('<')) return { is: 'string', bytes: this.hex() }
    if (isNumeric(byte)) return this.numberOrReference()
    this.move(1)
    while (!isDelimiter(this.peek())) this.move(1)
    return null
  }

  private name(): string {
    let name = ''
    this.move(1)
    while (!isDelimiter(this.peek())) {
      const byte = this.take()
      const code = byte === 0x23 ? this.escapedByte() : Number.NaN
      name += String.fromCharCode(Number.isNaN(code) ? byte : code)
      if (!Number.isNaN(code)) this.move(2)
    }
    return name
  }

  private escapedByte(): number {
    return Number.parseInt(String.fromCharCode(this.bytes[this.at] ?? 0, this.bytes[this.at + 1] ?? 0), 16)
  }

  private text(): Uint8Array {
    const out: number[] = []
    let open = 1
    this.move(1)
    while (this.peek() !== undefined) {
      const byte = this.take()
      if (byte === 0x5c) {
        const next = this.take()
        if (isOctal(next)) {
          let code = next - 0x30
          for (let more = 0; more < 2 && isOctal(this.peek()); more += 1) code = code * 8 + this.take() - 0x30
          out.push(code & 0xff)
        } else if (next === 0x0d) this.takes('\n')
        else if (next !== 0x0a) out.push(ESCAPES[String.fromCharCode(next)] ?? next)
        continue
      }
      if (byte === 0x28) open += 1
      if (byte === 0x29) open -= 1
      if (open === 0) break
      out.push(byte)
    }
    return Uint8Array.from(out)
  }

  private hex(): Uint8Array {
    let digits = ''
    while (this.peek() !== undefined && !this.takes('>')) {
      const character = String.fromCharCode(this.take())
      if (/[0-9a-fA-F]/.test(character)) digits += character
    }
    return hexToBytes(digits.length % 2 === 1 ? `${digits}0` : digits)
  }

  private array(depth: number): Value {
    const items: Value[] = []
    for (;;) {
      this.skipSpace()
      if (this.peek() === undefined || this.takes(']')) return { is: 'array', items }
      items.push(this.value(depth + 1))
    }
  }

  private dictionary(depth: number): Value {
    const entries = new Map<string, Value>()
    for (;;) {
      this.skipSpace()
      if (this.peek() === undefined || this.takes('>>')) return { is: 'dictionary', entries }
      if (this.peek() === 0x2f) entries.set(this.name(), this.value(depth + 1))
      else this.value(depth + 1)
    }
  }

  private numberOrReference(): Value {
    const number = this.number()
    const back = this.at
    if (Number.isInteger(number) && number >= 0) {
      this.skipSpace()
      if (isDigit(this.peek())) {
        this.number()
        this.skipSpace()
        if (this.peek() === 0x52 && isDelimiter(this.bytes[this.at + 1])) {
          this.move(1)
          return { is: 'reference', number }
        }
      }
    }
    this.at = back
    return { is: 'number', number }
  }

  private number(): number {
    let text = ''
    while (text.length < 20 && isNumeric(this.peek())) text += String.fromCharCode(this.take())
    while (isDigit(this.peek())) this.move(1)
    return Number(text)
  }
}
