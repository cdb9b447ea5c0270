import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Case } from '../../../src/domain/case/case.ts'
import { LIMITS } from '../../../src/domain/case/limits.ts'
import type { EvidenceFile } from '../../../src/domain/evidence/evidence.ts'
import { readReplies, readReply } from '../../../src/domain/reply/readReply.ts'
import { receivedReplies, withReply } from '../../../src/domain/reply/received.ts'
import { caseFileBytes } from '../../../src/exchange/caseFileBytes.ts'
import { openCaseFile } from '../../../src/exchange/importCase.ts'
import { sha256 } from '../../../src/exchange/sha256.ts'
import { createOpenCase, goBackTo } from '../../../src/store/openCase.ts'
import { addRows, rowCommands } from '../../../src/store/rowCommands.ts'
import { aCase } from '../../support/aCase.ts'
import { caseFileOfCase } from '../../support/aCaseFile.ts'
import { aQuestion, aReply } from '../../support/aReply.ts'
import { limitOf, runs } from '../../support/runs.ts'

const LIST = 'scope.deliverables'
const today = '2026-11-25'

function openCase(current: Case) {
  let last = 100_000
  const now = () => {
    last += 1
    return last
  }
  const newId = () => `n${now()}`
  const loaded = { case: current, place: null, lastCopyAt: null, removed: [], saveNo: 1, savedAt: 1 }
  const store = createOpenCase(loaded, true, { clock: { now, today: () => today }, newId })
  return { store, newId, rows: rowCommands(store, now), now: () => store.getState().case }
}
type Opened = ReturnType<typeof openCase>

/** A reply with so many questions, and something in it that this version does not know. */
const replyWith = (current: Case, id: number, questions: number, unknown: unknown) => ({
  ...aReply(current, {
    replyId: `r${id}`,
    questions: Array.from({ length: questions }, (_, at) => aQuestion(current, `q${id}-${at}`, null)),
  }),
  unknown,
})

/** Opens a reply as the page does. */
function place({ store, now }: Opened, raw: unknown): string {
  const read = readReply(JSON.parse(JSON.stringify(raw)))
  if (!read.ok) return read.error.reason
  const placed = withReply(now(), read, today, sha256)
  if (!placed.ok) return placed.reason
  return store.getState().changeReplies(() => placed.next.replies) ? 'placed' : 'not'
}

const file = (id: number, size: number): EvidenceFile => ({
  id: `f${id}`,
  name: `${id}.txt`,
  type: 'text/plain',
  size,
  sha256: sha256(String(id)),
  shows: null,
})
const withFiles = (current: Case, from: number, count: number, size: number): Case => ({
  ...current,
  evidence: Array.from({ length: count }, (_, at) => file(from + at, size)),
})

/** Whether a copy of the case opens, as whoever downloads one will open it. */
const opens = (current: Case): boolean => openCaseFile(caseFileBytes(caseFileOfCase(current, today))).is === 'case'

