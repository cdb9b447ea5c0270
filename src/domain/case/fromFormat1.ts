import { isRecord } from './untrusted.ts'

/**
 * Answers of format 1, of any shape, as format 2 has them. Those of format 2 come back unchanged: the rows of a stored
 * case are written one by one, so a case can hold both.
 */
export function answersFromFormat1(answers: unknown): unknown {
  if (!isRecord(answers)) return answers
  return Object.fromEntries(
    Object.entries(answers).map(([area, fields]) => [
      area,
      HAD_DONE.has(area) ? withoutDone(fields) : fields,
    ]),
  )
}

const HAD_DONE = new Set(['about', 'scope', 'partner', 'examples', 'request'])

/** "Are you finished with this part?" is worked out from the answers now. */
function withoutDone(fields: unknown): unknown {
  if (!isRecord(fields)) return fields
  const { done: _, ...rest } = fields
  return rest
}
