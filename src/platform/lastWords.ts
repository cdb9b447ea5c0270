import { newId } from './newId.ts'
import { entry, keepEntry } from './preferences.ts'
import { asText, copyIn, type SpareCopy } from './spareCopy.ts'

// What is written while the page goes is in `localStorage`, the only store that takes it at once: WebKitGTK 2.50 does not
// carry out a transaction of IndexedDB that is begun then (measured).

const LAST_WORDS = 'unsaved '
const DUE = 'copy '

/** Each page has words of its own: without locks two may write. */
const PAGE = newId()
const nameOf = (id: string) => `${LAST_WORDS}${id} ${PAGE}`

export const dueCopyOf = (id: string): SpareCopy | null => copyAt(`${DUE}${id}`)

export const keepDueNow = (copy: SpareCopy): void => keepNow(`${DUE}${copy.case.id}`, copy)

/** A copy has been written: what was due until then is not any more. */
export function dueIsKept({ case: { id }, savedAt }: SpareCopy): void {
  if ((dueCopyOf(id)?.savedAt ?? Number.POSITIVE_INFINITY) <= savedAt) localStorage.removeItem(`${DUE}${id}`)
}

/** Keeps a copy within this very call, until `lastWordsSaved`: the page may be gone before a save is through. */
export const keepLastWords = (copy: SpareCopy): void => keepNow(nameOf(copy.case.id), copy)

// Larger than the browser allows, or blocked: the save that is under way has to do.
const keepNow = (name: string, copy: SpareCopy): void => void keepEntry(name, asText(copy))

function copyAt(name: string): SpareCopy | null {
  try {
    return copyIn(entry(name) ?? '')
  } catch {
    return null
  }
}

const namesOf = (begin: string): readonly string[] => {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(begin))
  } catch {
    return []
  }
}

/** The oldest last words of a case that have not been taken in; null if there are none. */
export function lastWordsOf(id: string): SpareCopy | null {
  const all = namesOf(`${LAST_WORDS}${id} `).map(copyAt)
  return all.filter((words) => words !== null).sort((a, b) => a.savedAt - b.savedAt)[0] ?? null
}

/** A save that was made at this time, in milliseconds since 1970, has come through. */
export function lastWordsSaved(id: string, at: number): void {
  const name = nameOf(id)
  if ((copyAt(name)?.savedAt ?? Number.POSITIVE_INFINITY) <= at) localStorage.removeItem(name)
}

/** Forgets what was written at this time, in milliseconds since 1970: it has been taken in. */
export function forgetLastWords(id: string, at: number): void {
  for (const name of namesOf(`${LAST_WORDS}${id} `)) if (copyAt(name)?.savedAt === at) localStorage.removeItem(name)
}

export const idsOfLastWords = (): readonly (string | undefined)[] =>
  [...namesOf(LAST_WORDS), ...namesOf(DUE)].map((name) => name.split(' ')[1])

export function forgetAllWords(id: string): void {
  for (const begin of [`${LAST_WORDS}${id} `, `unsaved-note ${id} `])
    for (const name of namesOf(begin)) localStorage.removeItem(name)
  // A copy that is not there is as good.
  if (dueCopyOf(id) !== null) localStorage.removeItem(`${DUE}${id}`)
}
