/**
 * Numbers that keep rows in order in storage, so that adding, moving or removing one row writes that row alone.
 * @param ids in the wanted order
 * @param before the keys that are stored
 * @returns a key for every id, rising in that order; those that already fit are unchanged
 */
export function orderKeys(ids: readonly string[], before: ReadonlyMap<string, number>): Map<string, number> {
  const kept = longestRising(ids.map((id) => before.get(id)))
  const keys = new Map<string, number>()
  let last = 0
  ids.forEach((id, at) => {
    const own = kept[at]
    if (own !== undefined) last = own
    else {
      const next = nextKept(kept, at)
      last = next === undefined ? last + 1 : (last + next) / 2
    }
    keys.set(id, last)
  })
  return isRising([...keys.values()]) ? keys : new Map(ids.map((id, at) => [id, at + 1]))
}

const nextKept = (kept: readonly (number | undefined)[], from: number) =>
  kept.slice(from + 1).find((key) => key !== undefined)

const isRising = (keys: readonly number[]) => keys.every((key, at) => at === 0 || key > (keys[at - 1] ?? key))

/** Keeps the keys that rise from the first on; a row that was moved gets a new one. */
function longestRising(keys: readonly (number | undefined)[]): readonly (number | undefined)[] {
  // The usual cases are one row moved, added or removed: dropping a key that is higher than a later neighbour's, or
  // lower than an earlier one's, whichever leaves more in place.
  const dropLower = keep(keys, 1)
  const dropHigher = keep([...keys].reverse(), -1).reverse()
  const count = (kept: readonly (number | undefined)[]) => kept.filter((key) => key !== undefined).length
  return count(dropLower) >= count(dropHigher) ? dropLower : dropHigher
}

function keep(keys: readonly (number | undefined)[], direction: 1 | -1): (number | undefined)[] {
  let last: number | undefined
  return keys.map((key) => {
    const fits = key !== undefined && (last === undefined || (key - last) * direction > 0)
    if (fits) last = key
    return fits ? key : undefined
  })
}
