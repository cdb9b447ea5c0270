import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../../../src/domain/assessment/assess.ts'
import { replaceRows, setAnswer } from '../../../src/domain/case/address.ts'
import { type AnyRow, LIST_PATHS } from '../../../src/domain/case/answers.ts'
import { canonicalText, digestOf } from '../../../src/domain/case/canonicalJson.ts'
import type { Case } from '../../../src/domain/case/case.ts'
import type { CaseFile } from '../../../src/domain/case/caseFile.ts'
import { caseFileOf, handedOver, handOverContent } from '../../../src/domain/case/writeCaseFile.ts'
import { changesBetween } from '../../../src/domain/changes/changes.ts'
import { type Compared, differenceBetween } from '../../../src/domain/changes/diff.ts'
import { relationOf } from '../../../src/domain/changes/relation.ts'
import { wordMarks } from '../../../src/domain/changes/wordDiff.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { withReply, withSaid } from '../../../src/domain/reply/received.ts'
import { sha256 } from '../../../src/exchange/sha256.ts'
import { aCase, settledRows } from '../../support/aCase.ts'
import { anyCase } from '../../support/anyCase.ts'
import { applied, isNothing } from '../../support/appliedDifference.ts'
import { aQuestion, aReply } from '../../support/aReply.ts'
import { isQuick } from '../../support/isQuick.ts'
import { runs } from '../../support/runs.ts'

const file = (id: string, name = id) => ({
  id,
  name,
  type: 'text/plain',
  size: 3,
  sha256: 'b'.repeat(64),
  shows: null,
})
const anyFiles = fc
  .shuffledSubarray(['f0', 'f1', 'f2', 'f3'])
  .chain((ids) => fc.tuple(...ids.map((id) => fc.constantFrom('a.txt', 'b.txt').map((name) => file(id, name)))))

/** A case as a file holds it, with rows in any order, and with something that only a newer version knows. */
const anyContent: fc.Arbitrary<Compared> = fc
  .record({
    current: anyCase,
    turned: fc.subarray([...LIST_PATHS]),
    evidence: anyFiles,
    replies: fc.array(fc.jsonValue(), { maxLength: 2 }),
    extra: fc.option(fc.jsonValue(), { nil: undefined }),
  })
  .map(({ current, turned, evidence, replies, extra }) => {
    let { answers } = current
    for (const list of turned) answers = replaceRows(answers, list, (rows) => rows.toReversed())
    if (extra !== undefined)
      answers = {
        ...answers,
        // What a newer version has added: an area, and a field in a row.
        ...({ later: extra } as object),
        examples: {
          ...answers.examples,
          items: answers.examples.items.map((row, at) => (at === 0 ? { ...row, 'a.b': extra } : row)),
        },
      }
    return { answers, evidence, replies }
  })

const handedOverAs = (current: Case, asOf: string, leftOut: readonly string[] = []) => {
  const visible = visibleAnswers(interview, current.answers)
  const content = handOverContent(current, visible, leftOut)
  const next = handedOver(current, content, sha256)
  const assessment = assess(visible, asOf, 'en')
  return { next, file: caseFileOf(next, 'handover', content, { assessment, leftOut }, sha256) }
}

