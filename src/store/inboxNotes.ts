import type { CaseStorage, KeepResult } from '../platform/storedCase.ts'
import { serialQueue } from './serialQueue.ts'

export interface NotePlace {
  note(of: string, kind: string): Promise<string>
  keepNote(of: string, kind: string, text: string): Promise<KeepResult>
}

/** The account manager's own questions: always kept, since they belong to no case. */
const STOCK = 'stock'
export const notesKind = (caseId: string): string => `notes ${caseId}`
export const draftKind = (caseId: string, digest: string): string => `draft ${caseId}/${digest}`
export const replyKind = (caseId: string, replyId: string): string => `${REPLY}${caseId}/${replyId}`
export const REPLY = 'reply '

/** The id of one case may be the beginning of another. */
const isAbout = (kind: string, caseId: string) =>
  kind === notesKind(caseId) || ['draft', 'reply'].some((name) => kind.startsWith(`${name} ${caseId}/`))

export function deskNotes(storage: CaseStorage, isAskedFor: () => boolean) {
  const texts = new Map<string, string>()
  const kept = new Map<string, string>()
  const unkept = new Set<string>()
  const isKept = (kind: string) => isAskedFor() || (storage.keeps && kind === STOCK)

  const read = async (of: string, kind: string) => {
    const text: unknown = await storage.note(of, kind)
    return typeof text === 'string' ? text : ''
  }
  /** Never overwrites what another tab has written. */
  const keep = async (of: string, kind: string, text: string): Promise<KeepResult> => {
    const there = await read(of, kind).catch(() => null)
    if (there === null || (there !== (kept.get(kind) ?? '') && there !== text)) return { ok: false, reason: 'error' }
    const result = await storage.keepNote(of, kind, text)
    if (result.ok) kept.set(kind, text)
    return result
  }
  const remove = async (of: string, kind: string) => {
    if (!(await storage.keepNote(of, kind, '')).ok) throw new Error(`not removed: ${kind}`)
  }
  const enqueue = serialQueue()
  return {
    note: async (of: string, kind: string): Promise<string> => {
      const here = texts.get(kind)
      if (here !== undefined || !isKept(kind)) return here ?? ''
      const there = await read(of, kind)
      kept.set(kind, there)
      texts.set(kind, there)
      return there
    },
    keepNote: (of: string, kind: string, text: string): Promise<KeepResult> => {
      texts.set(kind, text)
      if (text === '') unkept.delete(kind)
      else unkept.add(kind)
      if (!isKept(kind)) return Promise.resolve({ ok: true })
      // The page may be gone before the queue gets here.
      storage.keepLastNote(of, kind, text)
      return enqueue(async () => {
        const result = await keep(of, kind, text)
        if (result.ok && texts.get(kind) === text) unkept.delete(kind)
        return result
      })
    },
    hasUnkept: () => unkept.size > 0,
    /** The text of this kind has become a file. */
    mayGo: (kind: string): void => {
      unkept.delete(kind)
    },
    keepAll: (of: string): Promise<KeepResult> =>
      enqueue(async () => {
        let all: KeepResult = { ok: true }
        for (const [kind, text] of texts) {
          const result = await keep(of, kind, text)
          if (result.ok) unkept.delete(kind)
          else all = result
        }
        return all
      }),
    /** Deletes what this browser keeps; it stays in memory until the page is closed. */
    takeBack: (of: string): Promise<void> =>
      enqueue(async () => {
        for (const [kind, text] of await storage.notes(of)) {
          if (kind === STOCK) continue
          if (!texts.has(kind)) texts.set(kind, text)
          // A reply that has become a file is in that file.
          if (text !== '' && !kind.startsWith(REPLY)) unkept.add(kind)
          await remove(of, kind)
          kept.delete(kind)
        }
      }),
    forget: (of: string, caseId: string): Promise<void> =>
      enqueue(async () => {
        const kinds = [...texts.keys(), ...(await storage.notes(of)).keys()]
        for (const kind of new Set(kinds.filter((each) => isAbout(each, caseId)))) {
          texts.delete(kind)
          kept.delete(kind)
          unkept.delete(kind)
          await remove(of, kind)
        }
      }),
  }
}
