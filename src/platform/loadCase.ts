import { ofCase, SAVED_STORES } from './database.ts'
import { forgetLastWords, lastWordsOf, newerOf, type SpareCopy } from './lastWords.ts'
import { readAll } from './readRecords.ts'
import { copyOfCase } from './spareCopies.ts'
import type { CaseStorage, LoadedCase, LoadResult } from './storedCase.ts'
import {
  type CaseRecords,
  type Change,
  type Head,
  isNewer,
  loadedFrom,
  type StoredRemoved,
  type StoredRow,
} from './storedRecords.ts'

interface Loading {
  run<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T>
  remember(records: CaseRecords, loaded: LoadedCase): void
  save: CaseStorage['save']
}

export async function loadCase(storage: Loading, id: string, reading: boolean): Promise<LoadResult> {
  const [heads, rows, removed] = await storage.run((database) => {
    const transaction = database.transaction(SAVED_STORES)
    const all = <T>(store: 'cases' | 'rows' | 'removed') =>
      readAll<T>(transaction.objectStore(store), ofCase(store, id))
    return Promise.all([all<Head>('cases'), all<StoredRow>('rows'), all<StoredRemoved>('removed')])
  })
  const [head] = heads.records
  if (head === undefined && heads.unreadable.length === 0) return { ok: false, reason: 'missing' }
  if (head !== undefined && isNewer(head)) return { ok: false, reason: 'newer' }
  const found = { head, rows: rows.records, removed: removed.records }
  const isReadable = head !== undefined && removed.unreadable.length === 0
  const whole = isReadable ? loadedFrom({ ...found, head }) : null
  const spare = reading ? null : await copyOfCase(id, whole?.savedAt ?? 0)
  const copy = whole === null && !reading ? newerOf(spare, lastWordsOf(id)) : spare
  const isNewest = copy === null || copy.saveNo <= (whole?.saveNo ?? 0)
  if (head !== undefined && whole !== null && isNewest) {
    storage.remember({ ...found, head }, whole)
    return reading ? { ok: true, loaded: whole } : withLastWords(storage, whole)
  }
  const recovered = reading
    ? null
    : await storage.run(async (database) => (await import('./caseRecovery.ts')).recover(database, id, found, copy))
  if (recovered !== null) {
    storage.remember(recovered.records, recovered.loaded)
    const result = await withLastWords(storage, recovered.loaded)
    return whole === null ? { ...result, recoveredTo: recovered.recoveredTo } : result
  }
  if (head === undefined || whole === null) return { ok: false, reason: 'unreadable', stored: found }
  // There is no room to write the newer copy.
  storage.remember({ ...found, head }, whole)
  return { ok: true, loaded: whole, ...(copy !== null && { unsaved: { kept: copy, at: copy.savedAt } }) }
}

/** Saves what an earlier visit could not, once, and never over something newer. */
async function withLastWords(storage: Loading, loaded: LoadedCase): Promise<LoadResult & { ok: true }> {
  const { id } = loaded.case
  const words = lastWordsOf(id)
  if (words === null) return { ok: true, loaded }
  const savedAt = loaded.savedAt ?? 0
  const wasSaved = isSaveOf(words, { ...loaded, savedAt }) || (await hasSaved(storage, words))
  if (!wasSaved) {
    const isNext = words.after.includes(savedAt) || (words.saveNo > loaded.saveNo && words.savedAt > savedAt)
    if (!isNext) return { ok: true, loaded, unsaved: { kept: words, at: words.savedAt } }
    const saved = await storage.save(words, loaded.saveNo, words.savedAt)
    if (!saved.ok)
      return { ok: true, loaded, ...(saved.reason === 'quota' && { unsaved: { kept: words, at: words.savedAt } }) }
  }
  forgetLastWords(id, words.savedAt)
  return { ok: true, loaded: wasSaved ? loaded : { ...loaded, ...words, saveNo: loaded.saveNo + 1 } }
}

/** Of the same moment, and not the save before the words. */
const isSaveOf = (words: SpareCopy, { saveNo, savedAt }: Pick<SpareCopy, 'saveNo' | 'savedAt'>) =>
  savedAt === words.savedAt && saveNo >= words.saveNo

async function hasSaved(storage: Loading, words: SpareCopy): Promise<boolean> {
  const changes = await storage.run((database) =>
    readAll<Change>(database.transaction('changes').objectStore('changes'), ofCase('changes', words.case.id)),
  )
  return changes.records.some((change) => isSaveOf(words, change))
}
