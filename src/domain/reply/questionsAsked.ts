import type { Interview } from '../interview/question.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import { askedAddresses } from '../interview/walk.ts'
import type { CaseReply } from './readEntry.ts'
import { type AskedBack, asItStands, questionsIn } from './received.ts'

/** Every question that account managers have asked about a case, as it stands now. */
export function questionsAsked(
  interview: Interview,
  answers: VisibleAnswers,
  replies: readonly CaseReply[],
): readonly AskedBack[] {
  // Most cases have no reply, and a large one has fifty thousand addresses.
  if (replies.length === 0) return []
  const asked = askedAddresses(interview, answers)
  return questionsIn(replies).map((each) => asItStands(each, answers, (at) => asked.has(at)))
}

/** True where it waits for the merchant: what has gone cannot be answered any more. */
export const isWaiting = ({ isAnswered, isGone }: AskedBack): boolean => !isAnswered && !isGone
