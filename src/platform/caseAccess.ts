import type { Connection } from './connection.ts'
import { reasonOf, result, Updated } from './database.ts'
import { forgetLastWords, keepLastWords, lastWordsSaved } from './lastWords.ts'
import { loadCase } from './loadCase.ts'
import { putRecords, readAll, removeRecords } from './readRecords.ts'
import { forgetCopies, forgetDueCopy, keepCopiesNow, keepCopy, keepDueCopy, lostCases } from './spareCopies.ts'
import type { CaseStorage, KeptCase } from './storedCase.ts'
import type { Head } from './storedRecords.ts'
import { type Written, writeCase } from './writeCase.ts'

const casesIn = (database: IDBDatabase) => database.transaction('cases').objectStore('cases')

export function caseAccess(connection: Connection) {
  const written = new Map<string, Written>()
  /** When the saves that are under way were made, by case. */
  const sending = new Map<string, readonly number[]>()
  /** Cases of which less is stored than was written: all of them is written again. */
  const lacking = new Set<string>()

  const hasLost = async (database: IDBDatabase): Promise<boolean> => {
    const before = lacking.size
    for (const [id, { saveNo }] of written) {
      const head = await result<Head | undefined>(casesIn(database).get(id))
      if (head === undefined || head.saveNo < saveNo) lacking.add(id)
    }
    for (const id of lacking) written.delete(id)
    return lacking.size > before
  }

  const copyOf = (kept: KeptCase, saveNo: number, savedAt: number) => {
    const { id } = kept.case
    const after = [written.get(id)?.savedAt ?? 0, ...(sending.get(id) ?? [])]
    return { ...kept, saveNo, savedAt, after }
  }

  const forget = (id: string): void => {
    written.delete(id)
    lacking.delete(id)
    forgetDueCopy(id)
  }

  const save: CaseStorage['save'] = async (kept, saveNo, now, urgent) => {
    const { id } = kept.case
    const isLost = lacking.has(id)
    // A save of this tab that went in, but could not be shown to have, counts as its own.
    const base = saveNo === 0 ? 0 : Math.max(saveNo, written.get(id)?.saveNo ?? 0)
    const before = saveNo === 0 || isLost ? undefined : written.get(id)
    // Without locks another tab may have saved since, and the number has to be checked before anything is written.
    const isBlind = urgent !== undefined && navigator.locks !== undefined
    const copy = copyOf(kept, base + 1, now)
    sending.set(id, [...(sending.get(id) ?? []), now])
    try {
      const write = async (database: IDBDatabase) => {
        const outcome = await writeCase(database, { kept, before, saveNo: base, now, urgent: isBlind, isLost })
        if (outcome.ok) {
          written.set(id, outcome.written)
          lacking.delete(id)
        }
        return outcome
      }
      const outcome = await connection.write(write, async () => !lacking.has(id))
      if (!outcome.ok) return outcome
      keepCopy(copy)
      lastWordsSaved(copy)
      return { ok: true, saveNo: base + 1, savedAt: now, ...(isLost ? { recreated: true } : {}) }
    } catch (error) {
      if (error instanceof Updated) return { ok: false, reason: 'updated' }
      const isTaken = error instanceof DOMException && error.name === 'ConstraintError'
      if (isTaken) return { ok: false, reason: 'conflict' }
      // A new case that is refused has not begun, and so is not missed.
      if (saveNo > 0) keepCopy(copy)
      void keepCopiesNow()
      return { ok: false, reason: reasonOf(error) }
    } finally {
      const others = (sending.get(id) ?? []).filter((at) => at !== now)
      sending.set(id, others)
    }
  }

  return {
    hasLost,
    forget,
    forgetAll: () => {
      for (const id of written.keys()) forget(id)
    },
    heads: () => connection.run((database) => readAll<Head>(casesIn(database))),
    save,
    load: (id, reading) => {
      const storage: Parameters<typeof loadCase>[0] = {
        run: (work) => connection.run(work),
        remember: ({ head, rows }, kept) => {
          const orders = new Map(rows.map(({ list, rowId, order }) => [`${list}.${rowId}`, order]))
          written.set(id, { kept, orders, saveNo: head.saveNo, savedAt: head.savedAt })
        },
        save,
      }
      return loadCase(storage, id, reading !== undefined)
    },
    lost: lostCases,
    keepLastWords: (kept, saveNo, now) => {
      if (saveNo === null) keepDueCopy(kept.case.id)
      else keepLastWords(copyOf(kept, saveNo, now))
      void keepCopiesNow()
    },
    forgetLastWords,
    remove: async (id) => {
      forget(id)
      const everything = await connection.run((database) => removeRecords(database, id))
      await forgetCopies(id)
      return everything
    },
    putBack: (everything) => connection.run((database) => putRecords(database, everything)),
  } satisfies Partial<CaseStorage> & Record<string, unknown>
}
