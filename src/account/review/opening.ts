import { useMemo } from 'react'
import type { Lock } from '../../domain/case/encryptedFile.ts'
import { latestFirst } from '../../domain/inbox/inbox.ts'
import { receivedCase } from '../../domain/inbox/receivedCase.ts'
import type { OpenedFile } from '../../exchange/importCase.ts'
import { type CaseOutcome, type FileProblem, openCaseOnly } from '../../files/openFile.ts'
import { deskOf } from '../../store/inboxStore.ts'
import type { Services } from '../../store/session.tsx'
import { importFiles, type NotRead } from '../inbox/importFiles.ts'

export type OpenedFiles =
  | { is: 'open'; opened: OpenedFile; other: OpenedFile | null }
  | { is: 'refused'; error: FileProblem; name: string }
  | { is: 'locked'; lock: Lock; name: string }
  /** It is no longer in the list. */
  | { is: 'gone' }
  /** More than one case, or files that are none: what could be read is in the list. */
  | { is: 'several'; notRead: readonly NotRead[] }

export interface OpenRequest {
  caseId: string
  digest: string
}

const nameOf = (file: Blob) => (file instanceof File ? file.name : '')

/** Opens files for reading, and adds them to the list until the page is closed: a later revision is compared with them. */
export function useOpening(services: Services) {
  return useMemo(() => openingWith(services), [services])
}

function openingWith(services: Services) {
  const desk = deskOf(services)

  /** The revision before this one, if it has been read in. */
  const before = async (opened: OpenedFile): Promise<OpenedFile | null> => {
    await desk.load()
    const { caseId } = opened.file
    const { digest } = opened
    const earlier = desk.store
      .getState()
      .cases.filter((each) => each.caseId === caseId && each.digest !== digest)
      .filter((each) => latestFirst(opened.file, each) <= 0)
      .sort(latestFirst)
    const [latest] = earlier
    if (latest === undefined) return null
    const file = await desk.fileOf(latest)
    if (file === null) return null
    const outcome = await openCaseOnly(file)
    return outcome.is === 'case' ? outcome.opened : null
  }
  const readOne = async (file: Blob, signal?: AbortSignal): Promise<CaseOutcome> => {
    const outcome = await openCaseOnly(file, signal)
    if (outcome.is !== 'case' || signal?.aborted) return outcome
    const { opened } = outcome
    // Deferred: the sheet is drawn first.
    setTimeout(async () => {
      const interview = await services.interview()
      await desk.add([{ summary: receivedCase(interview, opened, nameOf(file)), file }], [])
    })
    return outcome
  }
  const one = async (file: Blob, signal: AbortSignal): Promise<OpenedFiles> => {
    const outcome = await readOne(file, signal)
    if (outcome.is !== 'case') return { ...outcome, name: nameOf(file) }
    return { is: 'open', opened: outcome.opened, other: await before(outcome.opened) }
  }
  const fromDesk = async (which: OpenRequest, signal: AbortSignal): Promise<OpenedFiles> => {
    await desk.load()
    const file = await desk.fileOf(which)
    if (file === null) return { is: 'gone' }
    return one(file, signal)
  }
  const several = async (
    files: readonly Blob[],
    onDone: (done: number) => void,
    signal: AbortSignal,
  ): Promise<OpenedFiles> => {
    const [first] = files
    if (files.length === 1 && first !== undefined) return one(first, signal)
    const chosen = files.filter((file) => file instanceof File)
    const found = await importFiles(services, chosen, { onDone, signal })
    const cases = new Set(found.cases.map(({ caseId }) => caseId))
    const [newest] = found.cases.toSorted(latestFirst)
    const { notRead } = found
    if (found.cases.length + found.replies.length === 0 && first !== undefined) return one(first, signal)
    // Revisions of one case are compared; anything else is a list.
    if (cases.size === 1 && notRead.length === 0 && newest !== undefined) return fromDesk(newest, signal)
    return { is: 'several', notRead }
  }
  return { open: several, fromDesk, readOne, beside: before }
}
