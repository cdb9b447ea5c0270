import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setAnswer } from '../../../src/domain/case/address.ts'
import type { Case } from '../../../src/domain/case/case.ts'
import { LIMITS } from '../../../src/domain/case/limits.ts'
import { handOverContent } from '../../../src/domain/case/writeCaseFile.ts'
import { askedAddresses } from '../../../src/domain/interview/askedQuestions.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { statusOf } from '../../../src/domain/interview/status.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { readDraft } from '../../../src/domain/reply/draft.ts'
import { readReplies, readReply } from '../../../src/domain/reply/readReply.ts'
import {
  type AskedBack,
  asItStands,
  isWaiting,
  questionsAsked,
  questionsIn,
  receivedReplies,
  withReply,
  withSaid,
} from '../../../src/domain/reply/received.ts'
import {
  EMPTY_DRAFT,
  REASONS,
  type Reply,
  type ReplyQuestion,
  saysSomething,
  VERDICTS,
} from '../../../src/domain/reply/reply.ts'
import { sha256 } from '../../../src/exchange/sha256.ts'
import { createOpenCase } from '../../../src/store/openCase.ts'
import { aCase, settledRows, withoutRow } from '../../support/aCase.ts'
import { anyCase } from '../../support/anyCase.ts'
import { aQuestion, aReply } from '../../support/aReply.ts'
import { runs } from '../../support/runs.ts'

const today = '2026-11-25'
const current = aCase({ 'scope.concern': 'unmet', 'request.ask': 'A plan' }, settledRows)
const STATUS = 'scope.deliverables.row-1.status'

const placed = (to: Case, reply: Reply): Case => {
  const result = withReply(to, { reply, raw: reply }, today, sha256)
  if (!result.ok) throw new Error(`not placed: ${result.reason}`)
  return result.next
}
const questionsOf = (of: Case) => questionsAsked(interview, visibleAnswers(interview, of.answers), of.replies)
const asking = (...questions: ReplyQuestion[]) => aReply(current, { questions })