describe('what a case holds (I-27, F-43, F-44)', () => {
  it(
    'is never more than what opens, whatever is added, placed, put back or gone back to',
    () => {
      const size = fc.nat({ max: 1_200_000 })
      const step = fc.oneof(
        fc.tuple(fc.constant('rows' as const), fc.nat({ max: 3_000 }), size),
        fc.tuple(fc.constant('reply' as const), fc.nat({ max: 200 }), size),
        fc.tuple(fc.constant('replies' as const), fc.nat({ max: 150 }), size),
        fc.tuple(fc.constant('numbers' as const), fc.nat({ max: 10 }), size),
        fc.tuple(fc.constant('remove' as const), fc.nat({ max: 10 }), size),
        fc.tuple(fc.constant('putBack' as const), fc.nat({ max: 10 }), size),
        fc.tuple(fc.constant('goBack' as const), fc.nat({ max: 40 }), size),
      )
      fc.assert(
        fc.property(fc.array(step, { minLength: 3, maxLength: 14 }), (steps) => {
          const opened = openCase(aCase({ 'request.ask': 'A plan' }))
          const { store, newId, rows, now } = opened
          let id = 0
          for (const [what, count, bytes] of steps) {
            id += 1_000
            if (what === 'rows')
              addRows(
                store,
                LIST,
                Array.from({ length: count }, () => ({})),
                newId,
              )
            else if (what === 'reply') place(opened, replyWith(now(), id, count, 'x'.repeat(bytes)))
            else if (what === 'replies')
              for (let at = 0; at < count; at += 1) place(opened, replyWith(now(), id + at, count, null))
            // Short in a line, long when every number has a line of its own.
            else if (what === 'numbers') place(opened, replyWith(now(), id, 1, Array(bytes).fill(0)))
            else if (what === 'remove')
              for (const row of now().answers.scope.deliverables.slice(0, count)) rows.remove(LIST, row.id)
            else if (what === 'putBack')
              for (const { row } of store.getState().removed.slice(0, count)) rows.putBack(row.id)
            else goBackTo(store, withFiles(now(), id, count, bytes))
          }
          expect(opens(now())).toBe(true)
        }),
        runs(5),
      )
    },
    limitOf(120_000),
  )

  it('is said where a list is full, and nothing is added', () => {
    const { store, newId, rows, now } = openCase(aCase())
    const many = Array.from({ length: LIMITS.rows }, () => ({}))
    expect(addRows(store, LIST, many, newId)).toHaveLength(many.length)
    expect(store.getState().addRow(LIST)).toBeNull()
    expect(store.getState().notice).toEqual({ is: 'full', what: 'rows' })
    const [first] = now().answers.scope.deliverables
    expect(rows.remove(LIST, first?.id ?? '')).toBe(true)
    expect(store.getState().addRow(LIST)).not.toBeNull()
    expect(rows.putBack(first?.id ?? '')).toBe(false)
    expect(store.getState().removed).toHaveLength(1)
  })

  it('is said where the files of two versions are too many together, and nothing changes', () => {
    const { store, now } = openCase(withFiles(aCase(), 0, 30, 1))
    const before = now()
    expect(goBackTo(store, withFiles(before, 100, 11, 1))).toBe(false)
    expect(store.getState().notice).toEqual({ is: 'full', what: 'files' })
    expect(now()).toBe(before)
    expect(goBackTo(store, withFiles(before, 100, 10, 1))).toBe(true)
  })

  it('is said of replies: their number, their questions, and how much they hold', () => {
    const opened = openCase(aCase())
    for (let id = 0; id < 10; id += 1) expect(place(opened, replyWith(opened.now(), id, 200, null))).toBe('placed')
    expect(place(opened, replyWith(opened.now(), 11, 1, null))).toBe('full')
    expect(opens(opened.now())).toBe(true)

    const other = openCase(aCase())
    for (let id = 0; id < 200; id += 1) place(other, replyWith(other.now(), id, 0, null))
    expect(other.now().replies).toHaveLength(200)
    expect(place(other, replyWith(other.now(), 200, 0, null))).toBe('full')

    const large = openCase(aCase())
    const filled = (id: number, bytes: number) => place(large, replyWith(large.now(), id, 1, 'x'.repeat(bytes)))
    expect(filled(1, LIMITS.reply)).toBe('replyTooBig')
    const nested = (depth: number): unknown => (depth === 0 ? 0 : [nested(depth - 1)])
    expect(place(large, replyWith(large.now(), 8, 1, nested(28)))).toBe('replyTooBig')
    expect(place(large, replyWith(large.now(), 9, 1, nested(19)))).toBe('placed')
    expect(opens(large.now())).toBe(true)
    for (const id of [2, 3, 4, 5]) expect(filled(id, 900_000)).toBe('placed')
    expect(filled(6, 900_000)).toBe('full')
    expect(filled(7, 1_000)).toBe('placed')
  })

  it('is read where there is more than is placed today, so that it can be taken out', () => {
    const current = aCase()
    const entry = { reply: replyWith(current, 1, 1, 'x'.repeat(6_000_000)), receivedOn: today }
    const opened = openCase({ ...current, replies: readReplies([entry, { reply: 'of a version to come' }]) })
    expect(receivedReplies(opened.now().replies)).toHaveLength(1)
    expect(opened.now().replies.map(({ raw, read }) => [raw === entry, read === null])).toEqual([
      [true, false],
      [false, true],
    ])
    expect(place(opened, replyWith(current, 2, 1, null))).toBe('full')
    opened.store.getState().changeReplies((all) => all.filter(({ raw }) => raw !== entry))
    expect(place(opened, replyWith(current, 2, 1, null))).toBe('placed')
  })
})
