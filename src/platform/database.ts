import { keepEntry } from './preferences.ts'

/** A newer version of the product has taken the database over; this one must not touch it any more. */
export class Updated extends Error {}

export const result = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** Nothing counts as written before this resolves: requests can succeed and the transaction still abort. */
export const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    // A full disk fires only `abort`.
    transaction.onabort = () =>
      reject(transaction.error ?? new DOMException('The transaction was aborted', 'AbortError'))
    transaction.onerror = () => reject(transaction.error)
  })

export const reasonOf = (error: unknown): 'quota' | 'error' =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'quota' : 'error'

/** `late`: no answer; `blocked`: an older version in another tab keeps it; `upgrade`: the upgrade failed. */
export type OpenRefusal = 'refused' | 'late' | 'blocked' | 'newer' | 'damaged' | 'upgrade'

const REFUSALS: Readonly<Record<string, OpenRefusal>> = {
  VersionError: 'newer',
  UnknownError: 'damaged',
  AbortError: 'upgrade',
  late: 'late',
  blocked: 'blocked',
}

export function refusalOf(error: unknown): OpenRefusal {
  const refusal = REFUSALS[(error as Error | null)?.name ?? ''] ?? 'refused'
  // Chromium calls it unknown, too, where a page may keep nothing at all.
  return refusal === 'damaged' && !keepEntry('probe', null) ? 'refused' : refusal
}

/** The flag of a database in doubt, for the page after this one. */
export const DOUBT = 'doubtful'

/** Breaking schema changes get a new database name; the version only adds stores. */
export const DATABASE = 'case-v1'
const VERSION = 4

export const STORED_FORMAT = 1

/** A database that does not open within this time counts as refused, in milliseconds. */
const OPEN_WITHIN = 5_000

/**
 * How long a database that may have lost something is left alone before it is opened again, in milliseconds. Chromium
 * serves what it has in memory until no page has had the database open for two seconds, and only then reads the disk
 * (measured: after 1 s it shows words that are gone after the next start, after 2.5 s it does not).
 */
export const REST = 3_000

export const SAVED_STORES = ['cases', 'rows', 'removed', 'changes'] as const

/** `snapshots` hold whole cases, `quarantine` holds damaged records. */
export const ALL_STORES = [...SAVED_STORES, 'blobs', 'private', 'snapshots', 'quarantine'] as const

/** The files of others that an account manager keeps: a summary for the list, and the whole file. */
export const RECEIVED_STORES = ['received', 'receivedFiles'] as const

const KEYS = {
  cases: 'id',
  rows: ['caseId', 'list', 'rowId'],
  removed: ['caseId', 'rowId'],
  // One entry for each save. A second one of the same number is refused, which tells two tabs apart.
  changes: ['caseId', 'saveNo'],
  // By case and checksum, so that deleting a case deletes its files and no others.
  blobs: ['caseId', 'sha256'],
  private: ['caseId', 'kind'],
  // The key says when and why, so that a list of versions reads none of them.
  snapshots: ['caseId', 'saveNo', 'at', 'why'],
  quarantine: ['caseId', 'at', 'number'],
  received: ['caseId', 'digest'],
  receivedFiles: ['caseId', 'digest'],
}

export const allOf = (id: string) => IDBKeyRange.bound([id], [id, []])

export const ofCase = (store: (typeof ALL_STORES)[number], id: string) => (store === 'cases' ? id : allOf(id))

export function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, VERSION)
    let why: 'late' | 'blocked' = 'late'
    const timer = setTimeout(() => reject(new DOMException('The database does not open', why)), OPEN_WITHIN)
    opening.onblocked = () => {
      why = 'blocked'
    }
    opening.onupgradeneeded = () => {
      const database = opening.result
      for (const [name, keyPath] of Object.entries(KEYS))
        if (!database.objectStoreNames.contains(name)) database.createObjectStore(name, { keyPath })
    }
    opening.onerror = () => {
      clearTimeout(timer)
      reject(opening.error)
    }
    opening.onsuccess = () => {
      clearTimeout(timer)
      const database = opening.result
      // Until a connection listens, and if it opened too late: blocks no newer version.
      database.onversionchange = () => database.close()
      resolve(database)
    }
  })
}
