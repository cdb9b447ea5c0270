import { nonBlank } from '../domain/case/answer.ts'
import type { OpenRefusal } from './database.ts'
import type { CaseStorage, EverythingOfCase, LoadedCase } from './storedCase.ts'

interface CaseInMemory {
  loaded: LoadedCase | null
  files: Map<string, Uint8Array<ArrayBuffer>>
  notes: Map<string, string>
}

export function memoryStorage(refusal: OpenRefusal | null = 'refused'): CaseStorage {
  const cases = new Map<string, CaseInMemory>()
  const removed = new WeakMap<EverythingOfCase, readonly [string, CaseInMemory]>()
  const inMemory = (id: string): CaseInMemory => {
    const one = cases.get(id) ?? { loaded: null, files: new Map(), notes: new Map() }
    cases.set(id, one)
    return one
  }
  return {
    keeps: false,
    refusal,
    watch: () => () => {},
    list: async () =>
      [...cases.values()]
        .map(({ loaded }) => loaded)
        .filter((loaded) => loaded !== null)
        .map(({ case: { id, answers }, savedAt, lastCopyAt, place }) => ({
          ...{ id, savedAt, lastCopyAt, place },
          company: nonBlank(answers.about.company),
          partner: nonBlank(answers.about.partnerCompany),
          readable: true,
        })),
    lost: async () => [],
    load: async (id) => {
      const loaded = inMemory(id).loaded
      return loaded === null ? { ok: false, reason: 'missing' } : { ok: true, loaded }
    },
    save: async (kept, saveNo, savedAt) => {
      const one = inMemory(kept.case.id)
      const named = new Set(kept.case.evidence.map(({ sha256 }) => sha256))
      for (const { sha256 } of one.loaded?.case.evidence ?? []) if (!named.has(sha256)) one.files.delete(sha256)
      one.loaded = { ...kept, saveNo: saveNo + 1, savedAt }
      return { ok: true, saveNo: saveNo + 1, savedAt }
    },
    saveNo: async (id) => inMemory(id).loaded?.saveNo ?? null,
    versions: async () => [],
    version: async () => null,
    keepVersion: async () => {},
    forget: () => {},
    keepLastWords: () => {},
    forgetLastWords: () => {},
    remove: async (id) => {
      const everything: EverythingOfCase = new Map()
      removed.set(everything, [id, inMemory(id)])
      cases.delete(id)
      return everything
    },
    putBack: async (everything) => {
      const entry = removed.get(everything)
      if (entry !== undefined) cases.set(...entry)
    },
    keepFile: async (caseId, sha256, bytes) => {
      inMemory(caseId).files.set(sha256, bytes)
      return { ok: true }
    },
    file: async (caseId, sha256) => inMemory(caseId).files.get(sha256) ?? null,
    note: async (caseId, kind) => inMemory(caseId).notes.get(kind) ?? '',
    notes: async (caseId) => new Map(inMemory(caseId).notes),
    keepLastNote: () => {},
    keepNote: async (caseId, kind, text) => {
      if (text === '') inMemory(caseId).notes.delete(kind)
      else inMemory(caseId).notes.set(kind, text)
      return { ok: true }
    },
    room: async () => null,
    sizes: async () => new Map(),
    sweep: async () => {},
  }
}
