import type { Clock } from '../platform/clock.ts'
import type { CaseStorage, KeptCase } from '../platform/storedCase.ts'
import type { OpenCase, OpenCaseStore } from './openCase.ts'

/** Typing is saved when it pauses this long, and after the longer time even while it goes on, in milliseconds. */
const PAUSE = 400
const AT_MOST = 1_500

/** After a failed save it is tried again, in milliseconds; the last wait is repeated. */
const RETRIES = [1_000, 5_000, 15_000, 60_000]

/** A save that is not complete within this time is said to be slow, in milliseconds. */
const SLOW = 10_000

export interface Keeper {
  /** Saves now what is not saved yet. Resolves when it is, or has failed. */
  flush(): Promise<void>
  /** Sends what is not saved yet without waiting for anything: the page may be gone in a moment. */
  flushUrgently(): void
  /** Saves what is left and stops. */
  stop(): Promise<void>
}

const kept = ({ case: current, place, lastCopyAt, removed }: OpenCase): KeptCase => ({
  case: current,
  place,
  lastCopyAt,
  removed,
})

const differs = (a: KeptCase, b: KeptCase) =>
  a.case !== b.case || a.place !== b.place || a.lastCopyAt !== b.lastCopyAt || a.removed !== b.removed

/**
 * Keeps an open case in storage: one transaction at a time, "saved" only when it is complete.
 * @param saveNo of what was loaded; it is checked in every transaction, so that another tab is never overwritten
 */
export function keepSaved(store: OpenCaseStore, storage: CaseStorage, clock: Clock, saveNo: number): Keeper {
  let savedNo = saveNo
  let saved = kept(store.getState())
  let running: Promise<void> | null = null
  let waiting: ReturnType<typeof setTimeout> | undefined
  let dirtySince: number | null = null
  let failures = 0
  // A tab that only looks writes nothing, not even which page it is on: another tab may be writing.
  let edited = false

  const report = (status: OpenCase['status']) => {
    if (storage.keeps) store.setState({ status })
  }

  const saveOnce = async () => {
    const state = kept(store.getState())
    if (!differs(state, saved)) return
    dirtySince = null
    const slow = setTimeout(() => report({ is: 'failed', why: 'slow' }), SLOW)
    const result = await storage.save(state, savedNo, clock.now())
    clearTimeout(slow)
    if (!result.ok) {
      report({ is: 'failed', why: result.reason })
      // What another tab has written is not overwritten by trying again.
      if (result.reason !== 'conflict') later(RETRIES[Math.min(failures, RETRIES.length - 1)] ?? PAUSE)
      failures += 1
      return
    }
    failures = 0
    // An urgent save may have overtaken this one.
    if (result.saveNo > savedNo) {
      savedNo = result.saveNo
      saved = state
    }
    if (!differs(kept(store.getState()), saved)) report({ is: 'saved', at: result.savedAt })
    else later(PAUSE)
  }

  const run = () => {
    clearTimeout(waiting)
    waiting = undefined
    running ??= saveOnce().finally(() => {
      running = null
    })
    return running
  }

  const later = (delay: number) => {
    clearTimeout(waiting)
    waiting = setTimeout(run, delay)
  }

  const unsubscribe = store.subscribe((state, before) => {
    const isEdit =
      state.case !== before.case || state.removed !== before.removed || state.lastCopyAt !== before.lastCopyAt
    edited ||= isEdit
    if (!edited || !differs(kept(state), kept(before))) return
    const { status } = store.getState()
    if (status.is === 'failed' && status.why === 'conflict') return
    if (status.is === 'saved') report({ is: 'saving' })
    const now = performance.now()
    dirtySince ??= now
    later(Math.max(0, Math.min(PAUSE, dirtySince + AT_MOST - now)))
  })

  const flush = async () => {
    // A save under way may have begun before the last key press.
    if (running !== null) await running
    if (edited && differs(kept(store.getState()), saved)) await run()
  }

  const flushUrgently = () => {
    const state = kept(store.getState())
    if (!edited || !differs(state, saved)) return
    // A save under way takes the next number; it comes first, since transactions keep their order.
    const expected = running === null ? savedNo : savedNo + 1
    void storage.save(state, expected, clock.now(), 'urgent').then((result) => {
      if (!result.ok || result.saveNo <= savedNo) return
      savedNo = result.saveNo
      saved = state
      if (!differs(kept(store.getState()), saved)) report({ is: 'saved', at: result.savedAt })
    })
  }

  return {
    flush,
    flushUrgently,
    stop: async () => {
      unsubscribe()
      clearTimeout(waiting)
      await flush()
      clearTimeout(waiting)
    },
  }
}
