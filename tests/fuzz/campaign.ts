import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isQuick } from '../support/isQuick.ts'
import { type Random, randomOf } from './random.ts'

/** How a reader is tried with files that are nearly right. */
interface Campaign {
  reader: string
  /** Real files, of which all others are made. */
  corpus: readonly Uint8Array[]
  mutate(bytes: Uint8Array, random: Random, pool: readonly Uint8Array[]): Uint8Array
  /** What came of it in a few words. Throws where that is not as it must be. */
  outcome(bytes: Uint8Array): string | Promise<string>
  /** More than this gain nothing in the deep run. */
  most?: number
}

const IN_SUITE = 4_000
const TIMES = Number(process.env.FUZZ ?? 1)
/** The suite says the same of the same product; the deep run looks elsewhere each time. */
const SEED = Number(process.env.FUZZ_SEED ?? (TIMES > 1 ? Date.now() % 1_000_000_007 : 1))

/** No file may keep the reader longer, in milliseconds. */
const LONGEST = 1_000
/** Files that led somewhere new are changed further; so many of them, and none that makes the rest slow. */
const POOL = { files: 3_000, bytes: 20_000 }

/** Enough for a campaign on a busy machine, in milliseconds. */
export const PATIENCE = 600_000 * Math.max(1, TIMES)

const namesOfPrototypes = () =>
  [Object.prototype, Array.prototype, String.prototype, Function.prototype].map((each) =>
    Reflect.ownKeys(each).map(String).join(),
  )

/** Tries a reader with thousands of changed files; the first that it does not withstand is kept, and told of. */
export async function tryOut({ reader, corpus, mutate, outcome, most = Number.POSITIVE_INFINITY }: Campaign) {
  const runs = Math.min(IN_SUITE * TIMES, most)
  const random = randomOf(SEED)
  const pool = [...corpus]
  const seen = new Map<string, number>()
  const before = namesOfPrototypes().join()
  let slowest = 0
  const begun = process.cpuUsage()
  for (let at = 0; at < runs; at += 1) {
    // Half of them from where something new was found last.
    const recent = pool.length > 40 && random.chance(0.5)
    const from = recent ? (pool[pool.length - 1 - random.int(40)] as Uint8Array) : random.pick(pool)
    const bytes = at < corpus.length ? (corpus[at] as Uint8Array) : mutate(from, random, pool)
    const start = performance.now()
    try {
      const what = await outcome(bytes)
      const times = seen.get(what) ?? 0
      seen.set(what, times + 1)
      if (times === 0 && pool.length < POOL.files && bytes.length < POOL.bytes) pool.push(bytes)
      const took = performance.now() - start
      slowest = Math.max(slowest, took)
      if (took > LONGEST && !(await isQuick(LONGEST, () => outcome(bytes))))
        throw new Error(`took ${took.toFixed()} ms`)
    } catch (error) {
      throw notWithstood({ reader, at, bytes, error })
    }
  }
  if (namesOfPrototypes().join() !== before) throw new Error(`${reader}: JavaScript's own objects were changed`)
  // Of a processor, whatever else the machine is doing.
  const { user, system } = process.cpuUsage(begun)
  const seconds = (user + system) / 1e6
  console.log(
    `${reader}: ${runs} files in ${seconds.toFixed(1)} s, slowest ${slowest.toFixed()} ms, ` +
      `${seen.size} outcomes, seed ${SEED}`,
  )
  return { outcomes: seen }
}

interface Failure {
  reader: string
  at: number
  bytes: Uint8Array
  error: unknown
}

function notWithstood({ reader, at, bytes, error }: Failure): Error {
  const path = join(mkdtempSync(join(tmpdir(), 'fuzz-')), reader.replace(/\W+/g, '-'))
  writeFileSync(path, bytes)
  const said = error instanceof Error ? error.message : String(error)
  return new Error(
    `${reader}: file ${at} of FUZZ_SEED=${SEED} FUZZ=${TIMES} (kept as ${path}; once mended it belongs into ` +
      `tests/fuzz/corpus/found): ${said}`,
    { cause: error },
  )
}