describe('a reply that comes in', () => {
  it('changes no answer, and puts each question at its field', () => {
    fc.assert(
      fc.property(anyCase, (any) => {
        const visible = visibleAnswers(interview, any.answers)
        const addresses = [...askedAddresses(interview, visible)]
        const questions = addresses.map((at, id) => aQuestion(any, `q${id}`, at))
        const next = placed(any, aReply(any, { questions }))
        expect(next.answers).toEqual(any.answers)
        expect(next.evidence).toEqual(any.evidence)
        expect(questionsOf(next).map(({ at }) => at)).toEqual(addresses)
        expect(questionsOf(next).every(({ isAnswered, isGone }) => !isAnswered && !isGone)).toBe(true)
      }),
      runs(40),
    )
  })

  it('is read once, where it comes in: what is typed afterwards leaves it alone', () => {
    const { replies } = placed(current, asking(aQuestion(current, 'q1', STATUS), aQuestion(current, 'q2', null)))
    const untouchable = replies.map(({ read }) => ({
      read,
      get raw(): unknown {
        throw new Error('read again')
      },
    }))
    const kept = { case: { ...current, replies: untouchable }, place: null, lastCopyAt: null, removed: [] }
    const store = createOpenCase({ ...kept, saveNo: 1, savedAt: 1 }, true, {
      clock: { today: () => today, now: () => 1 },
      newId: () => 'id',
    })
    for (const text of ['l', 'la', 'lat', 'late']) {
      store.getState().answer(STATUS, text)
      const now = store.getState().case
      expect(now.replies).toBe(untouchable)
      expect(questionsOf(now).map(({ isAnswered }) => isAnswered)).toEqual([true, false])
      const [beside] = questionsIn(now.replies).map((each) => asItStands(each, now.answers, () => true))
      expect(beside).toMatchObject({ at: STATUS, hasMoved: true, before: 'missing' })
    }
  })

  it('does nothing the second time', () => {
    const once = placed(current, asking(aQuestion(current, 'q1', STATUS)))
    const again = asking(aQuestion(current, 'q1', STATUS))
    expect(withReply(once, { reply: again, raw: again }, today, sha256)).toEqual({
      ok: false,
      reason: 'again',
    })
  })

  it('is refused where it is of another case', () => {
    const reply = aReply({ id: 'case-2' }, { note: 'x' })
    expect(withReply(current, { reply, raw: reply }, today, sha256)).toEqual({
      ok: false,
      reason: 'otherCase',
    })
  })

  it('is refused where the case could not be opened again with it, and takes nothing away', () => {
    const many = Array.from({ length: LIMITS.replies }, (_, at) => at).reduce(
      (to, at) => placed(to, aReply(current, { replyId: `r${at}` })),
      current,
    )
    const one = aReply(current, { replyId: 'one-more' })
    expect(withReply(many, { reply: one, raw: one }, today, sha256)).toEqual({ ok: false, reason: 'full' })
    const note = 'x'.repeat(LIMITS.allReplies / 2)
    const long = aReply(current, { replyId: 'long', note })
    const first = placed(current, long)
    const second = { ...long, replyId: 'second' }
    expect(withReply(first, { reply: second, raw: second }, today, sha256)).toEqual({ ok: false, reason: 'full' })
    expect(withReply(first, { reply: one, raw: one }, today, sha256)).toMatchObject({ ok: true })
  })

  it('stands in order of the revisions, in whichever order it came', () => {
    const first = aReply(current, { replyId: 'r1', revision: 1, note: 'one' })
    const second = aReply(current, { replyId: 'r2', revision: 2, note: 'two' })
    const ids = (of: Case) => receivedReplies(of.replies).map(({ reply }) => reply.replyId)
    expect(ids(placed(placed(current, second), first))).toEqual(['r1', 'r2'])
    expect(ids(placed(placed(current, first), second))).toEqual(['r1', 'r2'])
  })

  it('says so where the answer was another already when the question came', () => {
    const edited = { ...current, answers: setAnswer(current.answers, STATUS, 'late') }
    const [question] = questionsOf(placed(edited, asking(aQuestion(current, 'q1', STATUS))))
    expect(question).toMatchObject({ changedBefore: true, isAnswered: false, before: undefined })
  })

  it('lists a question whose row has gone, with the code that it had, and drops none (F-12)', () => {
    const reply = asking({ ...aQuestion(current, 'q1', STATUS), code: 'S1' }, aQuestion(current, 'q2', 'no.such'))
    const less = placed(withoutRow(current, 'scope.deliverables', 'row-1'), reply)
    expect(questionsOf(less)).toMatchObject([
      { isGone: true, at: null, code: 'S1' },
      { isGone: true, at: null },
    ])
  })

  it('lists a question whose field is not asked for any more (F-12)', () => {
    const hidden = { ...current, answers: setAnswer(current.answers, 'scope.concern', 'none') }
    expect(questionsOf(placed(hidden, asking(aQuestion(current, 'q1', STATUS))))[0]).toMatchObject({
      isGone: true,
    })
  })

  it('keeps what a newer version has put into it', () => {
    const newer = { ...aReply(current, { note: 'x' }), formatVersion: 2, minReader: 1, tone: { of: 'voice' } }
    const read = readReply(newer)
    if (!read.ok) throw new Error('not read')
    expect(read.newer).toBe(true)
    const result = withReply(current, read, today, sha256)
    expect(result).toMatchObject({
      ok: true,
      next: { replies: [{ raw: { reply: { tone: { of: 'voice' } } } }] },
    })
  })
})

