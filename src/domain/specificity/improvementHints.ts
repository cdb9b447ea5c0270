import { lacksOf } from '../areas/examples/missingFields.ts'
import type { Example } from '../areas/examples/schema.ts'
import type { Address } from '../case/address.ts'
import { nonBlank } from '../case/answer.ts'
import type { Answers } from '../case/answers.ts'

export interface StillAsked {
  id: 'agreed' | 'howOften' | 'cost'
  about: Address
}

/** Advice for a usable example (T): nothing of it is counted. */
export const stillAsked = ({ examples, scope }: Answers): readonly StillAsked[] =>
  examples.items
    .filter((row) => lacksOf(row).length === 0)
    .flatMap((row) => askedOf(row, scope.deliverables.length > 0))

function askedOf(row: Example, hasDeliverables: boolean): readonly StillAsked[] {
  const about = (field: keyof Example & string): Address => `examples.items.${row.id}.${field}`
  return [
    ...(hasDeliverables && row.deliverable === null ? [{ id: 'agreed' as const, about: about('deliverable') }] : []),
    ...(nonBlank(row.frequency) === null ? [{ id: 'howOften' as const, about: about('frequency') }] : []),
    ...(nonBlank(row.impact) === null ? [{ id: 'cost' as const, about: about('impact') }] : []),
  ]
}