describe('the difference of two revisions', () => {
  it('gives the second when it is applied to the first', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (a, b) => {
        expect(canonicalText(applied(a, differenceBetween(a, b)))).toBe(canonicalText(b))
      }),
      runs(200),
    )
  })

  it('is nothing between a revision and itself, and only then', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (a, b) => {
        expect(isNothing(differenceBetween(a, structuredClone(a)))).toBe(true)
        expect(isNothing(differenceBetween(a, b))).toBe(canonicalText(a) === canonicalText(b))
      }),
      runs(60),
    )
  })

  it('names what was added, changed and removed by its question', () => {
    const before = aCase({ 'scope.concern': 'unmet', 'request.ask': 'A plan', 'about.name': 'Åsa' }, settledRows)
    let { answers } = before
    answers = setAnswer(answers, 'request.ask', 'A plan by Friday')
    answers = setAnswer(answers, 'about.name', null)
    answers = setAnswer(answers, 'about.role', 'Owner')
    answers = setAnswer(answers, 'scope.deliverables.row-1.status', 'late')
    const first = handedOverAs(before, '2026-11-20')
    const second = handedOverAs({ ...first.next, answers }, '2026-11-25')
    const { parts, count } = changesBetween(interview, first.file, second.file)
    const said = parts.flatMap(({ answers }) => answers.map(({ question, is, row }) => [question.path, is, row?.code]))
    expect(said).toEqual(
      expect.arrayContaining([
        ['about.name', 'removed', undefined],
        ['about.role', 'added', undefined],
        ['scope.deliverables.*.status', 'changed', 'S1'],
        ['request.ask', 'changed', undefined],
      ]),
    )
    expect(count).toBe(4)
  })

  it('says "left out", never "removed", of what the later file leaves out', () => {
    const before = aCase(
      { 'scope.concern': 'unmet' },
      {
        ...settledRows,
        'examples.items': [{ ...settledRows['examples.items'][0], impact: '40 orders' }],
      },
    )
    const first = handedOverAs(before, '2026-11-20')
    const second = handedOverAs(first.next, '2026-11-25', ['examples.items.*.impact'])
    const changes = changesBetween(interview, first.file, second.file)
    expect(changes.parts.flatMap(({ answers }) => answers.map(({ is }) => is))).toEqual(['leftOut'])
  })

  it('tells what is settled and what is new to do, and nothing that stands as it stood', () => {
    const before = aCase({ 'scope.concern': 'unmet', 'partner.told': 'no' }, settledRows)
    const first = handedOverAs(before, '2026-11-20')
    const answers = setAnswer(setAnswer(first.next.answers, 'scope.reviewedOn', '2026-11-21'), 'partner.told', 'yes')
    const second = handedOverAs({ ...first.next, answers }, '2026-11-21')
    const there = changesBetween(interview, first.file, second.file)
    const back = changesBetween(interview, second.file, first.file)
    const actions = (of: readonly { action: string }[]) => of.map(({ action }) => action)
    expect(actions(there.settled).length).toBeGreaterThan(0)
    expect([actions(there.settled), actions(there.opened)]).toEqual([actions(back.opened), actions(back.settled)])
    const [openBefore, openAfter] = [actions(there.before.open), actions(there.after.open)]
    expect(actions(there.settled)).toEqual(openBefore.filter((each) => !openAfter.includes(each)))
    expect(openBefore.filter((each) => openAfter.includes(each)).length).toBeGreaterThan(0)
  })

  it('counts answers, rows, their order and files, and shows no part in which nothing changed', () => {
    const row = (title: string) => ({ title, status: 'missing', inScope: 'yes' }) as const
    const before = aCase(
      { 'scope.concern': 'unmet', 'request.ask': 'A plan' },
      { 'scope.deliverables': [row('A'), row('B'), row('C')] },
    )
    const first = handedOverAs(before, '2026-11-20')
    const turned = replaceRows(first.next.answers, 'scope.deliverables', ([, ...rest]) => rest.toReversed())
    const second = handedOverAs({ ...first.next, answers: setAnswer(turned, 'request.ask', null) }, '2026-11-21')
    const { parts, count } = changesBetween(interview, first.file, second.file)
    expect(parts.map(({ part, answers, rows, moved }) => [part, answers.length, rows.length, moved.length])).toEqual([
      ['scope', 0, 1, 1],
      ['request', 1, 0, 0],
    ])
    expect(count).toBe(3)
    const withFile = { ...second.file, evidence: [file('f1'), file('f2')] }
    expect(changesBetween(interview, first.file, withFile).count).toBe(5)
  })

  it('counts an answer in words, which is in no field, once', () => {
    const current = aCase({ 'request.ask': 'A plan' })
    const sent = aReply(current, { questions: [aQuestion(current, 'q1', null), aQuestion(current, 'q2', null)] })
    const placed = withReply(current, { reply: sent, raw: sent }, '2026-11-21', sha256)
    if (!placed.ok) throw new Error(placed.reason)
    const said = (text: string): Case => ({
      ...placed.next,
      replies: withSaid(placed.next.replies, 'reply-1', 'q1', text),
    })
    const fileOf = (of: Case) => handedOverAs(of, '2026-11-22').file
    const between = (a: Case, b: Case) => changesBetween(interview, fileOf(a), fileOf(b))
    expect(between(placed.next, said('Friday'))).toMatchObject({
      count: 1,
      questions: [{ id: 'q1', said: 'Friday' }, {}],
    })
    expect(between(said('Friday'), said('Monday')).count).toBe(1)
    // What was answered before is no news; what is not answered yet stays in sight.
    expect(between(said('Friday'), said('Friday'))).toMatchObject({ count: 0, questions: [{ id: 'q2' }] })
    expect(between(said('Friday'), said(' ')).count).toBe(0)
    expect(between(current, placed.next).count).toBe(0)
  })

  it('keeps a question in sight whose answer has changed once more', () => {
    const at = 'request.ask'
    const current = aCase({ [at]: 'A plan' })
    const sent = aReply(current, { questions: [aQuestion(current, 'q1', at)] })
    const placed = withReply(current, { reply: sent, raw: sent }, '2026-11-21', sha256)
    if (!placed.ok) throw new Error(placed.reason)
    const fileWith = (text: string) => {
      const answers = setAnswer(placed.next.answers, at, text)
      return handedOverAs({ ...placed.next, answers }, '2026-11-22').file
    }
    const asked = (a: string, b: string) => changesBetween(interview, fileWith(a), fileWith(b)).questions
    expect(asked('By Friday', 'By Monday')).toMatchObject([{ id: 'q1' }])
    expect(asked('By Friday', 'By Friday')).toEqual([])
  })

  it('says nothing of what no question asks for and what holds nothing, before or after', () => {
    const first = handedOverAs(aCase({ 'scope.concern': 'unmet' }), '2026-11-20').file
    const about = { ...first.answers.about, later: 'x', name: '' } as CaseFile['answers']['about']
    const second = { ...first, answers: { ...first.answers, about } }
    expect(changesBetween(interview, first, second)).toMatchObject({ parts: [], count: 0 })
    expect(changesBetween(interview, second, first)).toMatchObject({ parts: [], count: 0 })
  })

  it('tells rows that came, went and moved', () => {
    const row = (title: string) => ({ title, status: 'missing', inScope: 'yes' }) as const
    const before = aCase({ 'scope.concern': 'unmet' }, { 'scope.deliverables': [row('A'), row('B'), row('C')] })
    const answers = replaceRows(before.answers, 'scope.deliverables', (rows) => {
      const [, second, third] = rows
      const added: AnyRow = { ...(second as AnyRow), id: 'row-9', code: 9, title: 'D' }
      return [third as AnyRow, second as AnyRow, added]
    })
    const first = handedOverAs(before, '2026-11-20')
    const second = handedOverAs({ ...first.next, answers }, '2026-11-25')
    const [part] = changesBetween(interview, first.file, second.file).parts
    expect(part?.rows.map(({ is, code, title }) => [is, code, title])).toEqual([
      ['removed', 'S1', 'A'],
      ['added', 'S9', 'D'],
    ])
    expect(part?.moved.map(({ path }) => path)).toEqual(['scope.deliverables'])
  })
})

