import { dueCopyOf, dueIsKept, forgetAllWords, idsOfLastWords, keepDueNow, lastWordsOf } from './lastWords.ts'
import { asText, copyIn, newerOf, type SpareCopy } from './spareCopy.ts'
import type { LostCase } from './storedCase.ts'

export { forgetLastWords, keepLastWords, lastWordsSaved } from './lastWords.ts'

// The newest state of each case a second time, for a browser that throws its database away: in the Cache API, because
// what it has kept is there after a full disk, when IndexedDB, its buckets and OPFS had lost both old and new (measured in
// Chromium 153 on tmpfs and ext4).

export const COPIES = 'case-copies'

/** Between two copies of a case, in milliseconds: a copy is the whole case, a save only what has changed. */
const AT_MOST_EVERY = 5_000

/** A cache that does not answer within this time is done without, in milliseconds. */
const WITHIN = 5_000

/** Two places by turns: what is written to a full disk takes away what was in its place. */
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

async function newest(responses: readonly (Response | undefined)[], since: number): Promise<SpareCopy | null> {
  const byTime = responses
    .filter((response) => response !== undefined)
    .filter((response) => savedAtOf(response) > since)
    .sort((a, b) => savedAtOf(b) - savedAtOf(a))
  for (const response of byTime) {
    const copy = copyIn(await response.text())
    if (copy !== null) return copy
  }
  return null
}

const bothOf = (cache: Cache, id: string) => Promise.all(PLACES.map((place) => cache.match(addressOf(id, place))))

async function write(copy: SpareCopy): Promise<boolean> {
  const isKept = await inCache(async (cache) => {
    const [first, second] = (await bothOf(cache, copy.case.id)).map(savedAtOf)
    const older = (first ?? 0) <= (second ?? 0) ? 0 : 1
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
  const due = [...waiting.values()]
  const areKept = await Promise.all(due.map(write))
  due.forEach((copy, at) => {
    if (areKept[at] && waiting.get(copy.case.id) === copy) waiting.delete(copy.case.id)
  })
}

export const forgetDueCopy = (id: string): void => void waiting.delete(id)

/** Keeps a copy at once, or some seconds after the one before. Never throws. */
export function keepCopy(copy: SpareCopy): void {
  waiting.set(copy.case.id, copy)
  const rest = Math.max(0, writtenAt + AT_MOST_EVERY - performance.now())
  timer ??= setTimeout(() => void keepCopiesNow(), rest)
}

/** @param since only one that was saved later, in milliseconds since 1970 */
export async function copyOfCase(id: string, since = 0): Promise<SpareCopy | null> {
  const due = dueCopyOf(id)
  const kept = await inCache(async (cache) => newest(await bothOf(cache, id), since))
  return due !== null && due.savedAt > since ? newerOf(due, kept) : kept
}

/** The newest copy of every case that is not among these. Never throws. */
export async function lostCases(here: readonly string[]): Promise<readonly LostCase[]> {
  const found = await inCache(async (cache) => (await cache.keys()).map(({ url }) => idIn(url)))
  const ids = [...new Set([...(found ?? []), ...idsOfLastWords()])]
  const lost = ids.filter((id) => id !== undefined).filter((id) => !here.includes(id))
  const copies = await Promise.all(lost.map(async (id) => newerOf(await copyOfCase(id), lastWordsOf(id))))
  return copies.filter((copy) => copy !== null).map(({ savedAt, ...kept }) => ({ savedAt, kept }))
}

/** Keeps the copy that is due in `localStorage`, if one is: the page may be gone before it is written. */
export function keepDueCopy(id: string): void {
  const due = waiting.get(id)
  if (due !== undefined) keepDueNow(due)
}

/** Forgets what is kept of a case here. Never throws. */
export async function forgetCopies(id: string): Promise<void> {
  waiting.delete(id)
  forgetAllWords(id)
  await inCache((cache) => Promise.all(PLACES.map((place) => cache.delete(addressOf(id, place)))))
}

export async function forgetAllCopies(): Promise<void> {
  waiting.clear()
  await globalThis.caches?.delete(COPIES).catch(() => {})
}
