import { EFFECTS } from '../areas/examples/schema.ts'
import { folded } from '../case/folded.ts'
import { type InboxEntry, WAITING, type Waiting } from './inbox.ts'

export const SORTS = ['age', 'company', 'partner', 'step', 'effect', 'verdict', 'waiting', 'next'] as const
export type Sort = (typeof SORTS)[number]

export interface Filter {
  search: string
  waiting: Waiting | null
  /** `none` for cases without a verdict. */
  verdict: string | null
  /** The key of its name. */
  partner: string | null
}

export const NO_FILTER: Filter = { search: '', waiting: null, verdict: null, partner: null }

/** The worst and the oldest first, everything else as in a register. */
export const beginsDescending = (sort: Sort): boolean => sort === 'effect' || sort === 'age'

type SortKey = string | number | null

function keyOf(entry: InboxEntry, sort: Sort): SortKey {
  if (sort === 'age') return entry.age
  if (sort === 'next') return entry.next?.date ?? null
  if (sort === 'effect') return entry.newest.effect === null ? null : -EFFECTS.indexOf(entry.newest.effect)
  if (sort === 'waiting') return WAITING.indexOf(entry.waiting)
  if (sort === 'verdict') return entry.verdict
  if (sort === 'step') return entry.newest.next
  return entry.newest[sort]
}

const emergenciesFirst = (a: InboxEntry, b: InboxEntry) => Number(a.emergency === null) - Number(b.emergency === null)

/**
 * Entries without a value come last in both directions; of equals, the one that has waited longest comes first. By age,
 * which is the order of the list at first, emergencies stand above everything else.
 */
export function sortedBy(
  entries: readonly InboxEntry[],
  sort: Sort,
  descending: boolean,
  compareText: (a: string, b: string) => number,
): readonly InboxEntry[] {
  const turn = descending ? -1 : 1
  const byKey = (a: SortKey, b: SortKey) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    const isText = typeof a === 'string' && typeof b === 'string'
    return turn * (isText ? compareText(a, b) : Number(a) - Number(b))
  }
  return entries
    .map((entry) => ({ entry, key: keyOf(entry, sort) }))
    .sort(
      (a, b) =>
        (sort === 'age' ? emergenciesFirst(a.entry, b.entry) : 0) || byKey(a.key, b.key) || b.entry.age - a.entry.age,
    )
    .map(({ entry }) => entry)
}

export function filtered(
  entries: readonly InboxEntry[],
  { search, waiting, verdict, partner }: Filter,
): readonly InboxEntry[] {
  const words = folded(search).split(/\s+/).filter(Boolean)
  return entries.filter(
    (entry) =>
      (waiting === null || entry.waiting === waiting) &&
      (partner === null || entry.partnerKey === partner) &&
      (verdict === null || (entry.verdict ?? 'none') === verdict) &&
      words.every((word) => entry.searchable.includes(word)),
  )
}
