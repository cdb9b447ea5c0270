import type { Contact } from '../areas/partner/schema.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'

/** An allowlist: a new question about the company, an example or the request is not shown to the partner by itself. */
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
    // Every answer may be null, so the type holds.
  ) as T

const withoutFiles = <T extends { evidence: unknown }>(row: T): T => ({ ...row, evidence: null })

/** Who wrote is said, and is one of the two. */
const isOfTheTwo = ({ from }: Contact) => from === 'merchant' || from === 'partner'

/**
 * Scope and what the two have said to each other are known to both. No impact, request, own part, contacts at Adobe,
 * files or evidence, and no row of the log by others, Adobe among them, or without a sender.
 */
export const forPartner = (answers: VisibleAnswers): VisibleAnswers => ({
  ...answers,
  about: only(answers.about, ABOUT),
  scope: { ...answers.scope, deliverables: answers.scope.deliverables.map(withoutFiles) },
  partner: { ...answers.partner, log: answers.partner.log.filter(isOfTheTwo).map(withoutFiles) },
  examples: { ...answers.examples, items: answers.examples.items.map((row) => only(row, EXAMPLES)) },
  request: only(answers.request, []),
})
