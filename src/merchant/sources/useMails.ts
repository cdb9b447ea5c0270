import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { FILE_LIMITS } from '../../domain/evidence/evidence.ts'
import type { Senders } from '../../domain/sources/contactsFromMails.ts'
import { distinctEntries } from '../../domain/sources/distinctEntries.ts'
import type { MailEntry } from '../../domain/sources/mailEntries.ts'
import type { ProposedContact } from '../../domain/sources/proposedContacts.ts'
import type { Side } from '../../domain/sources/whoWrote.ts'
import mailScript from '../../exchange/sources/mail/mail.worker.ts?worker&url'
import type { MailProblem } from '../../exchange/sources/mail/mailProblem.ts'
import type { MailFault, ReadMails } from '../../exchange/sources/mail/readMails.ts'
import { limitFor, workThrough } from '../../platform/workers.ts'
import { takeHandedFiles } from '../../store/handedFiles.ts'
import type { OpenCaseStore } from '../../store/openCase.ts'
import { useOpened } from '../../store/openCaseContext.tsx'
import { focusOn } from '../../ui/focus.ts'

/** What the merchant has changed of a proposal; a proposal stands where nothing is said. */
export type ProposalChoice = Partial<Omit<ProposedContact['row'], 'from'>> & {
  isKept?: boolean
  /** The places of its files that are attached. */
  files?: readonly number[]
}

interface MailsState {
  entries: readonly MailEntry[]
  faults: readonly MailFault[]
  /** By the key of the entry. */
  choices: ReadonlyMap<string, ProposalChoice>
  /** Who wrote, as the merchant says. */
  senders: Senders
}

const NOTHING: MailsState = { entries: [], faults: [], choices: new Map(), senders: new Map() }

/** While the case is open, so that another page may be looked at meanwhile. */
const kept = new WeakMap<OpenCaseStore, MailsState>()

/** The messages that have been read on this page, until they are added or the case is closed. */
export function useMails(language: string, today: string) {
  const { store } = useOpened()
  const [state, setState] = useState(() => kept.get(store) ?? NOTHING)
  const [reading, setReading] = useState<{ done: number; count: number } | null>(null)
  const cancel = useRef<AbortController | null>(null)
  /** Chosen while others were being read. */
  const waiting = useRef<File[]>([])
  const change = (next: (before: MailsState) => Partial<MailsState>) =>
    setState((before) => {
      const changed = { ...before, ...next(before) }
      kept.set(store, changed)
      return changed
    })

  const readWaiting = async () => {
    const controller = new AbortController()
    cancel.current = controller
    const found: ReadMails[] = []
    let count = 0
    const failed = (name: string, reason: MailProblem): ReadMails => ({ entries: [], faults: [{ name, reason }] })
    while (waiting.current.length > 0 && !controller.signal.aborted) {
      const files = waiting.current.splice(0)
      count += files.length
      setReading({ done: found.length, count })
      await workThrough<File, ReadMails>({
        script: mailScript,
        items: files,
        messageFor: (file) => ({ file, reader: { language, today } }),
        limitFor: (file) => limitFor(file.size),
        otherwise: (file, why) => failed(file.name, why),
        here: async (file) => failed(file.name, 'notStarted'),
        onAnswer: (answer) => {
          found.push(answer)
          setReading({ done: found.length, count: count + waiting.current.length })
        },
        signal: controller.signal,
      })
    }
    waiting.current = []
    cancel.current = null
    // What was read before it was stopped stays. Drawn before whoever waits goes on: the focus goes to what was found.
    flushSync(() => {
      setReading(null)
      change(({ entries }) => ({
        entries: withRoomForFiles(distinctEntries([...entries, ...found.flatMap((each) => each.entries)])),
        faults: found.flatMap(({ faults }) => faults),
      }))
    })
  }
  /** Resolves when nothing is being read any more; what is chosen meanwhile is read as well. */
  const read = async (files: readonly File[]) => {
    waiting.current.push(...files)
    if (cancel.current === null) await readWaiting()
  }
  const first = useRef(read)
  useEffect(() => {
    const handed = takeHandedFiles(store)
    if (handed.length > 0) void first.current(handed).then(() => focusOn('found'))
    return () => cancel.current?.abort()
  }, [store])
  return {
    ...state,
    reading,
    read,
    cancel: () => cancel.current?.abort(),
    choose: (key: string, choice: ProposalChoice) =>
      change(({ choices }) => ({ choices: new Map(choices).set(key, { ...choices.get(key), ...choice }) })),
    say: (of: string, side: Side | null) => change(({ senders }) => ({ senders: new Map(senders).set(of, side) })),
    forget: () => change(() => NOTHING),
  }
}

/** A case takes no more bytes of files: beyond that, a file is named, and can be attached by hand. */
function withRoomForFiles(entries: readonly MailEntry[]): readonly MailEntry[] {
  let all = 0
  return entries.map((entry) => {
    if (entry.files.length === 0) return entry
    const files = entry.files.map((file) => {
      all += file.bytes?.length ?? 0
      return all > FILE_LIMITS.all ? { ...file, bytes: null } : file
    })
    return { ...entry, files }
  })
}
