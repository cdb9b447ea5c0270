import { TooMuch } from '../../inflate.ts'
import { READ_LIMITS, type Work } from './readBudget.ts'
import { isDelimiter, isDigit, isSpace, type Value } from './values.ts'

/** Looking at one byte here costs as much as passing this many elsewhere. */
const COST = 12

/** Reads one value after another from bytes; every byte that it passes is paid for. */
export class Reader {
  at: number
  private readonly bytes: Uint8Array
  private readonly end: number
  private readonly work: Work

  constructor(bytes: Uint8Array, at: number, work: Work) {
    this.bytes = bytes
    this.at = at
    // What follows the dictionary of an object is no part of it; longer ones are nobody's.
    this.end = Math.min(bytes.length, at + READ_LIMITS.object)
    this.work = work
  }

  private move(by: number) {
    this.at += by
    this.work.spend(by * COST)
  }

  skipSpace() {
    while (this.at < this.end) {
      const byte = this.bytes[this.at]
      if (isSpace(byte)) this.move(1)
      else if (byte === 0x25)
        while (this.at < this.end && this.bytes[this.at] !== 0x0a && this.bytes[this.at] !== 0x0d) this.move(1)
      else return
    }
  }

  /** True where the word stands here; passes it. */
  takes(word: string): boolean {
    for (let at = 0; at < word.length; at += 1) if (this.bytes[this.at + at] !== word.charCodeAt(at)) return false
    this.move(word.length)
    return true
  }

  value(depth = 0): Value {
    if (depth > READ_LIMITS.depth) throw new TooMuch('depth')
    this.skipSpace()
    const byte = this.bytes[this.at]
    if (byte === undefined || this.at >= this.end) return null
    if (byte === 0x2f) return { is: 'name', name: this.name() }
    if (byte === 0x28) return { is: 'string', bytes: this.text() }
    if (byte === 0x5b) return this.array(depth)
    if (byte === 0x3c)
      return this.bytes[this.at + 1] === 0x3c ? this.dictionary(depth) : { is: 'string', bytes: this.hex() }
    if (isDigit(byte) || byte === 0x2b || byte === 0x2d || byte === 0x2e) return this.numberOrReference()
    this.move(1)
    while (this.at < this.end && !isDelimiter(this.bytes[this.at])) this.move(1)
    return null
  }

  private name(): string {
    let name = ''
    this.move(1)
    while (this.at < this.end && !isDelimiter(this.bytes[this.at])) {
      const byte = this.bytes[this.at] ?? 0
      const code =
        byte === 0x23
          ? Number.parseInt(String.fromCharCode(this.bytes[this.at + 1] ?? 0, this.bytes[this.at + 2] ?? 0), 16)
          : Number.NaN
      if (Number.isNaN(code)) {
        name += String.fromCharCode(byte)
        this.move(1)
      } else {
        name += String.fromCharCode(code)
        this.move(3)
      }
    }
    return name
  }

  private text(): Uint8Array {
    const out: number[] = []
    const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }
    let open = 1
    this.move(1)
    while (this.at < this.end) {
      const byte = this.bytes[this.at] ?? 0
      this.move(1)
      if (byte === 0x5c) {
        const next = this.bytes[this.at] ?? 0
        this.move(1)
        if (next >= 0x30 && next <= 0x37) {
          let code = next - 0x30
          for (let more = 0; more < 2; more += 1) {
            const digit = this.bytes[this.at] ?? 0
            if (digit < 0x30 || digit > 0x37) break
            code = code * 8 + digit - 0x30
            this.move(1)
          }
          out.push(code & 0xff)
        } else if (next === 0x0d) {
          if (this.bytes[this.at] === 0x0a) this.move(1)
        } else if (next !== 0x0a) out.push(escapes[String.fromCharCode(next)] ?? next)
        continue
      }
      if (byte === 0x28) open += 1
      if (byte === 0x29) {
        open -= 1
        if (open === 0) break
      }
      out.push(byte)
    }
    return Uint8Array.from(out)
  }

  private hex(): Uint8Array {
    let digits = ''
    this.move(1)
    while (this.at < this.end && this.bytes[this.at] !== 0x3e) {
      const character = String.fromCharCode(this.bytes[this.at] ?? 0)
      if (/[0-9a-fA-F]/.test(character)) digits += character
      this.move(1)
    }
    this.move(1)
    if (digits.length % 2 === 1) digits += '0'
    return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  }

  private array(depth: number): Value {
    const items: Value[] = []
    this.move(1)
    for (;;) {
      this.skipSpace()
      if (this.at >= this.end) break
      if (this.bytes[this.at] === 0x5d) {
        this.move(1)
        break
      }
      items.push(this.value(depth + 1))
    }
    return { is: 'array', items }
  }

  private dictionary(depth: number): Value {
    const entries = new Map<string, Value>()
    this.move(2)
    for (;;) {
      this.skipSpace()
      if (this.at >= this.end) break
      if (this.takes('>>')) break
      if (this.bytes[this.at] !== 0x2f) {
        // Not a key: whatever it is, it is passed.
        this.value(depth + 1)
        continue
      }
      const key = this.name()
      entries.set(key, this.value(depth + 1))
    }
    return { is: 'dictionary', entries }
  }

  private numberOrReference(): Value {
    const number = this.number()
    const back = this.at
    if (Number.isInteger(number) && number >= 0) {
      this.skipSpace()
      if (isDigit(this.bytes[this.at])) {
        this.number()
        this.skipSpace()
        if (this.bytes[this.at] === 0x52 && isDelimiter(this.bytes[this.at + 1])) {
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
    while (this.at < this.end && text.length < 20) {
      const byte = this.bytes[this.at]
      if (!isDigit(byte) && byte !== 0x2b && byte !== 0x2d && byte !== 0x2e) break
      text += String.fromCharCode(byte ?? 0)
      this.move(1)
    }
    // Longer numbers than any file needs are passed as what they are not.
    while (this.at < this.end && isDigit(this.bytes[this.at])) this.move(1)
    return Number(text)
  }
}
