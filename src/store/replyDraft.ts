import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Address } from '../domain/case/address.ts'
import { canonicalText } from '../domain/case/canonicalJson.ts'
import { readDraft } from '../domain/reply/draft.ts'
import { EMPTY_DRAFT, type ReplyDraft, type ReplyQuestion } from '../domain/reply/reply.ts'
import { draftKind } from './inboxNotes.ts'
import type { Desk } from './inboxStore.ts'

export interface ReplyDrafting {
  draft: ReplyDraft
  isKept: boolean
  change(change: Partial<ReplyDraft>): void
  ask(question: Omit<ReplyQuestion, 'id'>, id: string): void
  unask(id: string): void
}

export type ReplyDraftStore = StoreApi<ReplyDrafting>

export async function openReplyDraft(
  { notes, owner }: Desk,
  { caseId, digest }: { caseId: string; digest: string },
): Promise<ReplyDraftStore> {
  const kind = draftKind(caseId, digest)
  // A draft that cannot be read is not written over.
  const kept = await notes.note(owner, kind).catch(() => null)
  const begun = kept === null ? EMPTY_DRAFT : readDraft(kept)
  return createStore<ReplyDrafting>()((set, get) => {
    const changed = (draft: ReplyDraft) => {
      set({ draft })
      void notes
        .keepNote(owner, kind, canonicalText(draft) === canonicalText(EMPTY_DRAFT) ? '' : JSON.stringify(draft))
        .then(({ ok: isKept }) => set({ isKept }))
    }
    return {
      draft: begun,
      isKept: kept !== null,
      change: (change) => changed({ ...get().draft, ...change }),
      ask: (question, id) => {
        const { draft } = get()
        const at = draft.questions.findIndex((other) => other.id === id)
        const asked = { ...question, id }
        const questions = at < 0 ? [...draft.questions, asked] : draft.questions.with(at, asked)
        changed({ ...draft, questions })
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

interface Drafting {
  store: ReplyDraftStore
  stock: readonly string[]
  addStock: (question: string) => void
}

export const DraftingContext = createContext<Drafting | null>(null)

export function useDrafting(): Drafting {
  const drafting = useContext(DraftingContext)
  if (drafting === null) throw new Error('useDrafting: render inside <DraftingContext>')
  return drafting
}

export const useDraft = <T>(select: (state: ReplyDrafting) => T): T => useStore(useDrafting().store, select)
