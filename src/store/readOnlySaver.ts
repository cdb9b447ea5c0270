import type { Keeper } from './autosave.ts'

/** Writes nothing: this tab only reads. */
export const READS_ONLY: Keeper = {
  flush: async () => {},
  flushUrgently: () => {},
  isSaved: () => true,
  savedNo: () => 0,
  saveAgain: async () => {},
  hold: (work) => work,
  stop: async () => {},
}
