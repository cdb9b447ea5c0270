import type { Assessment } from '../assessment/assess.ts'
import type { OpenActionId } from '../assessment/conclusion.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import type { MessageKind } from './message.ts'
import { rowsFor } from './messages.ts'

const FOR_ACTION: Readonly<Record<OpenActionId, readonly MessageKind[]>> = {
  REVISIT_SCOPE: [],
  SETTLE_CHANGES: ['change'],
  CONTACT_PARTNER: ['first'],
  AWAIT_PARTNER: ['followUp'],
  FOLLOW_PLAN: ['accept', 'followUp'],
  GATHER_EXAMPLES: [],
}

export const messagesFor = (action: OpenActionId, answers: VisibleAnswers): readonly MessageKind[] =>
  FOR_ACTION[action].filter((kind) => kind !== 'change' || hasChanges(answers))

function hasChanges(answers: VisibleAnswers): boolean {
  const { deliverables, additions } = rowsFor('change', answers)
  return deliverables.length + additions.length > 0
}

/** Telling the partner comes before everything. */
export function nextMessage(
  { states, open }: Pick<Assessment, 'states' | 'open'>,
  answers: VisibleAnswers,
): MessageKind | null {
  const kinds = open.flatMap(({ action }) => messagesFor(action, answers))
  if (kinds.includes('first')) return 'first'
  const [next] = kinds
  if (next !== undefined) return next
  return states.partner === 'SILENT' || states.partner === 'UNCLEAR' || states.partner === 'BROKEN' ? 'followUp' : null
}
