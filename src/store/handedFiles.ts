import type { OpenCaseStore } from './openCase.ts'

const waiting = new WeakMap<OpenCaseStore, readonly File[]>()

/** Files that were given to one page of the open case and are read on another. */
export const handFiles = (store: OpenCaseStore, files: readonly File[]): void => void waiting.set(store, files)

/** Takes them, once. */
export function takeHandedFiles(store: OpenCaseStore): readonly File[] {
  const files = waiting.get(store) ?? []
  waiting.delete(store)
  return files
}
