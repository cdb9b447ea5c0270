import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type ReceivedCase, type ReplySummary, readReplySummary, readSummaries } from '../domain/inbox/receivedCase.ts'
import type { KeepResult } from '../platform/storedCase.ts'
import { deskNotes, draftKind, REPLY, replyKind } from './inboxNotes.ts'
import { type DeskState, receivedKey, withoutHidden, withRead } from './inboxState.ts'
import { serialQueue } from './serialQueue.ts'
import { type Services, useServices } from './session.tsx'
import { register } from './unsavedChanges.ts'

/** Takes the place of a case id among the private texts of this browser. */
const OWNER = 'account-manager'

export interface ReadIn {
  summary: ReceivedCase
  file: Blob
}

export type Desk = ReturnType<typeof createDesk>

const desks = new WeakMap<Services, Desk>()

export function deskOf(services: Services): Desk {
  const desk = desks.get(services) ?? createDesk(services)
  desks.set(services, desk)
  return desk
}

/** After everything was deleted: what was read is not kept, nor listed, any more. */
export function forgetDesk(services: Services): void {
  desks.get(services)?.close()
  desks.delete(services)
}

export const useDesk = <T>(select: (state: DeskState) => T): T => useStore(deskOf(useServices()).store, select)

function createDesk({ storage, preferences, received }: Services) {
  const store = createStore<DeskState>()(() => ({
    isKept: storage.keeps && preferences.get('keepReceived') === 'on',
    failed: null,
    cases: [],
    replies: [],
    hidden: [],
  }))
  const isKept = () => store.getState().isKept
  const files = new Map<string, Blob>()
  const noted = ({ ok }: KeepResult) => {
    if (!ok) store.setState({ failed: 'keep' })
  }
  const notes = deskNotes(storage, isKept)
  // Wherever in the app the user is: what is only in memory would be gone with the page.
  const unregister = register({ flush: async () => {}, isSaved: () => !notes.hasUnkept() })
  const warn = (event: Event) => {
    if (notes.hasUnkept()) event.preventDefault()
  }
  window.addEventListener('beforeunload', warn)
  // Another tab has turned it on or off.
  const unwatch = preferences.watch('keepReceived', (value) => {
    const isOn = storage.keeps && value === 'on'
    const isNews = isOn && !isKept()
    store.setState({ isKept: isOn })
    if (!isNews) return
    loading = null
    void keepAll().then(loadOnce)
  })

  const choose = (keeps: boolean) => {
    preferences.set('keepReceived', keeps ? 'on' : 'off')
    store.setState({ isKept: keeps })
  }
  const queue = serialQueue()
  // In order, so that nothing is kept after it was turned off.
  const enqueue = (work: () => Promise<void>, failed: 'keep' | 'remove' = 'keep'): Promise<void> =>
    queue(work).catch(() => store.setState({ failed }))
  const keepFile = async (summary: ReceivedCase) => {
    const file = files.get(receivedKey(summary))
    if (file === undefined || !isKept()) return
    // A file may have been moved or deleted since it was read.
    const bytes = await file.arrayBuffer().catch(() => null)
    if (bytes === null) return noted({ ok: false, reason: 'error' })
    const { caseId, digest, fileName: name } = summary
    noted(await (await received()).keep({ caseId, digest, summary, name, bytes: new Uint8Array(bytes) }))
  }
  const keepReply = async (reply: ReplySummary) => {
    if (!isKept()) return
    noted(await notes.keepNote(OWNER, replyKind(reply.caseId, reply.replyId), JSON.stringify(reply)))
  }
  const merge = (cases: readonly ReceivedCase[], replies: readonly ReplySummary[]) =>
    store.setState((before) => withRead(before, cases, replies))

  const keepAll = () =>
    enqueue(async () => {
      const { cases, replies } = store.getState()
      noted(await notes.keepAll(OWNER))
      for (const summary of cases) await keepFile(summary)
      for (const reply of replies) await keepReply(reply)
    })

  let loading: Promise<void> | null = null
  const load = async () => {
    if (!isKept()) return
    const cases: ReceivedCase[] = []
    for await (const some of (await received()).summaries()) cases.push(...readSummaries(some))
    const texts = await storage.notes(OWNER)
    const replies = [...texts].flatMap(([kind, text]) => (kind.startsWith(REPLY) ? (readReplySummary(text) ?? []) : []))
    merge(
      cases,
      replies.sort((a, b) => (a.writtenOn < b.writtenOn ? -1 : 1)),
    )
  }
  const loadOnce = (): Promise<void> => {
    loading ??= load().then(
      () => store.setState(({ failed }) => ({ failed: failed === 'read' ? null : failed })),
      () => {
        loading = null
        store.setState({ failed: 'read' })
      },
    )
    return loading
  }
  return {
    store,
    notes,
    owner: OWNER,
    close: (): void => {
      store.setState({ isKept: false, cases: [], replies: [], hidden: [] })
      files.clear()
      unregister()
      unwatch()
      window.removeEventListener('beforeunload', warn)
    },
    load: loadOnce,
    sent: (caseId: string, digest: string): void => notes.mayGo(draftKind(caseId, digest)),
    add: (cases: readonly ReadIn[], replies: readonly ReplySummary[]): Promise<void> => {
      for (const { summary, file } of cases) files.set(receivedKey(summary), file)
      merge(
        cases.map(({ summary }) => summary),
        replies,
      )
      if (!isKept()) return Promise.resolve()
      return enqueue(async () => {
        for (const { summary } of cases) await keepFile(summary)
        for (const reply of replies) await keepReply(reply)
      })
    },
    /** Null if the file is not at hand any more. */
    fileOf: async (which: Pick<ReceivedCase, 'caseId' | 'digest'>): Promise<File | null> => {
      const known = store.getState().cases.find((each) => receivedKey(each) === receivedKey(which))
      const named = (bytes: Blob | Uint8Array<ArrayBuffer>) => new File([bytes], known?.fileName ?? '')
      const here = files.get(receivedKey(which))
      if (here !== undefined) return named(here)
      const stored = async () => (await received()).file(which.caseId, which.digest)
      const kept = storage.keeps ? await stored().catch(() => null) : null
      return kept === null ? null : named(kept.bytes)
    },
    setKept: (keeps: boolean): Promise<void> => {
      choose(keeps)
      store.setState({ failed: null })
      if (keeps) return keepAll()
      const removed = enqueue(async () => {
        // The files stay in memory until the page is closed.
        for (const summary of store.getState().cases)
          if (!files.has(receivedKey(summary))) {
            const kept = await (await received()).file(summary.caseId, summary.digest)
            if (kept !== null) files.set(receivedKey(summary), new Blob([kept.bytes]))
          }
        await notes.takeBack(OWNER)
        await (await received()).forgetAll()
      }, 'remove')
      // What is still kept is still listed, and can be removed.
      return removed.then(() => {
        if (store.getState().failed === 'remove') choose(true)
      })
    },
    /** Removes a case from the list; it can be put back until `forgetHidden`. */
    hide: (caseId: string): void => store.setState(({ hidden }) => ({ hidden: [...hidden, caseId] })),
    show: (caseId: string): void =>
      store.setState(({ hidden }) => ({ hidden: hidden.filter((each) => each !== caseId) })),
    forgetHidden: (): Promise<void> => {
      const gone = new Set(store.getState().hidden)
      if (gone.size === 0) return Promise.resolve()
      const revisions = store.getState().cases.filter(({ caseId }) => gone.has(caseId))
      store.setState(withoutHidden)
      for (const each of revisions) files.delete(receivedKey(each))
      return enqueue(async () => {
        for (const caseId of gone) await notes.forget(OWNER, caseId)
        if (!storage.keeps) return
        for (const each of revisions) await (await received()).forget(each.caseId, each.digest)
      }, 'remove')
    },
  }
}
