import type { VisibleAnswers } from '../interview/visibleAnswers.ts'

/**
 * What the partner may see, by name: what was agreed, and what happened. A new question about the company, of an example
 * or of the request is not shown to it by itself; what is agreed, added and in the contact log it sees whole.
 */
const ABOUT = ['company', 'deployment', 'version', 'phase', 'partnerCompany', 'partnerPeople'] as const
const EXAMPLES = [
  'id',
  'code',
  'title',
  'expected',
  'actual',
  'date',
  'period',
  'where',
  'frequency',
  'deliverable',
  'concerns',
  'raised',
] as const

const only = <T extends object>(answers: T, names: readonly (keyof T & string)[]): T =>
  Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [name, (names as readonly string[]).includes(name) ? value : null]),
    // Every answer may be unanswered, so this is still the same kind of thing.
  ) as T

const withoutFiles = <T extends { evidence: unknown }>(row: T): T => ({ ...row, evidence: null })

/**
 * The answers that the partner may see. The contact log and the scope are between the two anyway. Nothing of what it has
 * led to, of what Adobe is asked to do, of what depends on the merchant, of contacts at Adobe, of files, or of where
 * evidence lies.
 */
export const forPartner = (answers: VisibleAnswers): VisibleAnswers => ({
  ...answers,
  about: only(answers.about, ABOUT),
  scope: { ...answers.scope, deliverables: answers.scope.deliverables.map(withoutFiles) },
  partner: { ...answers.partner, log: answers.partner.log.map(withoutFiles) },
  examples: { ...answers.examples, items: answers.examples.items.map((row) => only(row, EXAMPLES)) },
  request: only(answers.request, []),
})
