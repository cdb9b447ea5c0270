import { markClosed, markOpen, takeTurn } from '../platform/caseLock.ts'
import type { KeptCase, StorageEvent, Unsaved } from '../platform/storedCase.ts'
import { keepSaved, kept, type SaveAbandoned } from './autosave.ts'
import { createOpenCase, type OpenCaseStore, type SaveStatus } from './openCase.ts'
import { watchPage } from './pageEvents.ts'
import { casesClosed } from './pendingSaves.ts'
import { READS_ONLY } from './readOnlySaver.ts'
import type { Services } from './session.tsx'
import type { Session } from './sessionState.ts'
import { register } from './unsavedChanges.ts'

export interface CaseSession {
  takeOver(): void
  /** Writes a case anew that was deleted in another tab. */
  keepIt(): Promise<void>
  reload(): Promise<void>
  flush(): void
  close(): void
}

type Reading = Extract<SaveStatus, { is: 'reading' }>

/**
 * Opens a case in this tab: reads it, keeps it saved while it is this tab's turn to write, and closes it. Only a clean
 * load arms saving, so nothing is ever saved over a case that could not be read.
 * @param show called with every change of what there is to show
 * @param keepCopy keeps this version as a case of its own and gives its id; null if it could not; never throws
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
  let isWriter = false
  let hasOpened = false

  const load = async (reading: Reading | null) => {
    loading += 1
    const mine = loading
    const result = await casesClosed()
      .then(() => storage.load(caseId, reading === null ? undefined : 'reading'))
      .catch(() => null)
    // What has been written meanwhile is not taken off the page by what is read.
    if (isClosed || mine !== loading || !keeper.isSaved()) return
    void keeper.stop()
    keeper = READS_ONLY
    if (result === null) return show({ state: 'failed' })
    if (!result.ok) {
      const { reason } = result
      return show(reason === 'unreadable' ? { state: reason, stored: result.stored } : { state: reason })
    }
    void storage.sweep(clock.now())
    const { loaded, recoveredTo, unsaved } = result
    store = createOpenCase(loaded, storage.keeps, services)
    if (reading !== null) {
      // A duplicated tab remembers what the first one did.
      hasOpened = true
      store.setState({ status: reading })
    } else {
      // Asked once: from here on it is this page that has it open.
      const hasCrashed = markOpen(caseId) && !hasOpened
      hasOpened = true
      keeper = keepSaved(store, storage, clock, loaded.saveNo, parted)
      if (recoveredTo !== undefined) store.setState({ notice: { is: 'recovered', to: recoveredTo } })
      else if (hasCrashed) store.setState({ notice: { is: 'crashed', savedAt: loaded.savedAt } })
      if (unsaved !== undefined) void keepUnsaved(store, unsaved)
    }
    show({ state: 'open', store, keeper })
  }

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
  const readBeside = async (why: 'conflict' | 'takenOver', unsaved: KeptCase) => {
    readOnly({ is: 'reading', why, keptAs: undefined })
    const [mine, keptAs] = [store, await keepCopy(unsaved)]
    mine?.setState({ status: { is: 'reading', why, keptAs } })
  }

  const parted = (why: SaveAbandoned, unsaved: KeptCase) =>
    why === 'conflict' ? void readBeside(why, unsaved) : readOnly({ is: 'reading', why })

  const keepUnsaved = async (opened: OpenCaseStore, unsaved: Unsaved) => {
    const keptAs = await keepCopy(unsaved.kept)
    if (keptAs === null) return
    storage.forgetLastWords(caseId, unsaved.at)
    opened.setState({ notice: { is: 'unsaved', keptAs } })
  }

  const begin = () =>
    takeTurn(caseId, {
      mayWrite: () => {
        isWriter = true
        void load(null)
      },
      mayRead: () => {
        isWriter = false
        const reading: Reading = { is: 'reading', why: 'otherTab' }
        if (store === null) return void load(reading)
        // What this tab has not saved goes first; if the other has saved meanwhile, both are kept.
        void keeper.flush().then(() => {
          if (store === null || store.getState().status.is === 'reading') return
          if (keeper.isSaved()) readOnly(reading)
          else void readBeside('takenOver', kept(store.getState()))
        })
      },
      asked: () => keeper.flush(),
      deleted: () => readOnly({ is: 'reading', why: 'deleted' }),
    })
  let turn = begin()
  /** Whether everything on the page is somewhere else, too. */
  const isSafe = () => {
    const status = store?.getState().status
    const isOnlyHere = status?.is === 'reading' && (status.why === 'deleted' || ('keptAs' in status && !status.keptAs))
    return storage.keeps && keeper.isSaved() && !isOnlyHere
  }
  // Nothing reloads the page while this is not saved.
  const unregister = register({ flush: () => keeper.flush(), isSaved: isSafe })

  const unwatch = storage.watch((event: StorageEvent) => {
    if (event === 'updating') {
      keeper.flushUrgently()
      readOnly({ is: 'reading', why: 'updated' })
      turn.end()
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
    if (status.is === 'reading') await load(isWriter ? null : { is: 'reading', why: 'otherTab' })
    else if (stored !== keeper.savedNo() && keeper.isSaved()) await load(null)
  }

  const unwatchPage = watchPage({
    hidden: () => keeper.flushUrgently(),
    seen: () => void lookAgain(),
    left: () => {
      keeper.flushUrgently()
      markClosed()
      turn.end()
    },
    back: () => {
      turn = begin()
    },
    // Asked only where leaving would lose something: whoever is asked every time stops reading.
    asks: () => {
      const is = store?.getState().status.is
      return is !== undefined && is !== 'saved' && is !== 'saving' && !isSafe()
    },
  })

  return {
    takeOver: () => turn.takeOver(),
    keepIt: async () => {
      if (store === null) return
      const saved = await storage.save(kept(store.getState()), 0, clock.now())
      if (saved.ok) await load(null)
    },
    reload: () => load(isWriter ? null : { is: 'reading', why: 'otherTab' }),
    flush: () => void keeper.flush(),
    close: () => {
      isClosed = true
      unwatchPage()
      unwatch()
      markClosed()
      // The turn is given back when the last words are stored, and not before.
      void keeper.stop().finally(() => {
        unregister()
        turn.end()
      })
    },
  }
}
