import { markClosed, markOpen, takeTurn } from '../platform/caseLock.ts'
import type { KeptCase, Unsaved } from '../platform/storedCase.ts'
import { type Keeper, keepSaved, READS_ONLY, type SaveAbandoned } from './autosave.ts'
import { createOpenCase, kept, type OpenCaseStore, type SaveStatus } from './openCase.ts'
import { casesClosed } from './pendingSaves.ts'
import type { Services } from './session.tsx'
import { register } from './unsavedChanges.ts'

export type Session =
  | { state: 'opening' }
  | { state: 'open'; store: OpenCaseStore; keeper: Keeper }
  | { state: 'missing' | 'failed' | 'newer' }
  | { state: 'unreadable'; stored: unknown }

export type CaseSession = ReturnType<typeof caseSession>

type Reading = Extract<SaveStatus, { is: 'reading' }>

const OTHER_TAB: Reading = { is: 'reading', why: 'otherTab' }

/**
 * Opens a case in this tab, which writes or reads: it writes while it has the lock of the case (then `keeper` saves), and
 * reads before and after that (then `keeper` is `READS_ONLY`). Only a clean load arms saving, so nothing is ever saved
 * over a case that could not be read.
 * @param show called with every change of what there is to show
 * @param keepCopy keeps this version as a case of its own and gives its id; null if it could not; never throws
 */
