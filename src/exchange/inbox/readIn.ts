import { type ReceivedCase, type ReplySummary, receivedCase, replySummary } from '../../domain/inbox/receivedCase.ts'
import { interview } from '../../domain/interview/interview.ts'
import { type OpenError, openCaseFile } from '../importCase.ts'
import { MAX_FILE } from '../inspectBytes.ts'

export type ReadInFile =
  | { is: 'case'; summary: ReceivedCase }
  | { is: 'reply'; summary: ReplySummary }
  | { is: 'locked' }
  | { is: 'problem'; reason: OpenError['reason'] | 'unreadable' }

export async function readIn(file: File): Promise<ReadInFile> {
  if (file.size > MAX_FILE) return { is: 'problem', reason: 'tooBig' }
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return { is: 'problem', reason: 'unreadable' }
  }
  const result = openCaseFile(bytes)
  if (result.is === 'case') return { is: 'case', summary: receivedCase(interview, result.opened, file.name) }
  if (result.is === 'reply') return { is: 'reply', summary: replySummary(result.read.reply) }
  return result.is === 'locked' ? { is: 'locked' } : { is: 'problem', reason: result.error.reason }
}
