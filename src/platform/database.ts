/** IndexedDB as promises: the few calls that the storage needs. A request can succeed and its transaction still abort,
 * so nothing counts as written before `completed` has resolved. */

/** The result of a request. */
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

/**
 * Opens a database. A connection that a newer version of the app waits for is closed, so that it can upgrade.
 * @param within milliseconds after which a database that does not answer counts as refused
 */
export function openDatabase(
  name: string,
  version: number,
  upgrade: (database: IDBDatabase) => void,
  within: number,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version)
    const timer = setTimeout(() => reject(new Error('IndexedDB did not open in time')), within)
    opening.onupgradeneeded = () => upgrade(opening.result)
    opening.onerror = () => {
      clearTimeout(timer)
      reject(opening.error)
    }
    opening.onsuccess = () => {
      clearTimeout(timer)
      const database = opening.result
      database.onversionchange = () => database.close()
      resolve(database)
    }
  })
}

/** Why something could not be written. */
export const reasonOf = (error: unknown): 'quota' | 'error' =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'quota' : 'error'
