import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Address } from '../domain/case/address.ts'
import { readDraft } from '../domain/reply/draft.ts'
import { EMPTY_DRAFT, type ReplyDraft, type ReplyQuestion } from '../domain/reply/reply.ts'
import { draftKind } from './inboxNotes.ts'
import type { Desk } from './inboxStore.ts'

export interface ReplyDrafting {
  draft: ReplyDraft
  /** False after a change that could not be kept where it should be. */
  isKept: boolean
  change(change: Partial<ReplyDraft>): void
  ask(question: Omit<ReplyQuestion, 'id'>, id: string): void
  unask(id: string): void
}

export type ReplyDraftStore = StoreApi<ReplyDrafting>

/** The reply that is being written to one revision, kept where the desk keeps its texts. */
export async function openReplyDraft(
  { notes, owner }: Desk,
  { caseId, digest }: { caseId: string; digest: string },
): Promise<ReplyDraftStore> {
  const kind = draftKind(caseId, digest)
  // What is kept and cannot be read is not written over.
  const kept = await notes.note(owner, kind).catch(() => null)
  const begun = kept === null ? EMPTY_DRAFT : readDraft(kept)
  return createStore<ReplyDrafting>()((set, get) => {
    const changed = (draft: ReplyDraft) => {
      set({ draft })
      if (kept === null) return
      void notes
        .keepNote(owner, kind, draft === EMPTY_DRAFT ? '' : JSON.stringify(draft))
        .then(({ ok: isKept }) => set({ isKept }))
    }
    return {
      draft: begun,
      isKept: kept !== null,
      change: (change) => changed({ ...get().draft, ...change }),
      ask: (question, id) => {
        const { draft } = get()
        const isThere = draft.questions.some((other) => other.id === id)
        changed({
          ...draft,
          questions: isThere
            ? draft.questions.map((other) => (other.id === id ? { ...question, id } : other))
            : [...draft.questions, { ...question, id }],
        })
      },
      unask: (id) => {
        const { draft } = get()
        changed({ ...draft, questions: draft.questions.filter((other) => other.id !== id) })
      },
    }
  })
}

export const questionAt =
  (at: Address | null) =>
  ({ draft }: ReplyDrafting): ReplyQuestion | undefined =>
    draft.questions.find((question) => question.at === at)
