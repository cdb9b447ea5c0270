import { nonBlank } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import { isRequest } from './schema.ts'

/** Whoever has not told the partner yet is led to the draft as soon as it is known what it is about (C). */
export function toDraft({ scope, partner, request }: Answers): string | null {
  const isNamed = [request.summary, ...scope.deliverables.map(({ title }) => title)].some(
    (text) => nonBlank(text) !== null,
  )
  return isNamed && partner.told === 'no' && !partner.log.some(isRequest) ? 'message/first' : null
}

/** What the log says is the answer to "have you told them?" (C). */
export const isToldByLog = ({ partner }: Answers): boolean => partner.told === 'no' && partner.log.some(isRequest)
