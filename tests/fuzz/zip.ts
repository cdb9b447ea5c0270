import { unzipSync, zipSync } from 'fflate'
import { changedBytes, joined } from './bytes.ts'
import { changedJson } from './json.ts'
import type { Random } from './random.ts'

const NAMES = [
  'case.json',
  'reply.json',
  'x/case.json',
  'CASE.JSON',
  '../case.json',
  'evidence/01-a.txt',
  'a\\case.json',
]

/** An archive with right sums, in which files are changed, missing, doubled, or called otherwise. */
function packedAnew(
  files: Readonly<Record<string, Uint8Array>>,
  random: Random,
  mains: readonly Uint8Array[],
): Uint8Array | null {
  const entries = Object.entries(files)
  for (let left = 1 + random.int(3); left > 0; left -= 1) {
    const at = random.int(entries.length)
    const [name, content] = entries[at] ?? ['case.json', new Uint8Array()]
    const way = random.int(6)
    if (way === 0) entries.splice(at, 1)
    else if (way === 1) entries[at] = [random.pick(NAMES), content]
    else if (way === 2) entries.push([random.pick(NAMES), content])
    else if (way === 3) entries[at] = [name, changedBytes(content, random, mains)]
    else entries.push(['case.json', changedJson(random.pick(mains), random, mains)])
    if (entries.length === 0) return null
  }
  const level = random.pick([0, 0, 1] as const)
  return zipSync(Object.fromEntries(entries), { level, mtime: Date.UTC(2026, 10, 24) })
}

/** What changes an archive: its bytes, or the files in it. */
export function changedZip(mains: readonly Uint8Array[], real: Uint8Array) {
  const files = unzipSync(real)
  return (bytes: Uint8Array, random: Random, pool: readonly Uint8Array[]): Uint8Array => {
    const way = random.int(10)
    if (way < 5) return changedBytes(bytes, random, pool)
    const anew = packedAnew(files, random, mains) ?? bytes
    return way < 8 ? anew : way < 9 ? changedBytes(anew, random, pool) : joined(anew, bytes)
  }
}
