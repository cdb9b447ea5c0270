import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LoadedCase } from '../../../src/platform/storedCase.ts'
import { createOpenCase, goBackTo, handOver } from '../../../src/store/openCase.ts'
import { addRows, rowCommands } from '../../../src/store/rowCommands.ts'
import { aCase } from '../../support/aCase.ts'
import { runs } from '../../support/runs.ts'

const LIST = 'scope.deliverables'
const FIRST = ['a', 'b', 'c', 'd', 'e']

/** An open case with five rows, and what can be done to them. */
function openCase() {
  const current = aCase({}, { [LIST]: FIRST.map((title) => ({ title })) })
  const loaded: LoadedCase = {
    case: current,
    place: null,
    lastCopyAt: null,
    removed: [],
    saveNo: 1,
    savedAt: 1,
  }
  let last = FIRST.length
  const now = () => {
    last += 1
    return last
  }
  const newId = () => `row-${now()}`
  const store = createOpenCase(loaded, true, { clock: { now, today: () => '2026-11-25' }, newId })
  const rows = () => store.getState().case.answers.scope.deliverables
  return { store, rows, commands: rowCommands(store, now), titles: () => rows().map(({ title }) => title) }
}
type Opened = ReturnType<typeof openCase>

const removeAt = ({ commands, rows }: Opened, at: number) => {
  const row = rows()[at % Math.max(1, rows().length)]
  if (row !== undefined) commands.remove(LIST, row.id)
}
const putBackAt = ({ commands, store }: Opened, at: number) => {
  const { removed } = store.getState()
  const gone = removed[at % Math.max(1, removed.length)]
  if (gone !== undefined) commands.putBack(gone.row.id)
}
const putAllBack = (opened: Opened, order: readonly number[]) => {
  for (const at of [...order, ...Array<number>(20).fill(0)]) putBackAt(opened, at)
}

const place = fc.nat({ max: 20 })

describe('the order of a list (I-25)', () => {
  it('is the one before, once everything that was removed is put back, in whichever order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('remove', 'putBack'), place), { maxLength: 12 }),
        fc.array(place, { maxLength: 8 }),
        (steps, order) => {
          const opened = openCase()
          for (const [what, at] of steps)
            if (what === 'remove') removeAt(opened, at)
            else putBackAt(opened, at)
          putAllBack(opened, order)
          expect(opened.titles()).toEqual(FIRST)
          expect(opened.store.getState().removed).toEqual([])
        },
      ),
      runs(300),
    )
  })

  it('is the one before among the rows that nobody moved, with others added, moved and discarded meanwhile', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('remove', 'putBack', 'add', 'up', 'down', 'discard'), place), {
          maxLength: 25,
        }),
        fc.array(place, { maxLength: 8 }),
        (steps, order) => {
          const opened = openCase()
          const { commands, rows, store } = opened
          const isMoved = new Set<string>()
          let added = 0
          for (const [what, at] of steps) {
            const row = rows()[at % Math.max(1, rows().length)]
            if (what === 'remove') removeAt(opened, at)
            else if (what === 'putBack') putBackAt(opened, at)
            else if (what === 'add') {
              added += 1
              store.getState().addRow(LIST, { title: `new ${added}` })
            } else if (row !== undefined && what === 'discard') {
              commands.discard(LIST, row.id)
              isMoved.add(row.title ?? '')
            } else if (row !== undefined && commands.move(LIST, row.id, what === 'up' ? -1 : 1))
              isMoved.add(row.title ?? '')
          }
          putAllBack(opened, order)
          const all = [...FIRST, ...Array.from({ length: added }, (_, at) => `new ${at + 1}`)]
          const stayed = (titles: readonly (string | null)[]) => titles.filter((title) => !isMoved.has(title ?? ''))
          expect(stayed(opened.titles())).toEqual(stayed(all))
        },
      ),
      runs(300),
    )
  })

  it('is the one before for what the first releases removed, which knows a number alone', () => {
    const opened = openCase()
    for (const id of ['row-1', 'row-2', 'row-4']) opened.commands.remove(LIST, id)
    opened.store.setState(({ removed }) => ({
      removed: removed.map(({ after: _, ...numbered }) => numbered),
    }))
    putAllBack(opened, [0, 1])
    expect(opened.titles()).toEqual(FIRST)
  })
})

describe('a row that is moved', () => {
  it('says whether it has moved (I-26)', () => {
    const { commands, titles } = openCase()
    expect(commands.move(LIST, 'row-1', -1)).toBe(false)
    expect(commands.move(LIST, 'row-5', 1)).toBe(false)
    expect(commands.move(LIST, 'none', 1)).toBe(false)
    expect(titles()).toEqual(FIRST)
    expect(commands.move(LIST, 'row-1', 1)).toBe(true)
    expect(titles()).toEqual(['b', 'a', 'c', 'd', 'e'])
  })
})

describe('a list by date', () => {
  it('lets rows of one day change places, past those of other days between them', () => {
    const { store, commands } = openCase()
    const titles = () => store.getState().case.answers.scope.deliverables.map(({ id }) => id)
    expect(titles()).toEqual(['row-1', 'row-2', 'row-3', 'row-4', 'row-5'])
    const ofOneDay = ({ id }: { id: string }) => ['row-1', 'row-4'].includes(id)
    expect(commands.move(LIST, 'row-1', 1, ofOneDay)).toBe(true)
    expect(titles()).toEqual(['row-4', 'row-2', 'row-3', 'row-1', 'row-5'])
    expect(commands.move(LIST, 'row-1', 1, ofOneDay)).toBe(false)
    expect(commands.move(LIST, 'row-1', -1, ofOneDay)).toBe(true)
    expect(titles()).toEqual(['row-1', 'row-2', 'row-3', 'row-4', 'row-5'])
  })
})

describe('a tab that only reads (L-30)', () => {
  it('changes nothing, and no command says that it did', () => {
    const { store, commands } = openCase()
    commands.remove(LIST, 'row-5')
    store.setState({ status: { is: 'reading', why: 'otherTab' } })
    const before = store.getState()
    expect(commands.remove(LIST, 'row-1')).toBe(false)
    expect(commands.discard(LIST, 'row-1')).toBe(false)
    expect(commands.move(LIST, 'row-1', 1)).toBe(false)
    expect(commands.putBack('row-5')).toBe(false)
    expect(before.addRow(LIST)).toBeNull()
    expect(before.answer('request.ask', 'x')).toBe(false)
    expect(before.changeFiles(() => [])).toBe(false)
    expect(before.changeReplies(() => [{ raw: {}, read: null }])).toBe(false)
    expect(goBackTo(store, { ...before.case, language: 'sv' })).toBe(false)
    expect(handOver(store, { revision: 9, ancestors: [] })).toBe(false)
    expect(before.copyDownloaded()).toBe(false)
    expect(store.getState()).toEqual(before)
  })
})

describe('rows that are added together', () => {
  it('bring what follows from them, which goes with them again', () => {
    const { store, commands } = openCase()
    store.getState().answer('partner.told', 'no')
    const ids = addRows(
      store,
      'partner.log',
      [{ concernStated: 'yes' }],
      () => 'new',
      (answers) =>
        answers.partner.log.some(({ concernStated }) => concernStated === 'yes')
          ? { ...answers, partner: { ...answers.partner, told: 'yes' } }
          : answers,
    )
    expect(store.getState().case.answers.partner).toMatchObject({ told: 'yes', log: [{ id: 'new', code: 1 }] })
    commands.takeBack('partner.log', ids ?? [])
    expect(store.getState().case.answers.partner).toMatchObject({ told: 'no', log: [] })
  })
})
