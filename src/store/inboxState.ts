import type { ReceivedCase, ReplySummary } from '../domain/inbox/receivedCase.ts'

export interface DeskState {
  /** Whether this browser keeps what is read; off until the user asks for it. */
  isKept: boolean
  /** What could not be done last with what this browser keeps. */
  failed: 'keep' | 'read' | 'remove' | null
  cases: readonly ReceivedCase[]
  /** Replies that were imported or have just been made, the latest last. */
  replies: readonly ReplySummary[]
  hidden: readonly string[]
}

export const receivedKey = ({ caseId, digest }: Pick<ReceivedCase, 'caseId' | 'digest'>): string =>
  `${caseId}/${digest}`

/** Of two files with the same content, the handed-over one wins, then the later revision, then one that is whole. */
function counts(a: ReceivedCase, b: ReceivedCase): boolean {
  if (a.purpose !== b.purpose) return a.purpose === 'handover'
  return a.revision === b.revision ? !a.rescued || b.rescued : a.revision > b.revision
}

export function withRead(
  before: DeskState,
  cases: readonly ReceivedCase[],
  replies: readonly ReplySummary[],
): Partial<DeskState> {
  const known = new Map(before.cases.map((each) => [receivedKey(each), each]))
  for (const each of cases) {
    const there = known.get(receivedKey(each))
    if (there === undefined || !counts(there, each)) known.set(receivedKey(each), each)
  }
  const told = new Set(before.replies.map(({ replyId }) => replyId))
  // Importing a removed case again restores it.
  const again = new Set(cases.map(({ caseId }) => caseId))
  return {
    cases: [...known.values()],
    replies: [...before.replies, ...replies.filter(({ replyId }) => !told.has(replyId))],
    hidden: before.hidden.filter((caseId) => !again.has(caseId)),
  }
}

export function withoutHidden({ cases, replies, hidden }: DeskState): Partial<DeskState> {
  const gone = new Set(hidden)
  return {
    cases: cases.filter(({ caseId }) => !gone.has(caseId)),
    replies: replies.filter(({ caseId }) => !gone.has(caseId)),
    hidden: [],
  }
}
