import type { OpenRefusal } from './database.ts'
import type { CaseStorage, LoadedCase } from './storedCase.ts'

/** Where the browser keeps nothing: the whole product works, until the page is closed. */
export function memoryStorage(refusal: OpenRefusal | null = 'refused'): CaseStorage {
  const cases = new Map<string, LoadedCase>()
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const notes = new Map<string, string>()
  const keyOf = (caseId: string, sha256: string) => `${caseId}/${sha256}`
  return {
    keeps: false,
    refusal,
    watch: () => () => {},
    list: async () =>
      [...cases.values()].map(({ case: { id, answers }, savedAt, lastCopyAt, place }) => ({
        id,
        company: answers.about.company,
        savedAt,
        lastCopyAt,
        place,
        readable: true,
      })),
    load: async (id) => {
      const loaded = cases.get(id)
      return loaded === undefined ? { ok: false, reason: 'missing' } : { ok: true, loaded }
    },
    save: async (kept, saveNo, savedAt) => {
      const named = new Set(kept.case.evidence.map(({ sha256 }) => keyOf(kept.case.id, sha256)))
      for (const { sha256 } of cases.get(kept.case.id)?.case.evidence ?? [])
        if (!named.has(keyOf(kept.case.id, sha256))) files.delete(keyOf(kept.case.id, sha256))
      cases.set(kept.case.id, { ...kept, saveNo: saveNo + 1, savedAt })
      return { ok: true, saveNo: saveNo + 1, savedAt }
    },
    saveNo: async (id) => cases.get(id)?.saveNo ?? null,
    versions: async () => [],
    version: async () => null,
    keepVersion: async () => {},
    remove: async (id) => {
      cases.delete(id)
      for (const kept of [files, notes])
        for (const key of kept.keys()) if (key.startsWith(keyOf(id, ''))) kept.delete(key)
    },
    keepFile: async (caseId, sha256, bytes) => {
      files.set(keyOf(caseId, sha256), bytes)
      return { ok: true }
    },
    file: async (caseId, sha256) => files.get(keyOf(caseId, sha256)) ?? null,
    note: async (caseId, kind) => notes.get(keyOf(caseId, kind)) ?? '',
    notes: async (caseId) =>
      new Map(
        [...notes]
          .filter(([key]) => key.startsWith(keyOf(caseId, '')))
          .map(([key, text]) => [key.slice(caseId.length + 1), text]),
      ),
    keepNote: async (caseId, kind, text) => {
      if (text === '') notes.delete(keyOf(caseId, kind))
      else notes.set(keyOf(caseId, kind), text)
      return { ok: true }
    },
    room: async () => null,
    sweep: async () => {},
  }
}
