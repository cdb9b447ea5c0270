/** Sort keys of stored rows, so that a change of one row writes that row alone. Keys that fit are kept. */
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

function longestRising(keys: readonly (number | undefined)[]): readonly (number | undefined)[] {
  // Usually one row was moved, added or removed: drop the keys above a later one or below an earlier one, whichever
  // keeps more.
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
