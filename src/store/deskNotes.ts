import type { CaseStorage, KeepResult } from '../platform/storedCase.ts'

/** Where texts beside a case are: in this browser, or until the page is closed. */
export interface NotePlace {
  note(of: string, kind: string): Promise<string>
  keepNote(of: string, kind: string, text: string): Promise<KeepResult>
}

interface DeskNotes extends NotePlace {
  /** True where something was written that goes when the page is closed. */
  hasUnkept(): boolean
  /** What was written under this kind has become a file and may go. */
  mayGo(kind: string): void
  /** Keeps in this browser what has been written so far. */
  keepAll(of: string): Promise<KeepResult>
  /** Takes what is kept out of this browser; it stays until the page is closed. */
  takeBack(of: string): Promise<void>
  /** Forgets everything about one case. */
  forget(of: string, caseId: string): Promise<void>
}

/** Own questions are kept always: they are nobody's case. */
const ALWAYS_KEPT = 'stock'

/** The texts of an account manager: in memory, and in this browser where that is asked for. */
export function deskNotes(storage: CaseStorage, isAskedFor: () => boolean): DeskNotes {
  const texts = new Map<string, string>()
  const unkept = new Set<string>()
  const isKept = (kind: string) => isAskedFor() || (storage.keeps && kind === ALWAYS_KEPT)
  return {
    note: async (of, kind) => {
      const here = texts.get(kind)
      if (here !== undefined || !isKept(kind)) return here ?? ''
      const kept = await storage.note(of, kind)
      texts.set(kind, kept)
      return kept
    },
    keepNote: async (of, kind, text) => {
      texts.set(kind, text)
      if (text === '' || isKept(kind)) unkept.delete(kind)
      else unkept.add(kind)
      return isKept(kind) ? storage.keepNote(of, kind, text) : { ok: true }
    },
    hasUnkept: () => unkept.size > 0,
    mayGo: (kind) => {
      unkept.delete(kind)
    },
    keepAll: async (of) => {
      for (const [kind, text] of texts) {
        const kept = await storage.keepNote(of, kind, text)
        if (!kept.ok) return kept
        unkept.delete(kind)
      }
      return { ok: true }
    },
    takeBack: async (of) => {
      for (const [kind, text] of await storage.notes(of)) {
        if (kind === ALWAYS_KEPT) continue
        if (!texts.has(kind)) texts.set(kind, text)
        unkept.add(kind)
        await storage.keepNote(of, kind, '')
      }
    },
    forget: async (of, caseId) => {
      const kinds = [...texts.keys(), ...(await storage.notes(of)).keys()]
      for (const kind of new Set(kinds.filter((each) => each.includes(caseId)))) {
        texts.delete(kind)
        unkept.delete(kind)
        await storage.keepNote(of, kind, '')
      }
    },
  }
}
