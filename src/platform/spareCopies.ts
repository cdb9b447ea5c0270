import {
  asText,
  copyIn,
  dueCopyOf,
  dueIsKept,
  forgetAllWords,
  idsOfLastWords,
  keepDueNow,
  lastWordsOf,
  newerOf,
  type SpareCopy,
} from './lastWords.ts'
import type { LostCase } from './storedCase.ts'

// The newest state of each case a second time, for a browser that throws its database away. In the Cache API, because it
// survives a full disk, after which IndexedDB, its buckets and OPFS had lost both old and new data (measured in Chromium
// 153 on tmpfs and ext4).

const COPIES = 'case-copies'

/** Between two copies, in milliseconds: a copy is the whole case, a save only what has changed. */
const AT_MOST_EVERY = 5_000

/** A cache that does not answer within this time counts as missing, in milliseconds. */
const WITHIN = 5_000

/** Two places in turn: a write to a full disk destroys what was in its place. */
const PLACES = [0, 1] as const
const addressOf = (id: string, place: number) => new URL(`copies/${id}/${place}`, document.baseURI).href
const idIn = (address: string) => /copies\/([^/]+)\/\d$/.exec(address)?.[1]

async function inCache<T>(work: (cache: Cache) => Promise<T>): Promise<T | null> {
  // Missing without a secure connection, refused in some private windows.
  const done = Promise.resolve().then(async () => work(await caches.open(COPIES)))
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), WITHIN))
  return Promise.race([done, late]).catch(() => null)
}

const savedAtOf = (response: Response | undefined) => Number(response?.headers.get('saved-at') ?? 0)

const bothOf = (cache: Cache, id: string) => Promise.all(PLACES.map((place) => cache.match(addressOf(id, place))))

async function newest(cache: Cache, id: string, since: number): Promise<SpareCopy | null> {
  const byTime = (await bothOf(cache, id))
    .filter((response) => response !== undefined)
    .filter((response) => savedAtOf(response) > since)
    .sort((a, b) => savedAtOf(b) - savedAtOf(a))
  for (const response of byTime) {
    const copy = copyIn(await response.text())
    if (copy !== null) return copy
  }
  return null
}

async function write(copy: SpareCopy): Promise<boolean> {
  const isKept = await inCache(async (cache) => {
    const [first = 0, second = 0] = (await bothOf(cache, copy.case.id)).map(savedAtOf)
    const older = first <= second ? 0 : 1
    const headers = { 'saved-at': String(copy.savedAt) }
    await cache.put(addressOf(copy.case.id, older), new Response(asText(copy), { headers }))
    dueIsKept(copy)
    return true
  })
  return isKept ?? false
}

const waiting = new Map<string, SpareCopy>()
let timer: ReturnType<typeof setTimeout> | undefined
let writtenAt = Number.NEGATIVE_INFINITY

/** Writes the copies that are due now: a write has failed, or the page may be gone in a moment. */
export async function keepCopiesNow(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  writtenAt = performance.now()
  const writing = [...waiting.values()].map(async (copy) => {
    if ((await write(copy)) && waiting.get(copy.case.id) === copy) waiting.delete(copy.case.id)
  })
  await Promise.all(writing)
}

export const forgetDueCopy = (id: string): void => void waiting.delete(id)

/** Keeps a copy at once, or some seconds after the one before. Never throws. */
export function keepCopy(copy: SpareCopy): void {
  waiting.set(copy.case.id, copy)
  const rest = Math.max(0, writtenAt + AT_MOST_EVERY - performance.now())
  timer ??= setTimeout(() => void keepCopiesNow(), rest)
}

/** @param since only a copy saved later than this, in milliseconds since 1970 */
export async function copyOfCase(id: string, since = 0): Promise<SpareCopy | null> {
  const due = dueCopyOf(id)
  const kept = await inCache((cache) => newest(cache, id, since))
  return due !== null && due.savedAt > since ? newerOf(due, kept) : kept
}

export async function lostCases(here: readonly string[]): Promise<readonly LostCase[]> {
  const found = await inCache(async (cache) => (await cache.keys()).map(({ url }) => idIn(url)))
  const ids = new Set([...(found ?? []), ...idsOfLastWords()])
  const lost = [...ids].filter((id) => id !== undefined).filter((id) => !here.includes(id))
  const copies = await Promise.all(lost.map(async (id) => newerOf(await copyOfCase(id), lastWordsOf(id))))
  return copies.filter((copy) => copy !== null).map(({ savedAt, ...kept }) => ({ savedAt, kept }))
}

export function keepDueCopy(id: string): void {
  const due = waiting.get(id)
  if (due !== undefined) keepDueNow(due)
}

export async function forgetCopies(id: string): Promise<void> {
  waiting.delete(id)
  forgetAllWords(id)
  await inCache((cache) => Promise.all(PLACES.map((place) => cache.delete(addressOf(id, place)))))
}

export async function forgetAllCopies(): Promise<void> {
  waiting.clear()
  await globalThis.caches?.delete(COPIES).catch(() => {})
}
