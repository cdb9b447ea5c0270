import { describe, expect, it } from 'vitest'
import type { Case } from '../../../src/domain/case/case.ts'
import {
  type RemovedRow,
  rowsInPlace,
  withRowBack,
  withRowDiscarded,
  withRowMoved,
  withRowRemoved,
} from '../../../src/domain/case/removedRows.ts'
import { aCase } from '../../support/aCase.ts'

const LIST = 'scope.deliverables'

const start = (...titles: string[]) =>
  aCase(
    {},
    { [LIST]: titles.map((title) => ({ title })), 'examples.items': [{ title: 'X' }, { title: 'Y' }, { title: 'Z' }] },
  )
const titles = ({ answers }: Case) => answers.scope.deliverables.map(({ title }) => title).join('')
const inPlace = ({ answers }: Case, removed: readonly RemovedRow[]) =>
  rowsInPlace(answers, LIST, removed)
    .map(({ title }) => title)
    .join('')
const idOf = ({ answers }: Case, name: string) =>
  [...answers.scope.deliverables, ...answers.examples.items].find(({ title }) => title === name)?.id ?? 'none'

interface Now {
  case: Case
  removed: readonly RemovedRow[]
}
const begun = (...names: string[]): Now => ({ case: start(...names), removed: [] })

function remove(now: Now, name: string, list: 'scope.deliverables' | 'examples.items' = LIST): Now {
  const next = withRowRemoved(now.case, now.removed, { list, rowId: idOf(now.case, name), now: 7 })
  if (next === null) throw new Error(`${name} is not there`)
  return next
}
const goneRow = ({ removed }: Now, name: string): RemovedRow => {
  const gone = removed.find(({ row }) => row.title === name)
  if (gone === undefined) throw new Error(`${name} was not removed`)
  return gone
}
const back = (now: Now, name: string): Now => withRowBack(now.case, now.removed, goneRow(now, name))

describe('a row that is removed', () => {
  it('goes from its list alone, and is remembered with its place, its neighbour and its time', () => {
    const { case: now, removed } = remove(begun('A', 'B', 'C'), 'B')
    expect(titles(now)).toBe('AC')
    expect(now.answers.examples.items).toHaveLength(3)
    expect(removed).toMatchObject([{ list: LIST, row: { title: 'B' }, at: 1, after: 'row-1', removedAt: 7 }])
    expect(remove(begun('A'), 'A').removed).toMatchObject([{ at: 0, after: null }])
  })

  it('is none where there is no such row', () => {
    const { case: now } = begun('A')
    expect(withRowRemoved(now, [], { list: LIST, rowId: 'gone', now: 7 })).toBeNull()
  })

  it('comes back where it was, beside others that are still gone', () => {
    const two = remove(remove(begun('A', 'B', 'C', 'D'), 'B'), 'C')
    expect(titles(two.case)).toBe('AD')
    expect(inPlace(two.case, two.removed)).toBe('ABCD')
    const one = back(two, 'C')
    expect([titles(one.case), one.removed.map(({ row }) => row.title)]).toEqual(['ACD', ['B']])
    expect(titles(back(one, 'B').case)).toBe('ABCD')
  })

  it('stands in the list that it is of, and nowhere else', () => {
    const now = remove(remove(begun('A', 'B'), 'Y', 'examples.items'), 'B')
    expect(inPlace(now.case, now.removed)).toBe('AB')
    expect(back(now, 'Y').case.answers.examples.items.map(({ title }) => title)).toEqual(['X', 'Y', 'Z'])
    expect(titles(back(now, 'Y').case)).toBe('A')
  })

  it('stays at the front, whatever is moved there', () => {
    const now = remove(begun('A', 'B', 'C'), 'A')
    const moved = withRowMoved(now.case, now.removed, { list: LIST, rowId: idOf(now.case, 'C'), by: -1 })
    expect(moved === null ? null : inPlace(moved.case, moved.removed)).toBe('ACB')
  })

  it('stays behind the row before that one, where its neighbour moves away or is discarded', () => {
    const now = remove(begun('A', 'B', 'C', 'D'), 'C')
    const moved = withRowMoved(now.case, now.removed, { list: LIST, rowId: idOf(now.case, 'B'), by: 1 })
    expect(moved === null ? null : inPlace(moved.case, moved.removed)).toBe('ACDB')
    const less = withRowDiscarded(now.case, now.removed, { list: LIST, rowId: idOf(now.case, 'B') })
    expect([titles(less.case), inPlace(less.case, less.removed)]).toEqual(['AD', 'ACD'])
    expect(less.removed).toHaveLength(1)
    const first = remove(begun('A', 'B', 'C'), 'B')
    const without = withRowDiscarded(first.case, first.removed, { list: LIST, rowId: idOf(first.case, 'A') })
    expect(goneRow(without, 'B').after).toBeNull()
  })

  it('keeps its neighbour where something else happens, also in another list', () => {
    const now = remove(begun('A', 'B', 'C', 'D'), 'B')
    const moved = withRowMoved(now.case, now.removed, { list: LIST, rowId: idOf(now.case, 'D'), by: -1 })
    expect(moved?.removed).toBe(now.removed)
    const other = withRowDiscarded(now.case, now.removed, { list: 'examples.items', rowId: 'row-1' })
    expect(other.removed).toBe(now.removed)
  })

  it('of the first releases knows a number alone, and gets a neighbour with the next change', () => {
    const { case: now, removed } = remove(begun('A', 'B', 'C', 'D'), 'C')
    const old = removed.map(({ after: _, ...row }): RemovedRow => row)
    expect(inPlace(now, old)).toBe('ABCD')
    expect(remove({ case: now, removed: old }, 'D').removed).toMatchObject([{ after: 'row-2' }, { after: 'row-3' }])
  })
})

describe('a row that is moved', () => {
  it('changes places with its neighbour, and cannot go further than the ends', () => {
    const now = start('A', 'B', 'C')
    const moved = (name: string, by: 1 | -1) => {
      const next = withRowMoved(now, [], { list: LIST, rowId: idOf(now, name), by })
      return next === null ? null : titles(next.case)
    }
    expect([moved('A', 1), moved('C', -1), moved('B', -1)]).toEqual(['BAC', 'ACB', 'BAC'])
    expect([moved('A', -1), moved('C', 1), moved('gone', 1)]).toEqual([null, null, null])
  })
})
