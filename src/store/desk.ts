import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  type ReceivedCase,
  type ReplySummary,
  readReplySummaries,
  readSummaries,
} from '../domain/inbox/summary.ts'
import type { KeepResult } from '../platform/storedCase.ts'
import { deskNotes, type NotePlace } from './deskNotes.ts'
import type { Services } from './session.tsx'

/** Whose texts they are, among the private texts of this browser. No case has such an id. */
const OWNER = 'account-manager'
const REPLIES = 'replies'

/** Under which the draft of a reply to one revision is kept. */
export const draftKind = (caseId: string, digest: string): string => `draft ${caseId}/${digest}`

export interface DeskState {
  /** Whether this browser keeps what is read; off until somebody asks for it. */
  isKept: boolean
  /** True after something could not be kept. */
  keepFailed: boolean
  /** Every revision that has been read in. */
  cases: readonly ReceivedCase[]
  /** Replies that were read in or have just been made. */
  replies: readonly ReplySummary[]
}

/** A file with what the list says of it. */
export interface ReadIn {
  summary: ReceivedCase
  file: Blob
}

/** The account manager's desk: what has been read in, and whether this browser keeps it. */
export interface Desk {
  store: StoreApi<DeskState>
  /** Drafts of replies, own questions and private notes. */
  notes: NotePlace
  owner: typeof OWNER
  /** Reads what is kept; nothing happens the second time. */
  load(): Promise<void>
  /** True where something was written that goes when the page is closed. */
  hasUnkept(): boolean
  /** A reply has become a file: its draft may go. */
  sent(caseId: string, digest: string): void
  add(cases: readonly ReadIn[], replies: readonly ReplySummary[]): Promise<void>
  /** The file of a revision, to be opened again; null where it is not at hand any more. */
  fileOf(received: Pick<ReceivedCase, 'caseId' | 'digest'>): Promise<Blob | null>
  setKept(isKept: boolean): Promise<void>
  forget(caseId: string): Promise<void>
}

const desks = new WeakMap<Services, Desk>()

/** The one desk of a running app. */
export function deskOf(services: Services): Desk {
  const desk = desks.get(services) ?? createDesk(services)
  desks.set(services, desk)
  return desk
}

const keyOf = ({ caseId, digest }: Pick<ReceivedCase, 'caseId' | 'digest'>) => `${caseId}/${digest}`

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
  }))
  const files = new Map<string, Blob>()
  const noted = ({ ok }: KeepResult) => {
    if (!ok) store.setState({ keepFailed: true })
  }
  const notes = deskNotes(storage, () => store.getState().isKept)
  const keepFile = async (summary: ReceivedCase) => {
    const file = files.get(keyOf(summary))
    if (file === undefined) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { caseId, digest, fileName: name } = summary
    noted(await (await received()).keep({ caseId, digest, summary, name, bytes }))
  }
  const keepReplies = async () =>
    noted(await storage.keepNote(OWNER, REPLIES, JSON.stringify(store.getState().replies)))

  const merge = (cases: readonly ReceivedCase[], replies: readonly ReplySummary[]) =>
    store.setState((before) => {
      const known = new Set(before.cases.map(keyOf))
      const told = new Set(before.replies.map(({ replyId }) => replyId))
      return {
        cases: [...before.cases, ...cases.filter((each) => !known.has(keyOf(each)))],
        replies: [...before.replies, ...replies.filter(({ replyId }) => !told.has(replyId))],
      }
    })

  let loading: Promise<void> | null = null
  const load = async () => {
    if (!store.getState().isKept) return
    const [kept, replies] = await Promise.all([
      received().then((place) => place.summaries()),
      storage.note(OWNER, REPLIES),
    ])
    merge(readSummaries(kept), replies === '' ? [] : readReplySummaries(JSON.parse(replies)))
  }
  return {
    store,
    notes,
    owner: OWNER,
    load: () => {
      loading ??= load().catch(() => store.setState({ keepFailed: true }))
      return loading
    },
    add: async (cases, replies) => {
      for (const { summary, file } of cases) files.set(keyOf(summary), file)
      merge(
        cases.map(({ summary }) => summary),
        replies,
      )
      if (!store.getState().isKept) return
      for (const { summary } of cases) await keepFile(summary)
      if (replies.length > 0) await keepReplies()
    },
    hasUnkept: notes.hasUnkept,
    sent: (caseId, digest) => notes.mayGo(draftKind(caseId, digest)),
    fileOf: async (which) => {
      const here = files.get(keyOf(which))
      if (here !== undefined) return here
      const kept = await (await received()).file(which.caseId, which.digest)
      return kept === null ? null : new Blob([kept.bytes])
    },
    setKept: async (keeps) => {
      preferences.set('keepReceived', keeps ? 'on' : 'off')
      store.setState({ isKept: keeps, keepFailed: false })
      if (keeps) {
        noted(await notes.keepAll(OWNER))
        for (const summary of store.getState().cases) await keepFile(summary)
        await keepReplies()
        return
      }
      // What was kept goes from the browser; what is open stays until the page is closed.
      for (const summary of store.getState().cases)
        if (!files.has(keyOf(summary))) {
          const kept = await (await received()).file(summary.caseId, summary.digest)
          if (kept !== null) files.set(keyOf(summary), new Blob([kept.bytes]))
        }
      await notes.takeBack(OWNER)
      await (await received()).forgetAll()
    },
    forget: async (caseId) => {
      const gone = store.getState().cases.filter((each) => each.caseId === caseId)
      store.setState(({ cases, replies }) => ({
        cases: cases.filter((each) => each.caseId !== caseId),
        replies: replies.filter((each) => each.caseId !== caseId),
      }))
      await notes.forget(OWNER, caseId)
      for (const each of gone) {
        files.delete(keyOf(each))
        if (store.getState().isKept) await (await received()).forget(each.caseId, each.digest)
      }
      if (store.getState().isKept) await keepReplies()
    },
  }
}
