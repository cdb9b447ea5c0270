import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { Keeper } from './autosave.ts'
import type { CaseSession } from './caseSession.ts'
import type { FileTools } from './fileTools.ts'
import type { OpenCase, OpenCaseStore } from './openCase.ts'

export interface Opened {
  store: OpenCaseStore
  keeper: Keeper
  session: CaseSession
  fileTools: () => Promise<FileTools>
}

const OpenedContext = createContext<Opened | null>(null)

export const OpenCaseProvider = ({ opened, children }: { opened: Opened; children: ReactNode }) => (
  <OpenedContext value={opened}>{children}</OpenedContext>
)

export function useOpened(): Opened {
  const opened = useContext(OpenedContext)
  if (opened === null) throw new Error('useOpened: render inside <OpenCaseProvider>')
  return opened
}

/** A part of the open case; the component renders again only when that part changes. */
export const useOpenCase = <T,>(select: (state: OpenCase) => T): T => useStore(useOpened().store, select)
