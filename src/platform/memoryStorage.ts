import type { OpenRefusal } from './database.ts'
import type { CaseStorage, EverythingOfCase, LoadedCase } from './storedCase.ts'

const entriesOf = <T>(kept: ReadonlyMap<string, T>, begin: string) => [...kept].filter(([key]) => key.startsWith(begin))

export function memoryStorage(refusal: OpenRefusal | null = 'refused'): CaseStorage {
  const cases = new Map<string, LoadedCase>()
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const notes = new Map<string, string>()
  const back = new WeakMap<EverythingOfCase, () => void>()
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
    lost: async () => [],
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
    forget: () => {},
    keepLastWords: () => {},
    forgetLastWords: () => {},
    remove: async (id) => {
      const everything: EverythingOfCase = new Map()
      const begin = keyOf(id, '')
      const loaded = cases.get(id)
      const [ownFiles, ownNotes] = [entriesOf(files, begin), entriesOf(notes, begin)]
      back.set(everything, () => {
        if (loaded !== undefined) cases.set(id, loaded)
        for (const [key, bytes] of ownFiles) files.set(key, bytes)
        for (const [key, text] of ownNotes) notes.set(key, text)
      })
      cases.delete(id)
      for (const [key] of ownFiles) files.delete(key)
      for (const [key] of ownNotes) notes.delete(key)
      return everything
    },
    putBack: async (everything) => back.get(everything)?.(),
    keepFile: async (caseId, sha256, bytes) => {
      files.set(keyOf(caseId, sha256), bytes)
      return { ok: true }
    },
    file: async (caseId, sha256) => files.get(keyOf(caseId, sha256)) ?? null,
    note: async (caseId, kind) => notes.get(keyOf(caseId, kind)) ?? '',
    notes: async (caseId) =>
      new Map(entriesOf(notes, keyOf(caseId, '')).map(([key, text]) => [key.slice(caseId.length + 1), text])),
    keepLastNote: () => {},
    keepNote: async (caseId, kind, text) => {
      if (text === '') notes.delete(keyOf(caseId, kind))
      else notes.set(keyOf(caseId, kind), text)
      return { ok: true }
    },
    room: async () => null,
    sizes: async () => new Map(),
    sweep: async () => {},
  }
}
