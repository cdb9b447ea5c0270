import type { Page } from '@playwright/test'

/** Everything that this browser keeps in its databases, as text: whatever is called what, and in which order. */
export const everythingKept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answered = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const found: unknown[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answered(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        const records = database.transaction(store).objectStore(store)
        found.push([name, store, await answered(records.getAllKeys()), await answered(records.getAll())])
      }
      database.close()
    }
    return JSON.stringify(found)
  })
