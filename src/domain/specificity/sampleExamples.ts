import type { Example } from '../areas/examples/schema.ts'

/** Pairs of a weak and a strong example (S: "be specific"; the kinds are C). */
export const PAIRS = ['checkout', 'erp', 'search', 'speed', 'b2b', 'invoice', 'upgrade', 'noAnswer'] as const
export type PairId = (typeof PAIRS)[number]

export const PAIR_FIELDS = ['title', 'expected', 'actual', 'period', 'where', 'frequency'] as const
export type PairField = (typeof PAIR_FIELDS)[number]

export const exampleFromPair = (pattern: (field: PairField) => string): Partial<Example> =>
  Object.fromEntries(PAIR_FIELDS.map((field) => [field, pattern(field)]))