const opened = (file: CaseFile) => ({ file, digest: digestOf(file, sha256) })
const related = (a: CaseFile, b: CaseFile) => relationOf(opened(a), opened(b))

describe('two files', () => {
  const first = handedOverAs(aCase({ 'request.ask': 'A plan' }), '2026-11-20')
  const changed = (ask: string) => ({
    ...first.next,
    answers: setAnswer(first.next.answers, 'request.ask', ask),
  })
  const setOf = (ask: string) => handedOverAs(changed(ask), '2026-11-25').file
  const second = handedOverAs(changed('Two plans'), '2026-11-25')

  it('are put in order, in whichever order they are opened', () => {
    for (const [a, b] of [
      [first.file, second.file],
      [second.file, first.file],
    ] as const)
      expect(related(a, b)).toMatchObject({
        is: 'revisions',
        older: first.file,
        newer: second.file,
        apart: false,
      })
  })

  it('with the same content are the same', () => {
    expect(related(first.file, { ...first.file, asOf: '2026-11-30' })).toEqual({ is: 'same' })
  })

  it('that call themselves the same, and are not, are compared all the same', () => {
    const touched = { ...second.file, digest: first.file.digest }
    expect(related(first.file, touched)).toMatchObject({ is: 'revisions', newer: touched })
    expect(related(touched, first.file)).toMatchObject({ is: 'revisions', newer: touched })
  })

  it.each([
    ['the one with the lower number is the older', { revision: 1 }, { revision: 2, asOf: '2026-11-01' }],
    ['of the same number the one of the earlier day is', { asOf: '2026-11-20' }, { asOf: '2026-11-21' }],
    ['of one day the first that was opened is', {}, {}],
  ])('that know nothing of each other: %s', (_, older, newer) => {
    const alone = { ...first.file, ancestors: [] }
    const [a, b] = [
      { ...alone, ...older },
      { ...setOf('Two plans'), ancestors: [], revision: alone.revision, asOf: alone.asOf, ...newer },
    ]
    expect(related(a, b)).toMatchObject({ is: 'revisions', older: a, newer: b })
    if (a.asOf !== b.asOf || a.revision !== b.revision)
      expect(related(b, a)).toMatchObject({ is: 'revisions', older: a, newer: b })
  })

  it('are apart only if both were handed over', () => {
    const alone = { ...first.file, ancestors: [] }
    const other = { ...setOf('Two plans'), ancestors: [] }
    expect(related(alone, other)).toMatchObject({ apart: true })
    expect(related({ ...alone, purpose: 'copy' }, other)).toMatchObject({ apart: false })
    expect(related(alone, { ...other, purpose: 'copy' })).toMatchObject({ apart: false })
  })

  it('of different cases are not compared', () => {
    expect(related(first.file, { ...second.file, caseId: 'case-2' })).toEqual({ is: 'otherCase' })
  })

  it('that have gone separate ways say so', () => {
    const fork = handedOverAs(changed('No plan'), '2026-11-26')
    expect(related(second.file, fork.file)).toMatchObject({
      is: 'revisions',
      newer: fork.file,
      apart: true,
    })
  })
})

