import { changeOf, filesGone, type Written } from './caseRecords.ts'
import { allOf, completed, SAVED_STORES } from './database.ts'
import type { KeptCase } from './storedCase.ts'
import { type Head, isHeadWhole, isRowWhole, type StoredRow } from './storedRecords.ts'
import { yieldToMain } from './yieldToMain.ts'

interface Save {
  kept: KeptCase
  /** Undefined if everything has to be written. */
  before: Written | undefined
  saveNo: number
  /** Milliseconds since 1970. */
  now: number
  /** The page may be gone in a moment: it is committed without waiting for an answer. */
  urgent: boolean
  /** What is stored is not what was written: all of it is written anew. */
  isLost: boolean
}

/** Rows whose digests take the page a moment: those of a file that is opened, not those that somebody changes. */
const MANY = 200

type Outcome = { ok: true; written: Written } | { ok: false; reason: 'conflict' | 'deleted' }

/** Every request is made before the first answer comes: a page that is being closed gets no answers. */
export async function writeCase(
  database: IDBDatabase,
  { kept, before, saveNo, now, urgent, isLost }: Save,
): Promise<Outcome> {
  const { id } = kept.case
  // The bytes of a file go in the very transaction in which the case no longer names it, or not at all.
  const gone = filesGone(kept, before)
  const stores = gone.length === 0 ? SAVED_STORES : ([...SAVED_STORES, 'blobs'] as const)
  const { change, orders } = changeOf(kept, before, saveNo + 1, now)
  const { head, puts, deletes, removed } = change
  if (saveNo === 0 && !urgent && puts.length > MANY) await yieldToMain()
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' })
  const cases = transaction.objectStore('cases')
  let fault: 'conflict' | 'deleted' | null = null
  const giveUp = () => {
    if (!urgent) transaction.abort()
  }
  const check: IDBRequest<Head | undefined> = cases.get(id)
  check.onsuccess = () => {
    const stored = check.result?.saveNo
    if (stored === undefined ? saveNo === 0 || isLost : isLost ? stored <= saveNo : stored === saveNo) return
    fault = stored === undefined ? 'deleted' : 'conflict'
    giveUp()
  }
  /** What was written is read back before it counts. */
  const readBack = <T>(request: IDBRequest<T>, isWhole: (stored: T) => boolean) => {
    request.onsuccess = () => {
      if (!isWhole(request.result)) giveUp()
    }
  }
  try {
    const rows = transaction.objectStore('rows')
    if (isLost) {
      rows.delete(allOf(id))
      transaction.objectStore('changes').delete(allOf(id))
    }
    transaction.objectStore('changes').add(change)
    cases.put(head)
    readBack<Head>(cases.get(id), isHeadWhole)
    for (const row of puts) {
      rows.put(row)
      readBack<StoredRow>(rows.get([id, row.list, row.rowId]), isRowWhole)
    }
    for (const [list, rowId] of deletes) rows.delete([id, list, rowId])
    if (removed !== null) {
      const store = transaction.objectStore('removed')
      store.delete(allOf(id))
      for (const each of removed) store.put(each)
    }
    for (const sha256 of gone) transaction.objectStore('blobs').delete([id, sha256])
  } catch (error) {
    // Otherwise what was asked for before the fault would be written without the rest.
    transaction.abort()
    throw error
  }
  if (urgent) transaction.commit()
  try {
    await completed(transaction)
  } catch (error) {
    if (fault !== null) return { ok: false, reason: fault }
    throw error
  }
  return { ok: true, written: { kept, orders, saveNo: saveNo + 1, savedAt: now } }
}
