import { nonBlank } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'

/** What it is about and what is asked for: in the customer's English for an English reader, if it is there. */
export function requestIn(
  { summary, ask, summaryEnglish, askEnglish }: Answers['request'],
  language: string,
): { summary: string | null; ask: string | null } {
  if (language !== 'en') return { summary, ask }
  return { summary: nonBlank(summaryEnglish) ?? summary, ask: nonBlank(askEnglish) ?? ask }
}
