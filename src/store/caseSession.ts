import { markClosed, markOpen } from '../platform/openMark.ts'
import type { KeptCase, LoadResult, StorageEvent } from '../platform/storedCase.ts'
import { takeTurn } from '../platform/tabs.ts'
import { casesClosed } from './closing.ts'
import { type Keeper, keepSaved, kept, type Parting } from './keepSaved.ts'
import { createOpenCase, type OpenCaseStore, type SaveStatus } from './openCase.ts'
import type { Services } from './session.tsx'

/** A case as far as it can be opened. */
export type Session =
  | { state: 'opening' }
  | { state: 'open'; store: OpenCaseStore; keeper: Keeper }
  | { state: 'missing' }
  /** It could not be read this time; nothing is known about it. */
  | { state: 'failed' }
  /** A newer version of the product has written it. */
  | { state: 'newer' }
  | { state: 'unreadable'; stored: unknown }

export interface CaseSession {
  /** Makes this tab the one that writes. */
  takeOver(): void
  /** Writes a case anew that was deleted in another tab. */
  keepIt(): Promise<void>
  /** Reads the case again as it is stored. */
  reload(): Promise<void>
  /** Saves now. */
  flush(): void
  close(): void
}

/** Writes nothing: this tab only reads. */
const READS_ONLY: Keeper = {
  flush: async () => {},
  flushUrgently: () => {},
  isSaved: () => true,
  savedNo: () => 0,
  saveAgain: async () => {},
  hold: (work) => work,
  stop: async () => {},
}

type Reading = Extract<SaveStatus, { is: 'reading' }>

/**
 * Opens a case in this tab: reads it, keeps it saved while it is this tab's turn to write, and closes it. Only a clean
 * load arms saving, so nothing is ever saved over a case that could not be read.
 * @param show called with every change of what there is to show
 * @param keepCopy keeps this version as a case of its own and gives its id; null where it could not
 */
export function caseSession(
  caseId: string,
  services: Services,
  show: (session: Session) => void,
  keepCopy: (kept: KeptCase) => Promise<string | null>,
): CaseSession {
  const { storage, clock } = services
  let isClosed = false
  let keeper = READS_ONLY
  let store: OpenCaseStore | null = null
  let loading = 0

  const load = async (reading: Reading | null) => {
    loading += 1
    const mine = loading
    const failed = (): LoadResult | 'failed' => 'failed'
    const result = await casesClosed()
      .then(() => storage.load(caseId))
      .catch(failed)
    // What has been written meanwhile is not taken off the page by what is read.
    if (isClosed || mine !== loading || !keeper.isSaved()) return
    void keeper.stop()
    keeper = READS_ONLY
    if (result === 'failed') return show({ state: 'failed' })
    if (!result.ok)
      return show(
        result.reason === 'unreadable'
          ? { state: 'unreadable', stored: result.stored }
          : { state: result.reason },
      )
    void storage.sweep(clock.now())
    const { loaded, recoveredTo } = result
    store = createOpenCase(loaded, storage.keeps, services)
    if (reading !== null) store.setState({ status: reading })
    else {
      const hasCrashed = markOpen(caseId)
      keeper = keepSaved(store, storage, clock, loaded.saveNo, parted)
      if (recoveredTo !== undefined) store.setState({ notice: { is: 'recovered', to: recoveredTo } })
      else if (hasCrashed) store.setState({ notice: { is: 'crashed', savedAt: loaded.savedAt } })
    }
    show({ state: 'open', store, keeper })
  }

  /** From here on this tab reads; what it shows stays. */
  const readOnly = (status: Reading) => {
    if (isClosed || store === null) return
    const before = keeper
    keeper = READS_ONLY
    void before.stop()
    store.setState({ status })
    show({ state: 'open', store, keeper })
  }

  const parted = (why: Parting, unsaved: KeptCase) => {
    if (why !== 'conflict') return readOnly({ is: 'reading', why })
    readOnly({ is: 'reading', why, keptAs: null })
    const mine = store
    void keepCopy(unsaved)
      .catch(() => null)
      .then((keptAs) => mine?.setState({ status: { is: 'reading', why, keptAs } }))
  }

  const begin = () =>
    takeTurn(caseId, {
      mayWrite: () => void load(null),
      mayRead: () => {
        const reading: Reading = { is: 'reading', why: 'otherTab' }
        if (store === null) return void load(reading)
        // What this tab has not saved goes first; where the other has saved meanwhile, both are kept.
        void keeper.flush().then(() => {
          if (store?.getState().status.is !== 'reading') readOnly(reading)
        })
      },
      asked: () => keeper.flush(),
      deleted: () => readOnly({ is: 'reading', why: 'deleted' }),
    })
  let turn = begin()

  const unwatch = storage.watch((event: StorageEvent) => {
    if (event === 'updating') {
      keeper.flushUrgently()
      readOnly({ is: 'reading', why: 'updated' })
    } else if (event === 'deleted') readOnly({ is: 'reading', why: 'deleted' })
    else void keeper.saveAgain()
  })

  /** A tab that slept, or that only reads, looks whether the case has gone on without it. */
  const lookAgain = async () => {
    if (store === null) return
    const { status } = store.getState()
    if (status.is === 'reading' && status.why !== 'otherTab' && status.why !== 'deleted') return
    const stored = await storage.saveNo(caseId).catch(() => null)
    if (stored === null || isClosed) return
    if (status.is === 'reading') await load({ is: 'reading', why: 'otherTab' })
    else if (stored !== keeper.savedNo() && keeper.isSaved()) await load(null)
  }

  const whenSeen = () => {
    if (document.visibilityState === 'hidden') keeper.flushUrgently()
    else void lookAgain()
  }
  const whenLeft = () => {
    keeper.flushUrgently()
    markClosed()
    turn.end()
  }
  const whenBack = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return
    turn = begin()
  }
  document.addEventListener('visibilitychange', whenSeen)
  document.addEventListener('freeze', whenSeen)
  window.addEventListener('pagehide', whenLeft)
  window.addEventListener('pageshow', whenBack)

  return {
    takeOver: () => turn.takeOver(),
    keepIt: async () => {
      if (store === null) return
      const saved = await storage.save(kept(store.getState()), 0, clock.now())
      if (saved.ok) await load(null)
    },
    reload: () => load(null),
    flush: () => void keeper.flush(),
    close: () => {
      isClosed = true
      document.removeEventListener('visibilitychange', whenSeen)
      document.removeEventListener('freeze', whenSeen)
      window.removeEventListener('pagehide', whenLeft)
      window.removeEventListener('pageshow', whenBack)
      unwatch()
      markClosed()
      // The turn is given back when the last words are stored, and not before.
      void keeper.stop().finally(() => turn.end())
    },
  }
}
