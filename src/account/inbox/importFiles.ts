import type { ReceivedCase, ReplySummary } from '../../domain/inbox/receivedCase.ts'
import type { ReadInFile } from '../../exchange/inbox/readIn.ts'
import readInScript from '../../exchange/inbox/readIn.worker.ts?worker&url'
import { limitFor, workThrough } from '../../platform/workers.ts'
import { deskOf, type ReadIn } from '../../store/inboxStore.ts'
import type { Services } from '../../store/session.tsx'

/** A file that is neither case nor reply, or could not be read. */
export interface NotRead {
  name: string
  reason: Extract<ReadInFile, { is: 'problem' }>['reason'] | 'locked'
}

interface FoundInFiles {
  cases: readonly ReceivedCase[]
  replies: readonly ReplySummary[]
  notRead: readonly NotRead[]
}

interface ReadingWith {
  onDone: (done: number) => void
  signal: AbortSignal
}

/** The list is updated after so many files: each update goes through the whole list. */
const AT_A_TIME = 100

const WHY = { tooLong: 'tooLong', broken: 'tooComplex', notStarted: 'unreadable' } as const

/** Reads many files in workers and adds them to the list as they come. */
export async function importFiles(
  services: Services,
  files: readonly File[],
  { onDone, signal }: ReadingWith,
): Promise<FoundInFiles> {
  const desk = deskOf(services)
  await desk.load()
  const cases: ReadIn[] = []
  const replies: ReplySummary[] = []
  const notRead: NotRead[] = []
  const added = { cases: 0, replies: 0 }
  const adding: Promise<void>[] = []
  const addNew = () => {
    adding.push(desk.add(cases.slice(added.cases), replies.slice(added.replies)))
    added.cases = cases.length
    added.replies = replies.length
  }
  const take = (answer: ReadInFile, file: File) => {
    if (answer.is === 'case') cases.push({ summary: answer.summary, file })
    else if (answer.is === 'reply') replies.push(answer.summary)
    else notRead.push({ name: file.name, reason: answer.is === 'locked' ? 'locked' : answer.reason })
    if (cases.length + replies.length - added.cases - added.replies >= AT_A_TIME) addNew()
    onDone(cases.length + replies.length + notRead.length)
  }
  await workThrough<File, ReadInFile>({
    script: readInScript,
    items: files,
    limitFor: (file) => limitFor(file.size),
    otherwise: (_, why) => ({ is: 'problem', reason: WHY[why] }),
    here: async (file) => (await import('../../exchange/inbox/readIn.ts')).readIn(file),
    onAnswer: take,
    signal,
  })
  addNew()
  await Promise.all(adding)
  return { cases: cases.map(({ summary }) => summary), replies, notRead }
}
