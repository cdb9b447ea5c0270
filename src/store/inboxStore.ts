import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { type ReceivedCase, type ReplySummary, readReplySummary, readSummaries } from '../domain/inbox/receivedCase.ts'
import type { KeepResult } from '../platform/storedCase.ts'
import { deskNotes, draftKind, type NotePlace, REPLY, replyKind } from './inboxNotes.ts'
import { type DeskState, receivedKey, withoutHidden, withRead } from './inboxState.ts'
import { turns } from './serialQueue.ts'
import { type Services, useServices } from './session.tsx'

/** Whose texts they are, among the private texts of this browser. No case has such an id. */
const OWNER = 'account-manager'

export interface ReadIn {
  summary: ReceivedCase
  file: Blob
}

/** The account manager's desk: what has been read in, and whether this browser keeps it. */
export interface Desk {
  store: StoreApi<DeskState>
  notes: NotePlace
  owner: typeof OWNER
  /** Reads what is kept; nothing happens again once it has been read. */
  load(): Promise<void>
  /** A reply has become a file: its draft may go. */
  sent(caseId: string, digest: string): void
  add(cases: readonly ReadIn[], replies: readonly ReplySummary[]): Promise<void>
  /** The file of a revision, to be opened again; null where it is not at hand any more. */
  fileOf(received: Pick<ReceivedCase, 'caseId' | 'digest'>): Promise<File | null>
  setKept(isKept: boolean): Promise<void>
  /** Takes a case off the list; it can be put back until the list is left. */
  hide(caseId: string): void
  show(caseId: string): void
  /** Forgets what was taken off the list, with its drafts and notes. */
  forgetHidden(): Promise<void>
}

const desks = new WeakMap<Services, Desk>()

export function deskOf(services: Services): Desk {
  const desk = desks.get(services) ?? createDesk(services)
  desks.set(services, desk)
  return desk
}

/** A part of what is on the desk; the component renders again only when that part changes. */
export const useDesk = <T>(select: (state: DeskState) => T): T => useStore(deskOf(useServices()).store, select)

function createDesk({ storage, preferences, received: open }: Services): Desk {
  let place: ReturnType<Services['received']> | null = null
  const received = () => {
    place ??= open()
    return place
  }
  const store = createStore<DeskState>()(() => ({
    isKept: storage.keeps && preferences.get('keepReceived') === 'on',
    keepFailed: false,
    cases: [],
    replies: [],
    hidden: [],
  }))
  const isKept = () => store.getState().isKept
  const files = new Map<string, Blob>()
  const noted = ({ ok }: KeepResult) => {
    if (!ok) store.setState({ keepFailed: true })
  }
  const notes = deskNotes(storage, isKept)
  // What goes with the page is asked about before it goes, wherever in the app one is.
  window.addEventListener('beforeunload', (event) => {
    if (notes.hasUnkept()) event.preventDefault()
  })
  // Another tab has turned it on or off: both do the same from now on.
  preferences.watch('keepReceived', (value) => store.setState({ isKept: storage.keeps && value === 'on' }))

  const oneByOne = turns()
  /** Nothing is kept after it was turned off. */
  const inTurn = (work: () => Promise<void>): Promise<void> =>
    oneByOne(work).catch(() => store.setState({ keepFailed: true }))
  const keepFile = async (summary: ReceivedCase) => {
    const file = files.get(receivedKey(summary))
    if (file === undefined || !isKept()) return
    // A file may have been moved or deleted since it was read: the others are kept all the same.
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
  return {
    store,
    notes,
    owner: OWNER,
    load: () => {
      loading ??= load().catch(() => {
        // The next page tries again.
        loading = null
        store.setState({ keepFailed: true })
      })
      return loading
    },
    sent: (caseId, digest) => notes.mayGo(draftKind(caseId, digest)),
    add: (cases, replies) => {
      for (const { summary, file } of cases) files.set(receivedKey(summary), file)
      merge(
        cases.map(({ summary }) => summary),
        replies,
      )
      if (!isKept()) return Promise.resolve()
      return inTurn(async () => {
        for (const { summary } of cases) await keepFile(summary)
        for (const reply of replies) await keepReply(reply)
      })
    },
    fileOf: async (which) => {
      const known = store.getState().cases.find((each) => receivedKey(each) === receivedKey(which))
      const named = (bytes: Blob | Uint8Array<ArrayBuffer>) => new File([bytes], known?.fileName ?? '')
      const here = files.get(receivedKey(which))
      if (here !== undefined) return named(here)
      const kept = storage.keeps ? await (await received()).file(which.caseId, which.digest) : null
      return kept === null ? null : named(kept.bytes)
    },
    setKept: (keeps) => {
      preferences.set('keepReceived', keeps ? 'on' : 'off')
      store.setState({ isKept: keeps, keepFailed: false })
      return inTurn(async () => {
        const { cases, replies } = store.getState()
        if (keeps) {
          noted(await notes.keepAll(OWNER))
          for (const summary of cases) await keepFile(summary)
          for (const reply of replies) await keepReply(reply)
          return
        }
        // What was kept goes from the browser; what is open stays until the page is closed.
        for (const summary of cases)
          if (!files.has(receivedKey(summary))) {
            const kept = await (await received()).file(summary.caseId, summary.digest)
            if (kept !== null) files.set(receivedKey(summary), new Blob([kept.bytes]))
          }
        await notes.takeBack(OWNER)
        await (await received()).forgetAll()
      })
    },
    hide: (caseId) => store.setState(({ hidden }) => ({ hidden: [...hidden, caseId] })),
    show: (caseId) => store.setState(({ hidden }) => ({ hidden: hidden.filter((each) => each !== caseId) })),
    forgetHidden: () => {
      const gone = new Set(store.getState().hidden)
      if (gone.size === 0) return Promise.resolve()
      const revisions = store.getState().cases.filter(({ caseId }) => gone.has(caseId))
      store.setState(withoutHidden)
      for (const each of revisions) files.delete(receivedKey(each))
      return inTurn(async () => {
        for (const caseId of gone) await notes.forget(OWNER, caseId)
        if (!storage.keeps) return
        for (const each of revisions) await (await received()).forget(each.caseId, each.digest)
      })
    },
  }
}
