import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Address, setAnswer } from '../domain/case/address.ts'
import { emptyRow, type ListPath } from '../domain/case/answers.ts'
import { type Case, withRow } from '../domain/case/case.ts'
import { passedLimit } from '../domain/case/limits.ts'
import type { Clock } from '../platform/clock.ts'
import type { KeptCase, LoadedCase } from '../platform/storedCase.ts'

/** `saved` only after the transaction is complete. */
export type SaveStatus =
  | { is: 'saved'; at: number | null }
  | { is: 'saving' }
  | { is: 'failed'; why: 'quota' | 'error' | 'slow' }
  | { is: 'memory' }
  | { is: 'reading'; why: 'otherTab' | 'updated' | 'deleted' }
  /**
   * The case was changed in two tabs, or another tab has taken over what could not be saved here. What was written here
   * is a case of its own: undefined while that is being kept, null if it could not be.
   */
  | { is: 'reading'; why: 'conflict' | 'takenOver'; keptAs: string | null | undefined }

export type SaveNotice =
  | { is: 'recovered'; to: number }
  | { is: 'cleared' }
  /** An earlier visit had not saved everything, and the case has changed since: that is a case of its own. */
  | { is: 'unsaved'; keptAs: string }
  /** What an earlier visit could not save is still not saved, and not shown. */
  | { is: 'noRoom' }
  | { is: 'crashed'; savedAt: number | null }
  | { is: 'full'; what: 'rows' | 'files' }

/** Answers only: whatever can be computed from them is computed. */
export interface OpenCase extends KeptCase {
  status: SaveStatus
  notice: SaveNotice | null
  /** False if nothing was changed: in a tab that only reads, or beyond the limits of a case, which gives a notice. */
  change(next: (now: KeptCase) => Partial<KeptCase>): boolean
  answer(address: Address, value: unknown): boolean
  addRow(list: ListPath, begin?: Readonly<Record<string, unknown>>): string | null
  /** Changes the list of files; the caller stores their bytes. */
  changeFiles(change: (files: Case['evidence']) => Case['evidence']): boolean
  changeReplies(change: (replies: Case['replies']) => Case['replies']): boolean
  visit(place: string): void
  copyDownloaded(): boolean
}

export type OpenCaseStore = StoreApi<OpenCase>

export interface OpenCaseServices {
  clock: Clock
  newId: () => string
}

export const kept = ({ case: current, place, lastCopyAt, removed }: KeptCase): KeptCase => ({
  case: current,
  place,
  lastCopyAt,
  removed,
})

/** Has no storage dependency; the autosaver subscribes to it. */
export const createOpenCase = (loaded: LoadedCase, keeps: boolean, { clock, newId }: OpenCaseServices): OpenCaseStore =>
  createStore<OpenCase>()((set, get) => {
    const change: OpenCase['change'] = (next) => {
      const now = get()
      if (now.status.is === 'reading') return false
      const changed = next(now)
      const what = changed.case === undefined ? null : passedLimit(now.case, changed.case)
      set(what === null ? changed : { notice: { is: 'full', what } })
      return what === null
    }
    const changeCase = (next: (current: Case) => Case) => change((now) => ({ case: next(now.case) }))
    return {
      ...kept(loaded),
      status: keeps ? { is: 'saved', at: loaded.savedAt } : { is: 'memory' },
      notice: null,

      change,
      answer: (address, value) =>
        changeCase((current) => ({ ...current, answers: setAnswer(current.answers, address, value) })),
      addRow: (list, begin = {}) => {
        const rowId = newId()
        const isAdded = changeCase((current) => withRow(current, list, rowId, { ...emptyRow(list), ...begin }))
        return isAdded ? rowId : null
      },
      changeFiles: (next) => changeCase((current) => ({ ...current, evidence: next(current.evidence) })),
      changeReplies: (next) => changeCase((current) => ({ ...current, replies: next(current.replies) })),
      visit: (place) => {
        if (get().place !== place) set({ place })
      },
      copyDownloaded: () => change(() => ({ lastCopyAt: clock.now() })),
    }
  })

/** Takes the answers of an earlier version. What was handed over stays handed over, and no file is lost by it. */
export const goBackTo = ({ getState }: OpenCaseStore, { answers, evidence, language }: Case): boolean =>
  getState().change(({ case: current }) => {
    const has = new Set(evidence.map(({ id }) => id))
    const others = current.evidence.filter(({ id }) => !has.has(id))
    return { case: { ...current, answers, language, evidence: [...evidence, ...others] } }
  })

/** Takes over what a hand-over changes; whatever was written while the file was made stays. */
export const handOver = (
  { getState }: OpenCaseStore,
  { revision, ancestors }: Pick<Case, 'revision' | 'ancestors'>,
): boolean => getState().change(({ case: current }) => ({ case: { ...current, revision, ancestors } }))
