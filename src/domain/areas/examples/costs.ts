/** What the trouble costs, as a sum that the merchant can follow: how many, times what each is worth, times days. */
export interface CostFactors {
  /** Orders, hours or errands in a day: at least, most likely, at most. */
  low: number | null
  likely: number | null
  high: number | null
  /** What each of them is worth, in whole or part units of the currency. */
  each: number | null
  /** Days that it has gone on, calendar or working as the merchant counts. */
  days: number | null
}

type Part = 'low' | 'likely' | 'high'

/** The three sums, to two decimals; null where a factor is missing or makes no sense. */
export function costsOf({ each, days, ...counts }: CostFactors): Readonly<Record<Part, number | null>> {
  const sum = (count: number | null): number | null => {
    if (count === null || each === null || days === null) return null
    if (count < 0 || each < 0 || days < 0) return null
    const cost = Math.round(count * each * days * 100) / 100
    return cost <= 1e15 ? cost : null
  }
  return { low: sum(counts.low), likely: sum(counts.likely), high: sum(counts.high) }
}
