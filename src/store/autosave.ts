import type { Clock } from '../platform/clock.ts'
import type { CaseStorage, KeptCase, SaveFault } from '../platform/storedCase.ts'
import { kept, type OpenCase, type OpenCaseStore } from './openCase.ts'
import { isClosing } from './pendingSaves.ts'

/** Typing is saved when it pauses this long, and after the longer time even while it goes on, in milliseconds. */
const PAUSE = 400
const AT_MOST = 1_500

/** The waits after failed saves, in milliseconds; the last one is repeated. */
const RETRIES = [1_000, 5_000, 15_000, 60_000]

/** A save that is not complete within this time is reported as slow, in milliseconds. */
const SLOW = 10_000

/** Whether a version of the day is due is asked after the first save, and then this often: saves, and milliseconds. */
const ASK_AFTER_SAVES = 100
const ASK_AFTER = 5 * 60 * 1000

/** Faults that no retry mends: the case here is not the case that is stored, or the storage is not ours any more. */
export type SaveAbandoned = Extract<SaveFault, 'conflict' | 'deleted' | 'updated'>

export interface Keeper {
  /** Saves now what is not saved yet. Resolves when it is, or has failed. */
  flush(): Promise<void>
  /** The page may be gone in a moment: does not wait for anything. */
  flushUrgently(): void
  isSaved(): boolean
  savedNo(): number
  /** Writes everything again: the browser has thrown it away. */
  saveAgain(): Promise<void>
  /** Waits for this work before the case is closed, so that a file that is being added is not left behind. */
  hold<T>(work: Promise<T>): Promise<T>
  stop(): Promise<void>
}

export const READS_ONLY: Keeper = {
  flush: async () => {},
  flushUrgently: () => {},
  isSaved: () => true,
  savedNo: () => 0,
  saveAgain: async () => {},
  hold: (work) => work,
  stop: async () => {},
}

const isEdit = (a: KeptCase, b: KeptCase) =>
  a.case !== b.case || a.removed !== b.removed || a.lastCopyAt !== b.lastCopyAt

const differs = (a: KeptCase, b: KeptCase) => isEdit(a, b) || a.place !== b.place

function versionKeeper(storage: CaseStorage, clock: Clock) {
  let saves = 0
  let askedAt = Number.NEGATIVE_INFINITY
  return (before: KeptCase, { case: current }: KeptCase) => {
    const now = clock.now()
    saves += 1
    if (current.revision !== before.case.revision) void storage.keepVersion(current.id, 'handOver', now)
    else if (saves % ASK_AFTER_SAVES === 1 || Math.abs(now - askedAt) >= ASK_AFTER) {
      askedAt = now
      void storage.keepVersion(current.id, 'day', now)
    }
  }
}

/**
 * Keeps an open case in storage: one transaction at a time, "saved" only when it is complete.
 * @param saveNo of what was loaded; checked in every transaction, so that another tab is never overwritten
 * @param onAbandoned gets what can be saved neither now nor later; nothing more is written after that
 */
