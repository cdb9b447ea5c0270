/** IndexedDB as promises: the few calls that the storage needs. A request can succeed and its transaction still abort,
 * so nothing counts as written before `completed` has resolved. */

/** A newer version of the product has taken the database over; this one must not touch it any more. */
export class Updated extends Error {}

export const result = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** Resolves when a transaction is complete; a full disk fires only `abort`. */
export const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () =>
      reject(transaction.error ?? new DOMException('The transaction was aborted', 'AbortError'))
    transaction.onerror = () => reject(transaction.error)
  })

/** `late`: no answer; `blocked`: an older version in another tab keeps it; `upgrade`: making it newer failed. */
export type OpenRefusal = 'refused' | 'late' | 'blocked' | 'newer' | 'damaged' | 'upgrade'

const REFUSALS: Readonly<Record<string, OpenRefusal>> = {
  VersionError: 'newer',
  UnknownError: 'damaged',
  AbortError: 'upgrade',
}

/** What is no answer of the database counts as a refusal. */
export const refusalOf = (error: unknown): OpenRefusal =>
  error instanceof Late ? error.why : (REFUSALS[(error as Error | null)?.name ?? ''] ?? 'refused')

class Late extends Error {
  readonly why: 'late' | 'blocked'
  constructor(why: 'late' | 'blocked') {
    super(why)
    this.why = why
  }
}

/** @param within milliseconds after which a database that does not answer counts as refused */
export function openDatabase(
  name: string,
  version: number,
  upgrade: (database: IDBDatabase) => void,
  within: number,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version)
    let why: 'late' | 'blocked' = 'late'
    const timer = setTimeout(() => reject(new Late(why)), within)
    opening.onblocked = () => {
      why = 'blocked'
    }
    opening.onupgradeneeded = () => upgrade(opening.result)
    opening.onerror = () => {
      clearTimeout(timer)
      reject(opening.error)
    }
    opening.onsuccess = () => {
      clearTimeout(timer)
      const database = opening.result
      // Until somebody wants to hear of it: nothing stands in the way of a newer version, nor of one that came too late.
      database.onversionchange = () => database.close()
      resolve(database)
    }
  })
}

export const reasonOf = (error: unknown): 'quota' | 'error' =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'quota' : 'error'