describe('a question', () => {
  const asked = placed(current, asking(aQuestion(current, 'q1', STATUS), aQuestion(current, 'q2', null)))

  it('is answered when its answer changes, with before and after', () => {
    const next = { ...asked, answers: setAnswer(asked.answers, STATUS, 'late') }
    expect(questionsOf(next)[0]).toMatchObject({ isAnswered: true, hasMoved: true, before: 'missing' })
    expect(questionsOf(next)[1]).toMatchObject({ isAnswered: false })
  })

  it('is open again when the answer goes back to what it was', () => {
    const there = { ...asked, answers: setAnswer(asked.answers, STATUS, 'late') }
    const back = { ...there, answers: setAnswer(there.answers, STATUS, 'missing') }
    expect(questionsOf(back)[0]?.isAnswered).toBe(false)
  })

  it('waits until it is answered or gone', () => {
    const asked = { isAnswered: false, isGone: false } as AskedBack
    expect(isWaiting(asked)).toBe(true)
    expect(isWaiting({ ...asked, isAnswered: true })).toBe(false)
    expect(isWaiting({ ...asked, isGone: true })).toBe(false)
  })

  it('is answered in words, and blanks are none', () => {
    const said = (text: string) => ({ ...asked, replies: withSaid(asked.replies, 'reply-1', 'q2', text) })
    expect(questionsOf(said('Call me.'))[1]).toMatchObject({ isAnswered: true, said: 'Call me.' })
    expect(questionsOf(said('  '))[1]).toMatchObject({ isAnswered: false, said: null, typed: '  ' })
  })

  it('brings its part back on the task list until it is answered', () => {
    const part = interview.parts.find(({ id }) => id === 'scope')
    if (part === undefined) throw new Error('no such part')
    const visible = visibleAnswers(interview, asked.answers)
    expect(statusOf(part, visible, (at) => at === STATUS).is).toBe('backWithQuestion')
    expect(statusOf(part, visible, () => false).is).toBe('inProgress')
  })

  it('takes along nothing of a row that has gone', () => {
    const title = 'scope.deliverables.row-1.title'
    const next = placed(current, asking(aQuestion(current, 'q1', title)))
    const less = withoutRow(next, 'scope.deliverables', 'row-1')
    const content = handOverContent(less, visibleAnswers(interview, less.answers), [])
    expect(JSON.stringify(content)).not.toContain('Order export')
  })

  it('about an answer that was left out does not say that it has changed', () => {
    const about = { ...aQuestion(current, 'q1', STATUS), answerDigest: null }
    expect(questionsOf(placed(current, asking(about)))[0]?.changedBefore).toBe(false)
  })

  it('takes along nothing that stood at an answer which is left out', () => {
    const quote = 'scope.deliverables.row-1.quote'
    const withQuote = { ...current, answers: setAnswer(current.answers, quote, 'SECRET-77') }
    const next = placed(withQuote, aReply(withQuote, { questions: [aQuestion(withQuote, 'q1', quote)] }))
    const changed = { ...next, answers: setAnswer(next.answers, quote, null) }
    const visible = visibleAnswers(interview, changed.answers)
    expect(JSON.stringify(handOverContent(changed, visible, []))).toContain('SECRET-77')
    const content = handOverContent(changed, visible, ['scope.deliverables.*.quote'])
    expect(JSON.stringify(content)).not.toContain('SECRET-77')
    expect(receivedReplies(readReplies(content.replies))).toHaveLength(1)
  })
})

describe('a reply that is sent again, corrected', () => {
  const first = asking(aQuestion(current, 'q1', STATUS), aQuestion(current, 'q2', null))
  const again = {
    ...first,
    replyId: 'reply-2',
    questions: first.questions.map((each) => ({ ...each, text: 'How?' })),
  }

  it('asks each question once, in its later wording', () => {
    const both = placed(placed(current, first), again)
    expect(questionsOf(both).map(({ id, text }) => [id, text])).toEqual([
      ['q1', 'How?'],
      ['q2', 'How?'],
    ])
  })

  it('loses nothing that was said to the earlier one', () => {
    const one = placed(current, first)
    const said = { ...one, replies: withSaid(one.replies, 'reply-1', 'q2', 'Call me.') }
    const both = placed(said, again)
    expect(questionsOf(both)[1]).toMatchObject({ isAnswered: true, said: 'Call me.', typed: 'Call me.' })
    // What was said can be taken back.
    const cleared = { ...both, replies: withSaid(both.replies, 'reply-2', 'q2', '') }
    expect(questionsOf(cleared)[1]).toMatchObject({ isAnswered: false, said: null, typed: '' })
  })
})

