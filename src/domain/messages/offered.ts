import type { Assessment } from '../assessment/assess.ts'
import type { OpenActionId } from '../assessment/conclusion.ts'
import type { MessageKind } from './message.ts'

/** The messages that help with an open action. */
const FOR_ACTION: Readonly<Record<OpenActionId, readonly MessageKind[]>> = {
  REVISIT_SCOPE: [],
  SETTLE_CHANGES: ['change'],
  CONTACT_PARTNER: ['first'],
  AWAIT_PARTNER: ['followUp'],
  FOLLOW_PLAN: ['accept', 'followUp'],
  GATHER_EXAMPLES: [],
}

export const messagesFor = (action: OpenActionId): readonly MessageKind[] => FOR_ACTION[action]

/** The message that comes next, where the guide can tell. */
export function nextMessage({ states, open }: Pick<Assessment, 'states' | 'open'>): MessageKind | null {
  const first = open.flatMap(({ action }) => messagesFor(action))[0]
  if (first !== undefined) return first
  return states.partner === 'SILENT' || states.partner === 'UNCLEAR' || states.partner === 'BROKEN'
    ? 'followUp'
    : null
}