describe('marks in a text', () => {
  const put = (marks: ReturnType<typeof wordMarks>, without: 'added' | 'removed') =>
    marks
      ?.filter(({ is }) => is !== without)
      .map(({ text }) => text)
      .join('')

  it('give both versions back, letter by letter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('order', 'export', 'åäö', '😀', '.', '\n', '\u202E', '  '), {
          maxLength: 40,
        }),
        fc.array(fc.constantFrom('order', 'export', 'åäö', '😀', '.', '\n', 'late'), { maxLength: 40 }),
        (a, b) => {
          const [before, after] = [a.join(' '), b.join(' ')]
          const marks = wordMarks(before, after)
          if (marks === null) return
          expect(put(marks, 'added')).toBe(before)
          expect(put(marks, 'removed')).toBe(after)
        },
      ),
      runs(300),
    )
  })

  it('tell what stayed, came and went', () => {
    expect(wordMarks('All orders are late', 'All new orders are late')).toEqual([
      { text: 'All ', is: 'kept' },
      { text: 'new ', is: 'added' },
      { text: 'orders are late', is: 'kept' },
    ])
    expect(wordMarks('same', 'same')).toEqual([{ text: 'same', is: 'kept' }])
  })

  it.each([
    // Of the longer text, without the spaces around what both have.
    ['aaaa bbbb cccc dddd', 'aaaa xxxx yyyy z', false],
    ['aaaaa xxxx', 'aaaaa yyyyyyyyy', true],
    ['aaaa', 'aaaa bbbbbbbbbbb', true],
    ['aaaa', 'aaaa bbbbbbbbbbbb', false],
    ['aaaa bbbbbbbbbb', 'aaaa', true],
    ['aaaa bbbbbbbbbbbb', 'aaaa', false],
  ])('are given from a quarter of the longer text on: "%s" and "%s"', (before, after, isMarked) => {
    expect(wordMarks(before, after) !== null).toBe(isMarked)
  })

  it('are given up where the texts have little in common, and in bounded time where they are long', async () => {
    expect(wordMarks('All orders are missing', 'Ring mig i morgon')).toBeNull()
    const long = (seed: string) => Array.from({ length: 10_000 }, (_, at) => `${seed}${at % 97}`).join(' ')
    expect(await isQuick(5_000, () => expect(wordMarks(long('a'), long('b'))).toBeNull())).toBe(true)
  })
})
