import { rowsOf } from '../domain/case/address.ts'
import { perList } from '../domain/case/answers.ts'
import { readStoredCase } from '../domain/case/readStoredCase.ts'
import { rawReplies, readReplies } from '../domain/reply/readReply.ts'
import { crc32 } from './crc32.ts'
import { STORED_FORMAT } from './database.ts'
import { newId } from './newId.ts'
import { entry, keepEntry } from './preferences.ts'
import type { LoadedCase } from './storedCase.ts'

// What is written while the page goes is kept in `localStorage`, the only synchronous store: WebKitGTK 2.50 does not
// carry out an IndexedDB transaction that begins then (measured).

/** A case as it is kept a second time, outside the database, without files, notes and versions. */
export interface SpareCopy extends LoadedCase {
  savedAt: number
  /** When the saves before it were made, in milliseconds since 1970: the stored one, and those under way. */
  after: readonly number[]
}

export function asText(copy: SpareCopy): string {
  const stored = { ...copy.case, replies: rawReplies(copy.case.replies) }
  const text = JSON.stringify({ ...copy, case: stored, formatVersion: STORED_FORMAT })
  return `${crc32(text)} ${text}`
}

export function copyIn(text: string): SpareCopy | null {
  const [sum = ''] = text.split(' ', 1)
  const json = text.slice(sum.length + 1)
  if (crc32(json) !== sum) return null
  const { formatVersion, ...copy }: SpareCopy & { formatVersion: number } = JSON.parse(json)
  if (formatVersion !== STORED_FORMAT) return null
  const { answers, language, replies } = copy.case
  const rows = perList((list) => rowsOf(answers, list))
  const read = readStoredCase({ answers, language, rows, removed: copy.removed })
  if (read === null) return null
  return {
    ...copy,
    case: { ...copy.case, answers: read.answers, replies: readReplies(replies) },
    removed: read.removed,
  }
}

type Saved = Pick<SpareCopy, 'savedAt' | 'saveNo'>

/** Of two saves within one millisecond the number tells which came first. */
const isOlder = (one: Saved, other: Saved) =>
  one.savedAt < other.savedAt || (one.savedAt === other.savedAt && one.saveNo < other.saveNo)

export const newerOf = (one: SpareCopy | null, other: SpareCopy | null): SpareCopy | null =>
  one !== null && other !== null && isOlder(one, other) ? other : (one ?? other)

/** Each page has an entry of its own: without locks two pages may write. */
const PAGE = newId()
const wordsOf = (id: string) => `unsaved ${id} `
const copyName = (id: string) => `copy ${id}`

const namesOf = (begin: string): readonly string[] => {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(begin))
  } catch {
    return []
  }
}

function copyAt(name: string): SpareCopy | null {
  try {
    return copyIn(entry(name) ?? '')
  } catch {
    return null
  }
}

function forgetUpTo(name: string, saved: Saved): void {
  const copy = copyAt(name)
  if (copy !== null && !isOlder(saved, copy)) keepEntry(name, null)
}

// A copy that is larger than the browser allows is not kept: the save that is under way has to do.

/** Keeps a copy within this very call, until `lastWordsSaved`: the page may be gone before it is saved. */
export const keepLastWords = (copy: SpareCopy): void => void keepEntry(`${wordsOf(copy.case.id)}${PAGE}`, asText(copy))

/** A save is complete. */
export const lastWordsSaved = (saved: SpareCopy): void => forgetUpTo(`${wordsOf(saved.case.id)}${PAGE}`, saved)

export function lastWordsOf(id: string): SpareCopy | null {
  const all = namesOf(wordsOf(id)).map(copyAt)
  return all.filter((words) => words !== null).sort((a, b) => a.savedAt - b.savedAt)[0] ?? null
}

/** @param at when the words were written, in milliseconds since 1970 */
export function forgetLastWords(id: string, at: number): void {
  for (const name of namesOf(wordsOf(id))) if (copyAt(name)?.savedAt === at) keepEntry(name, null)
}

export const keepDueNow = (copy: SpareCopy): void => void keepEntry(copyName(copy.case.id), asText(copy))

export const dueCopyOf = (id: string): SpareCopy | null => copyAt(copyName(id))

export const dueIsKept = (saved: SpareCopy): void => forgetUpTo(copyName(saved.case.id), saved)

export const idsOfLastWords = (): readonly (string | undefined)[] =>
  [...namesOf('unsaved '), ...namesOf('copy ')].map((name) => name.split(' ')[1])

export function forgetAllWords(id: string): void {
  const own = [wordsOf(id), `unsaved-note ${id} `].flatMap(namesOf)
  for (const name of [...own, copyName(id)]) keepEntry(name, null)
}
