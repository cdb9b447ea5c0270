import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { ReplyDrafting, ReplyDraftStore } from './replyDraft.ts'

export interface Drafting {
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

/** A part of the reply that is being written; the component renders again only when that part changes. */
export const useDraft = <T,>(select: (state: ReplyDrafting) => T): T => useStore(useDrafting().store, select)