describe('the file of a reply', () => {
  it('holds nothing of the answers, whatever they are', () => {
    const secret = { ...current, answers: setAnswer(current.answers, 'request.ask', 'SECRET-77') }
    const reply = aReply(secret, { questions: [aQuestion(secret, 'q1', 'request.ask')] })
    expect(JSON.stringify(reply)).not.toContain('SECRET-77')
  })

  it('is read back as it was written, control characters and all', () => {
    const reply = aReply(current, {
      note: 'a\u000Bb\r\nc\uD800',
      from: '\u0007Karin',
      questions: [aQuestion(current, 'q1', null, 'x\u0000y')],
    })
    expect(readReply(JSON.parse(JSON.stringify(reply)))).toMatchObject({ ok: true, reply })
  })

  it('leaves empty questions and reasons of another verdict behind', () => {
    const reply = aReply(current, {
      verdict: 'urgent',
      reason: REASONS.takeOn[0],
      questions: [aQuestion(current, 'q1', null, ' ')],
    })
    expect(reply).toMatchObject({ verdict: 'urgent', reason: null, questions: [] })
  })

  it('is read back as it was written, for every verdict and reason', () => {
    for (const verdict of VERDICTS)
      for (const reason of REASONS[verdict]) {
        const reply = aReply(current, { verdict, reason, nextWordBy: '2026-12-04', note: 'åäö 😀' })
        expect(readReply(JSON.parse(JSON.stringify(reply)))).toMatchObject({ ok: true, reply, newer: false })
      }
  })

  it.each([
    ['nothing', null],
    ['a text', 'reply'],
    ['a list', []],
    ['a case', { format: 'partner-escalation-case' }],
    ['no version', { format: 'partner-escalation-reply' }],
  ])('is no reply where it is %s', (_, parsed) => {
    expect(readReply(parsed)).toEqual({ ok: false, error: { reason: 'wrongFile' } })
  })

  it('of a version that cannot be read is told from a broken one', () => {
    const reply = aReply(current, { note: 'x' })
    expect(readReply({ ...reply, formatVersion: 2, minReader: 2 })).toEqual({
      ok: false,
      error: { reason: 'newer', version: 2 },
    })
    expect(readReply({ ...reply, questions: 7 })).toEqual({
      ok: false,
      error: { reason: 'shape', places: ['questions'] },
    })
  })

  it('refuses a day that does not exist, a question without end and too many of them', () => {
    const reply = aReply(current, { note: 'x' })
    const question = aQuestion(current, 'q', null)
    for (const wrong of [
      { nextWordBy: '2026-02-30' },
      { writtenOn: 'today' },
      { questions: [{ ...question, text: 'x'.repeat(100_001) }] },
      { questions: Array.from({ length: 201 }, (_, at) => ({ ...question, id: `q${at}` })) },
      { replyId: '../../x' },
      { questions: [question, question] },
      { questions: [{ ...question, id: '__proto__' }] },
      { questions: [{ ...question, id: 'constructor' }] },
    ])
      expect(readReply({ ...reply, ...wrong })).toMatchObject({ ok: false, error: { reason: 'shape' } })
  })

  it('never throws and touches no prototype, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, other) => {
        const reply = { ...aReply(current), questions: value, ['__proto__']: other, note: other }
        expect(() => readReply(JSON.parse(JSON.stringify(reply)))).not.toThrow()
        expect(() => readReplies([value, { reply: other, receivedOn: value }])).not.toThrow()
      }),
      runs(300),
    )
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('has something to say with a verdict, a question, a line or a day; a name alone is none', () => {
    expect(saysSomething({ ...EMPTY_DRAFT, from: 'Karin' })).toBe(false)
    expect(saysSomething({ ...EMPTY_DRAFT, questions: [aQuestion(current, 'q', null, ' ')] })).toBe(false)
    for (const draft of [{ verdict: 'urgent' }, { note: 'x' }, { nextWord: 'i morgon' }])
      expect(saysSomething({ ...EMPTY_DRAFT, ...draft })).toBe(true)
  })

  it('is begun anew where the draft that is kept cannot be read', () => {
    expect(readDraft('{"note":"x"}')).toEqual({ ...EMPTY_DRAFT, note: 'x' })
    for (const broken of ['', '{', '7', '{"questions":7}']) expect(readDraft(broken)).toEqual(EMPTY_DRAFT)
  })
})