export function caseSession(
  caseId: string,
  services: Services,
  show: (session: Session) => void,
  keepCopy: (kept: KeptCase) => Promise<string | null>,
) {
  const { storage, clock } = services
  let store: OpenCaseStore | null = null
  let keeper = READS_ONLY
  let loads = 0
  let isClosed = false

  const load = async (as: 'writer' | 'reader') => {
    loads += 1
    const mine = loads
    await casesClosed()
    const result = await storage.load(caseId, as === 'reader' ? 'reading' : undefined)
    // What has been written meanwhile is not replaced by what was read.
    if (isClosed || mine !== loads || !keeper.isSaved()) return
    void keeper.stop()
    keeper = READS_ONLY
    if (!result.ok) {
      const { reason } = result
      return show(reason === 'unreadable' ? { state: reason, stored: result.stored } : { state: reason })
    }
    void storage.sweep(clock.now())
    const { loaded, recoveredTo, unsaved } = result
    const isFirst = store === null
    store = createOpenCase(loaded, storage.keeps, services)
    if (as === 'reader') store.setState({ status: OTHER_TAB })
    else {
      // A duplicated tab has the mark of the first one, but has read the case before it may write.
      const hasCrashed = markOpen(caseId) && isFirst
      keeper = keepSaved(store, storage, clock, loaded.saveNo, abandoned)
      if (recoveredTo !== undefined) store.setState({ notice: { is: 'recovered', to: recoveredTo } })
      else if (hasCrashed) store.setState({ notice: { is: 'crashed', savedAt: loaded.savedAt } })
      if (unsaved !== undefined) void keepUnsaved(store, unsaved)
    }
    show({ state: 'open', store, keeper })
  }

  const reload = () => load(turn.isWriter() ? 'writer' : 'reader')

  /** From here on this tab reads; what it shows stays. */
  const readOnly = (status: Reading) => {
    if (status.why === 'deleted') storage.forget(caseId)
    if (isClosed || store === null) return
    const before = keeper
    keeper = READS_ONLY
    void before.stop()
    store.setState({ status })
    show({ state: 'open', store, keeper })
  }

  /** What was written here becomes a case of its own; what could not be kept stays on the page. */
  const divide = async (why: 'conflict' | 'takenOver', unsaved: KeptCase) => {
    readOnly({ is: 'reading', why, keptAs: undefined })
    const [mine, keptAs] = [store, await keepCopy(unsaved)]
    mine?.setState({ status: { is: 'reading', why, keptAs } })
  }

  const abandoned = (why: SaveAbandoned, unsaved: KeptCase) =>
    why === 'conflict' ? void divide(why, unsaved) : readOnly({ is: 'reading', why })

  const keepUnsaved = async (opened: OpenCaseStore, unsaved: Unsaved) => {
    const keptAs = await keepCopy(unsaved.kept)
    if (keptAs !== null) storage.forgetLastWords(caseId, unsaved.at)
    opened.setState({ notice: keptAs === null ? { is: 'noRoom' } : { is: 'unsaved', keptAs } })
  }

  const lockLost = async () => {
    if (store === null) return load('reader')
    // What this tab has not saved goes first; if the other has saved meanwhile, both are kept.
    await keeper.flush()
    if (store.getState().status.is === 'reading') return
    if (keeper.isSaved()) readOnly(OTHER_TAB)
    else void divide('takenOver', kept(store.getState()))
  }

  const deleted = () => readOnly({ is: 'reading', why: 'deleted' })

  const queueForLock = () =>
    takeTurn(caseId, {
      mayWrite: () => void load('writer'),
      mayRead: () => void lockLost(),
      asked: () => keeper.flush(),
      deleted,
    })
  let turn = queueForLock()

  const isSafe = () => {
    const status = store?.getState().status
    const isOnlyHere = status?.is === 'reading' && (status.why === 'deleted' || ('keptAs' in status && !status.keptAs))
    return storage.keeps && keeper.isSaved() && !isOnlyHere
  }
  const unregister = register({ flush: () => keeper.flush(), isSaved: isSafe })

  const unwatch = storage.watch((event) => {
    if (event === 'updating') {
      keeper.flushUrgently()
      readOnly({ is: 'reading', why: 'updated' })
      turn.end()
    } else if (event === 'deleted') deleted()
    else void keeper.saveAgain()
  })

  /** A tab that slept, or that only reads, checks whether the case has gone on without it. */
  const lookAgain = async () => {
    if (store === null) return
    const { status } = store.getState()
    if (status.is === 'reading' && status.why !== 'otherTab' && status.why !== 'deleted') return
    const stored = await storage.saveNo(caseId).catch(() => null)
    if (stored === null || isClosed) return
    if (status.is === 'reading') await reload()
    else if (stored !== keeper.savedNo() && keeper.isSaved()) await load('writer')
  }

  const listening = new AbortController()
  const { signal } = listening
  const flushUrgently = () => keeper.flushUrgently()
  const left = () => {
    flushUrgently()
    markClosed()
    turn.end()
  }
  const restored = () => {
    turn = queueForLock()
  }
  /** True only if leaving would lose something: a user who is asked every time stops reading. */
  const asksBeforeLeaving = () => {
    const is = store?.getState().status.is
    return is !== undefined && is !== 'saved' && is !== 'saving' && !isSafe()
  }
  const look = () => (document.visibilityState === 'hidden' ? flushUrgently() : void lookAgain())
  document.addEventListener('visibilitychange', look, { signal })
  document.addEventListener('freeze', flushUrgently, { signal })
  // Never `unload`: that would keep the page out of the back/forward cache.
  window.addEventListener('pagehide', left, { signal })
  window.addEventListener('pageshow', ({ persisted }) => persisted && restored(), { signal })
  window.addEventListener('beforeunload', (event) => asksBeforeLeaving() && event.preventDefault(), { signal })

  return {
    takeOver: () => turn.takeOver(),
    /** Writes a case again that was deleted in another tab. Throws if it cannot. */
    keepIt: async () => {
      if (store === null) return
      const saved = await storage.save(kept(store.getState()), 0, clock.now())
      // The other tab may have brought it back meanwhile.
      if (!saved.ok && saved.reason !== 'conflict') throw new Error(saved.reason)
      await load('writer')
    },
    reload,
    flush: () => void keeper.flush(),
    close: () => {
      isClosed = true
      listening.abort()
      unwatch()
      markClosed()
      // The lock is released when the last words are stored, and not before.
      void keeper.stop().finally(() => {
        unregister()
        turn.end()
      })
    },
  }
}
