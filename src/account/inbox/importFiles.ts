import type { ReceivedCase, ReplySummary } from '../../domain/inbox/receivedCase.ts'
import type { ReadInFile } from '../../exchange/inbox/readIn.ts'
import readInScript from '../../exchange/inbox/readIn.worker.ts?worker&url'
import { limitFor } from '../../files/openFile.ts'
import { workThrough } from '../../platform/workers.ts'
import { deskOf, type ReadIn } from '../../store/inboxStore.ts'
import type { Services } from '../../store/session.tsx'

/** A file that is no case and no reply, or could not be read. */
export interface NotRead {
  name: string
  reason: Extract<ReadInFile, { is: 'problem' }>['reason'] | 'locked'
}

export interface FoundInFiles {
  cases: readonly ReceivedCase[]
  replies: readonly ReplySummary[]
  notRead: readonly NotRead[]
  /** How many were looked at, whatever they were. */
  done: number
}

interface ReadingWith {
  onDone: (done: number) => void
  signal: AbortSignal
}

/** The list grows while files are read, this many at a time: each time costs a look at the whole list. */
const AT_A_TIME = 100

/** Reads many files in workers and puts them on the desk, as they come. */
export async function importFiles(
  services: Services,
  files: readonly File[],
  { onDone, signal }: ReadingWith,
): Promise<FoundInFiles> {
  const desk = deskOf(services)
  await desk.load()
  const found: { cases: ReceivedCase[]; replies: ReplySummary[]; notRead: NotRead[] } = {
    cases: [],
    replies: [],
    notRead: [],
  }
  let waiting: { cases: ReadIn[]; replies: ReplySummary[] } = { cases: [], replies: [] }
  const putDown = () => {
    const { cases, replies } = waiting
    waiting = { cases: [], replies: [] }
    return desk.add(cases, replies)
  }
  const putting: Promise<void>[] = []
  let done = 0
  const take = (answer: ReadInFile, file: File) => {
    done += 1
    if (answer.is === 'case') {
      found.cases.push(answer.summary)
      waiting.cases.push({ summary: answer.summary, file })
    } else if (answer.is === 'reply') {
      found.replies.push(answer.summary)
      waiting.replies.push(answer.summary)
    } else found.notRead.push({ name: file.name, reason: answer.is === 'locked' ? 'locked' : answer.reason })
    if (waiting.cases.length + waiting.replies.length >= AT_A_TIME) putting.push(putDown())
    onDone(done)
  }
  await workThrough<File, ReadInFile>({
    script: readInScript,
    items: files,
    limitFor: (file) => limitFor(file.size),
    otherwise: (_, why) => ({ is: 'problem', reason: why === 'tooLong' ? 'tooLong' : 'tooComplex' }),
    here: async (file) => (await import('../../exchange/inbox/readIn.ts')).readIn(file),
    onAnswer: take,
    signal,
  })
  putting.push(putDown())
  await Promise.all(putting)
  return { ...found, done }
}
