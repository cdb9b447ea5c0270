import { digestOf } from '../../src/domain/case/canonicalJson.ts'
import { sha256 } from '../../src/exchange/sha256.ts'
import { bytesOfText } from '../support/aFile.ts'
import { changedBytes } from './bytes.ts'
import type { Random } from './random.ts'

type Json = unknown
type Holder = Record<string, Json> | Json[]

/** What JSON has no value for is put in as text of its own. */
const raw = (text: string) => `@@${text}@@`
const RAW = /"@@(.*?)@@"/g

const nested = (depth: number) => raw('['.repeat(depth) + ']'.repeat(depth))

const VALUES: readonly (() => Json)[] = [
  ...[null, true, false, 0, -1, 1, 0.5, 1_000_000, 1_000_001, 1e15, 1e16, '', ' ', 'x'].map((value) => () => value),
  ...['1e400', '-1e400', '-0', '1e-400', '9007199254740993', '"\\ud800"', '"a\\u0000b\\r\\nc"'].map(
    (text) => () => raw(text),
  ),
  ...['2026-02-30', '0000-00-00', '9999-12-31', '1000-01-01', '20260-01-01', '2026-11', '0999-12-31', 'none'].map(
    (day) => () => day,
  ),
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '../../x', '<b>x</b>', '$t(common:yes)'].map(
    (name) => () => name,
  ),
  () => ({}),
  () => [],
  () => [[]],
  () => ({ unknown: true }),
  () => ({ typed: 'v. 46' }),
  () => ({ typed: 7 }),
  () => 'å'.repeat(3_000),
  () => 'x'.repeat(100_001),
  () => '\u202e\u200b\u{1F600}\ufffe',
  () => nested(31),
  () => nested(60),
  () => 'a'.repeat(64),
  () => 'r1',
]

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', '', 'id', 'code', 'evidence', 'é', '\ud800', 'typed']

const isHolder = (value: Json): value is Holder => typeof value === 'object' && value !== null

/** Every value that holds others, with how to get at it. */
function holdersIn(top: Json, found: Holder[] = []): Holder[] {
  if (!isHolder(top)) return found
  found.push(top)
  for (const inner of Object.values(top)) holdersIn(inner, found)
  return found
}

const copy = (value: Json): Json => (value === undefined ? null : JSON.parse(JSON.stringify(value)))

/** Sets keys that an assignment would not make a key of. */
const set = (holder: Holder, key: string, value: Json) =>
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })

type Change = (holder: Holder, key: string, random: Random, other: Json) => void

const CHANGES: readonly Change[] = [
  (holder, key, random) => set(holder, key, random.pick(VALUES)()),
  (holder, key, random) => set(holder, key, random.pick(VALUES)()),
  (holder, key) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete holder[key]
  },
  (holder, key, random) => set(holder, Array.isArray(holder) ? key : random.pick(KEYS), copy(read(holder, key))),
  (holder, key, random) => set(holder, Array.isArray(holder) ? key : random.pick(KEYS), random.pick(VALUES)()),
  // A row twice, or very often.
  (holder, key, random) => {
    if (!Array.isArray(holder)) return
    const row = holder[Number(key)]
    const times = random.chance(0.02) ? 300 : random.chance(0.01) ? 5_001 : 1 + random.int(3)
    // A file of half a gigabyte takes its time, whatever is in it.
    const most = 1 + Math.floor(5_000_000 / (JSON.stringify(row)?.length ?? 1))
    for (let left = Math.min(times, most); left > 0; left -= 1) holder.push(copy(row))
  },
  // The values of two keys changed over.
  (holder, key, random) => {
    const other = random.pick(Object.keys(holder))
    const value = read(holder, key)
    set(holder, key, read(holder, other))
    set(holder, other, value)
  },
  // Something of another file.
  (holder, key, random, other) => {
    const from = random.pick(holdersIn(other))
    const keys = Object.keys(from)
    if (keys.length > 0) set(holder, key, copy(read(from, random.pick(keys))))
  },
  // The same, where the other file has it too.
  (holder, key, random, other) => {
    const fit = holdersIn(other).filter((each) => Object.hasOwn(each, key))
    if (fit.length > 0) set(holder, key, copy(read(random.pick(fit), key)))
  },
  // A little more or less, or of another kind.
  (holder, key, random) => {
    const value = read(holder, key)
    if (typeof value === 'number') set(holder, key, random.chance(0.5) ? value + random.int(3) - 1 : String(value))
    else if (typeof value === 'string')
      set(
        holder,
        key,
        random.pick([value.slice(0, random.int(value.length + 1)), value + value, [value], value.length]),
      )
    else set(holder, key, [value])
  },
]

const read = (holder: Holder, key: string): Json => (holder as Record<string, Json>)[key]

export function parsed(bytes: Uint8Array): Json {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

/** Most files say what they hold; a mutated one does so only where its digest is made anew. */
function withDigest(text: string): string {
  const file = parsed(bytesOfText(text))
  const at = text.lastIndexOf('"digest":"')
  if (!isHolder(file) || at < 0) return text
  return `${text.slice(0, at + 10)}${digestOf(file as never, sha256)}${text.slice(text.indexOf('"', at + 10))}`
}

/** JSON with one to four things changed by keys, values and kinds; sometimes its bytes too. */
export function changedJson(bytes: Uint8Array, random: Random, pool: readonly Uint8Array[]): Uint8Array {
  const top = parsed(bytes)
  if (!isHolder(top) || random.chance(0.25)) return changedBytes(bytes, random, pool)
  const picked = parsed(random.pick(pool))
  const other = isHolder(picked) ? picked : copy(top)
  const holders = holdersIn(top)
  for (let left = 1 + random.int(4); left > 0; left -= 1) {
    const holder = random.pick(holders)
    const keys = Object.keys(holder)
    if (keys.length > 0) random.pick(CHANGES)(holder, random.pick(keys), random, other)
  }
  const text = JSON.stringify(top).replace(RAW, (_, inner: string) =>
    inner.replaceAll('\\"', '"').replaceAll('\\\\', '\\'),
  )
  const changed = bytesOfText(random.chance(0.5) ? withDigest(text) : text)
  return random.chance(0.1) ? changedBytes(changed, random, pool) : changed
}