export function keepSaved(
  store: OpenCaseStore,
  storage: CaseStorage,
  clock: Clock,
  saveNo: number,
  onAbandoned: (why: SaveAbandoned, unsaved: KeptCase) => void,
): Keeper {
  /** Only `open` reports to the page; after `stopped` and `abandoned` nothing is written. */
  let phase: 'open' | 'stopping' | 'stopped' | 'abandoned' = 'open'
  // What is known to be stored, and what was sent last: they differ while a save is under way.
  let stored = { state: kept(store.getState()), no: saveNo }
  let sent = stored
  let underWay: Promise<void> | null = null
  let waiting: ReturnType<typeof setTimeout> | undefined
  let dirtySince: number | null = null
  let failures = 0
  // A tab that only looks writes nothing, not even which page it is on: another tab may be writing.
  let isEdited = false
  let savedStatus = store.getState().status
  const keepVersions = versionKeeper(storage, clock)

  const report = (status: OpenCase['status']) => {
    if (storage.keeps && phase === 'open') store.setState({ status })
  }
  const isAbandoned = () => phase === 'abandoned'
  const isDirty = () => isEdited && !isAbandoned() && differs(kept(store.getState()), sent.state)

  const later = (delay: number) => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void save(), delay)
  }

  /** Sends what differs from what was sent last. Transactions keep their order, so each save takes the next number. */
  const send = async (urgent?: 'urgent', now = clock.now()) => {
    const expected = sent.no
    const mine = { state: kept(store.getState()), no: expected + 1 }
    sent = mine
    dirtySince = null
    const slow = setTimeout(() => report({ is: 'failed', why: 'slow' }), SLOW)
    const result = await storage.save(mine.state, expected, now, urgent)
    clearTimeout(slow)
    if (result.ok) {
      failures = 0
      keepVersions(stored.state, mine.state)
      if (result.recreated) store.setState({ notice: { is: 'cleared' } })
      if (mine.no > stored.no) stored = mine
      savedStatus = { is: 'saved', at: result.savedAt }
      if (isDirty()) later(PAUSE)
      else if (sent === mine) report(savedStatus)
      return
    }
    // A save that was sent after a failed one meets a wrong number, and is not the one at fault.
    const isEarlier = result.reason === 'conflict' && expected !== stored.no
    sent = stored
    const why = isEarlier ? 'error' : result.reason
    if (why === 'conflict' || why === 'deleted' || why === 'updated') {
      if (isAbandoned()) return
      phase = 'abandoned'
      return onAbandoned(why, kept(store.getState()))
    }
    report({ is: 'failed', why })
    later(RETRIES[Math.min(failures, RETRIES.length - 1)] ?? PAUSE)
    failures += 1
  }

  const save = async () => {
    clearTimeout(waiting)
    // Of several that wait, the first may have begun the next.
    while (underWay !== null) await underWay
    // It may have become again what is stored, as where a page is left and found again.
    if (!isDirty()) return sent === stored ? report(savedStatus) : undefined
    underWay = send().finally(() => {
      underWay = null
    })
    await underWay
  }

  const held = new Set<Promise<unknown>>()
  const heldDone = async () => {
    while (held.size > 0) await Promise.allSettled(held)
  }

  const unsubscribe = store.subscribe((state, before) => {
    isEdited ||= isEdit(state, before)
    if (!isEdited || isAbandoned() || !differs(kept(state), kept(before))) return
    if (store.getState().status.is === 'saved') report({ is: 'saving' })
    const now = performance.now()
    dirtySince ??= now
    // Replies may be too large for the last words that a page leaves behind: they do not wait.
    const wait = state.case.replies === before.case.replies ? PAUSE : 0
    later(Math.max(0, Math.min(wait, dirtySince + AT_MOST - now)))
  })

  const stop = async () => {
    // A page that closes with the case commits its fields first, in this same task.
    await Promise.resolve().then(heldDone)
    unsubscribe()
    await save()
    if (!isAbandoned()) phase = 'stopped'
    clearTimeout(waiting)
  }

  return {
    flush: save,
    flushUrgently: () => {
      if (isAbandoned()) return
      const next = isDirty() ? sent.no + 1 : sent === stored ? null : sent.no
      const now = clock.now()
      storage.keepLastWords(kept(store.getState()), next, now)
      if (isDirty()) void send('urgent', now)
    },
    isSaved: () => !isDirty() && sent === stored,
    savedNo: () => stored.no,
    saveAgain: async () => {
      while (underWay !== null) await underWay
      if (phase === 'open' || phase === 'stopping') await send()
    },
    hold: (work) => {
      const holding: Promise<unknown> = work.finally(() => held.delete(holding))
      held.add(holding)
      holding.catch(() => {})
      return work
    },
    stop: () => {
      if (!isAbandoned()) phase = 'stopping'
      return isClosing(stop())
    },
  }
}
