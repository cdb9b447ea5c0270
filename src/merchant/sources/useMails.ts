import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Senders } from '../../domain/sources/contactsFromMails.ts'
import { distinctEntries } from '../../domain/sources/distinctEntries.ts'
import type { MailEntry } from '../../domain/sources/mailEntries.ts'
import type { ProposedContact } from '../../domain/sources/proposedContacts.ts'
import type { Side } from '../../domain/sources/whoWrote.ts'
import mailScript from '../../exchange/sources/mail/mail.worker.ts?worker&url'
import type { MailProblem } from '../../exchange/sources/mail/mailProblem.ts'
import type { ReadMails } from '../../exchange/sources/mail/readMails.ts'
import { limitFor, workThrough } from '../../platform/workers.ts'
import { takeHandedFiles } from '../../store/handedFiles.ts'
import type { OpenCaseStore } from '../../store/openCase.ts'
import { useOpened } from '../../store/openCaseContext.tsx'

/** What the merchant has changed of a proposal; a proposal stands where nothing is said. */
export type ProposalChoice = Partial<Omit<ProposedContact['row'], 'from'>> & {
  isKept?: boolean
  files?: readonly string[]
}

export interface SourceFault {
  name: string
  reason: MailProblem | 'notStarted'
}

interface MailsState {
  entries: readonly MailEntry[]
  faults: readonly SourceFault[]
  /** By the entry. */
  choices: ReadonlyMap<MailEntry, ProposalChoice>
  /** Who wrote, as the merchant says: of a group of senders, by its key, or of one message. */
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
  const change = (next: (before: MailsState) => Partial<MailsState>) =>
    setState((before) => {
      const changed = { ...before, ...next(before) }
      kept.set(store, changed)
      return changed
    })

  const read = async (files: readonly File[]) => {
    cancel.current?.abort()
    const controller = new AbortController()
    cancel.current = controller
    const found: ReadMails[] = []
    setReading({ done: 0, count: files.length })
    const failed = (name: string, reason: SourceFault['reason']) =>
      ({ entries: [], faults: [{ name, reason }] }) as unknown as ReadMails
    await workThrough<File, ReadMails>({
      script: mailScript,
      items: files,
      messageFor: (file) => ({ file, reader: { language, today } }),
      limitFor: (file) => limitFor(file.size),
      otherwise: (file, why) => failed(file.name, why),
      here: async (file) => failed(file.name, 'notStarted'),
      onAnswer: (answer) => {
        found.push(answer)
        setReading({ done: found.length, count: files.length })
      },
      signal: controller.signal,
    })
    if (cancel.current !== controller) return
    cancel.current = null
    // Drawn before whoever waits goes on: the focus goes to what was found.
    flushSync(() => {
      setReading(null)
      change(({ entries }) => ({
        entries: distinctEntries([...entries, ...found.flatMap((each) => each.entries)]),
        faults: found.flatMap(({ faults }) => faults),
      }))
    })
  }
  const first = useRef(read)
  useEffect(() => {
    const handed = takeHandedFiles(store)
    if (handed.length > 0) void first.current(handed)
    return () => cancel.current?.abort()
  }, [store])
  return {
    ...state,
    reading,
    read,
    cancel: () => cancel.current?.abort(),
    choose: (entry: MailEntry, choice: ProposalChoice) =>
      change(({ choices }) => ({ choices: new Map(choices).set(entry, { ...choices.get(entry), ...choice }) })),
    say: (of: string | MailEntry, side: Side | null) =>
      change(({ senders }) => ({ senders: new Map(senders).set(of, side) })),
    forget: () => change(() => NOTHING),
  }
}
