import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyRow, type Lists } from '../../../src/domain/case/answers.ts'
import { type Case, withRow } from '../../../src/domain/case/case.ts'
import { saysNothing } from '../../../src/domain/specificity/vagueWords.ts'
import { assessed } from '../../support/aCase.ts'
import { anyCase } from '../../support/anyCase.ts'
import { limitOf, runs } from '../../support/runs.ts'

/**
 * The decision model written a second time, from its description alone and in another way: days are numbers, holidays
 * come from a table, and a thread is a list of turns that is looked back upon, not a state that is carried along.
 */
const HOLIDAYS: Record<string, string[]> = JSON.parse(
  readFileSync(new URL('../../cases/tables/swedishHolidays.json', import.meta.url), 'utf8'),
)
const number = (day: string) => Math.round(Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10)) / 864e5)
const text = (day: number) => new Date(day * 864e5).toISOString().slice(0, 10)
const HOLIDAY_NUMBERS = new Set(Object.values(HOLIDAYS).flat().map(number))
const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d(-\d\d)?$/.test(value)
const isMonth = (value: string) => value.length === 7
const begin = (value: string) => number(isMonth(value) ? `${value}-01` : value)
const end = (value: string) =>
  isMonth(value) ? number(text(Date.UTC(+value.slice(0, 4), +value.slice(5, 7), 0) / 864e5)) : number(value)
const filled = (value: unknown) => typeof value === 'string' && /\S/.test(value)
// The first of January 1970 was a Thursday.
const works = (day: number) => (day + 3) % 7 < 5 && !HOLIDAY_NUMBERS.has(day)
const after = (day: number, working: number): number =>
  working === 0 ? day : after(day + 1, working - (works(day + 1) ? 1 : 0))

type Contact = Lists['partner.log']
type Deliverable = Lists['scope.deliverables']
type Row = Contact & { at: number; from0: number }

function dated(log: readonly Contact[], asOf: number): Row[] {
  const rows = log.flatMap((row, index) => {
    const { date } = row
    if (!isDate(date) || begin(date) > asOf) return []
    if (!isMonth(date)) return [{ ...row, at: number(date), from0: number(date), index }]
    const next = log
      .slice(index + 1)
      .find((other) => isDate(other.date) && !isMonth(other.date) && other.date.startsWith(date))
    return [
      {
        ...row,
        at: Math.min(end(date), asOf, next === undefined ? asOf : number(next.date as string)),
        from0: begin(date),
        index,
      },
    ]
  })
  return rows.sort((a, b) => a.at - b.at || a.index - b.index)
}

const affected = ({ status }: Deliverable) => ['late', 'missing', 'unsatisfactory'].includes(status as string)
const agreed = ({ promised, moves }: Deliverable): number | null => {
  const both = (moves ?? []).flatMap((move) => (move.agreed === 'yes' && isDate(move.date) ? [end(move.date)] : []))
  if (both.length > 0) return Math.max(...both)
  return isDate(promised) ? end(promised) : null
}
const concerns = (row: Contact, id: string) => (row.about ?? []).length === 0 || (row.about ?? []).includes(id)
const planOf = (row: Row) =>
  row.answer === 'plan' && isDate(row.promised) && end(row.promised) >= row.from0 ? end(row.promised) : null

function thread(rows: readonly Row[], asOf: number, about: readonly Deliverable[]) {
  const promised = (row: Row): number | null => {
    const plan = planOf(row)
    if (plan === null) return null
    const meant = about
      .filter(({ id }) => concerns(row, id))
      .map(({ moves }) =>
        Math.max(plan, ...(moves ?? []).flatMap((m) => (m.agreed === 'yes' && isDate(m.date) ? [end(m.date)] : []))),
      )
    return meant.length === 0 ? plan : Math.min(...meant)
  }
  const missed = new Set<number>()
  let waiting: Row[] = []
  let missedAtFirst = false
  let answered: { rows: Row[]; missedAtFirst: boolean } = { rows: [], missedAtFirst: false }
  let word: { row: Row; plan: number | null } | null = null
  let unsorted = false
  let away: number | null = null
  let left = false
  let before: Row | null = null
  for (const row of rows) {
    if (row.from === 'merchant') {
      if (row.gave === 'yes') before = null
      if (before?.answer === 'asks' && row.gave === 'no' && row.concernStated === 'yes' && word === null) {
        word = { row: before, plan: null }
        waiting = []
      }
      const given = word?.row.answer === 'asks' && row.gave === 'yes'
      const mayOnlyAsk = word?.row.answer !== 'asks' || waiting.length > 0
      const counts = given || (mayOnlyAsk && row.concernStated === 'yes')
      if (!counts) continue
      if (word?.plan != null && word.plan < row.at) missed.add(word.plan)
      if (waiting.length === 0) missedAtFirst = missed.size > 0
      waiting = [...waiting, row]
    }
    if (row.from !== 'partner') continue
    const open = waiting.length > 0 || word !== null
    if (row.answer === null && open) unsorted = true
    if (row.answer === 'auto' && row.autoSays === 'left') [waiting, left] = [[], true]
    if (row.answer === 'auto' && row.autoSays === 'away' && isDate(row.promised) && end(row.promised) >= row.from0)
      away = end(row.promised)
    if (row.answer === null || row.answer === 'auto') continue
    const plan = promised(row)
    const vague = row.answer === 'unclear' || (row.answer === 'plan' && plan === null)
    if (!open && !left) {
      if (!vague) before = row
      continue
    }
    const clear =
      word !== null && (word.plan !== null || ['done', 'asks', 'refused'].includes(word.row.answer as string))
    if (vague && waiting.length === 0 && clear) continue
    if (word?.plan != null) {
      const same =
        isDate(row.promised) && isMonth(row.promised) && text(word.plan).startsWith(row.promised) && row.at <= word.plan
      if ((plan !== null && plan > word.plan && !same) || word.plan < row.at) missed.add(word.plan)
    }
    if (waiting.length > 0) answered = { rows: waiting, missedAtFirst }
    word = { row, plan }
    waiting = []
    unsorted = false
    left = false
  }
  if (word?.plan != null && after(word.plan, 1) < asOf) missed.add(word.plan)
  const last = (asked: Row[], late: boolean) => {
    const first = asked[0]?.at ?? 0
    const named = asked.flatMap((row) =>
      isDate(row.answerBy) && number(row.answerBy) >= row.from0 ? [number(row.answerBy)] : [],
    )
    const own = named.length > 0 ? Math.max(...named) : after(first, late ? 2 : 5)
    return Math.max(own, after(first, 2), away === null ? 0 : after(away, 2))
  }
  const told = (state: string, day: number | null = null) => ({
    state: unsorted && ['AWAIT', 'SILENT', 'UNCLEAR', 'CHASE', 'BROKEN'].includes(state) ? 'UNSORTED' : state,
    day,
  })
  if (waiting.length > 0) {
    if (missed.size >= 2) return told('REPEATED')
    const passed = new Set(
      waiting.flatMap((row) =>
        isDate(row.answerBy) &&
        number(row.answerBy) < asOf &&
        number(row.answerBy) >= Math.max(row.from0, after(row.at, 2))
          ? [number(row.answerBy)]
          : [],
      ),
    )
    if (passed.size >= 2 && (away === null || after(away, 2) < asOf)) return told('SILENT')
    const until = last(waiting, missedAtFirst)
    return asOf <= until ? told('AWAIT', until) : told('SILENT')
  }
  if (word === null) return told('NOT_TOLD')
  if (word.row.answer === 'done') return told('TO_CHECK')
  if (word.row.answer === 'asks') return told('OURS')
  if (word.row.answer === 'refused') return told('REFUSED')
  if (missed.size >= 2) return told('REPEATED')
  if (word.plan !== null)
    return asOf <= word.plan ? told('PLAN', word.plan) : told(asOf <= after(word.plan, 1) ? 'CHASE' : 'BROKEN')
  if (answered.rows.length === 0) return told('UNCLEAR')
  const until = last(answered.rows, answered.missedAtFirst)
  return asOf <= until ? told('AWAIT', until) : told('UNCLEAR')
}

function scopeState({ scope }: Case['answers'], asOf: number): string {
  if (scope.applies === 'no' || scope.concern === 'none') return 'NA'
  const wrong = scope.deliverables.filter(affected)
  const dateOf = (value: unknown) => (isDate(value) ? begin(value) : null)
  const [on, document] = [dateOf(scope.reviewedOn), dateOf(scope.documentDate)]
  const reviewed = scope.noDocument === true || (on !== null && on <= asOf && (document === null || on >= document))
  if (scope.concern === null || !reviewed || wrong.length === 0 || wrong.some(({ inScope }) => inScope === null))
    return 'OPEN'
  if (wrong.some(({ inScope }) => inScope !== 'no')) return 'IN'
  return wrong.every(({ changeRequest }) => filled(changeRequest)) ? 'OUT_CR' : 'OUT'
}

function addedState({ added }: Case['answers']): string {
  if (added.applies === 'no' || added.any === 'no') return 'NA'
  if (added.any === null || added.items.length === 0) return 'OPEN'
  return added.items.every(({ effect }) => effect !== null && effect !== 'not_considered') ? 'DONE' : 'OPEN'
}

function examplesState({ examples }: Case['answers']): string {
  if (examples.applies === 'no') return 'NA'
  const usable = examples.items.some(
    (row) =>
      filled(row.title) &&
      filled(row.expected) &&
      filled(row.actual) &&
      !saysNothing(`${row.expected} ${row.actual}`) &&
      (isDate(row.date) || filled(row.period)) &&
      (filled(row.where) || filled(row.evidenceText) || (row.evidence ?? []).length > 0),
  )
  return usable ? 'DONE' : 'OPEN'
}

function decided({ answers }: Case, day: string) {
  const asOf = number(day)
  const { about, partner, scope } = answers
  const shown = scope.applies === 'no' || scope.concern === 'none' ? [] : scope.deliverables
  const [S, T, E] = [scopeState(answers, asOf), addedState(answers), examplesState(answers)]
  const all = dated(partner.log, asOf)
  const solved = isDate(partner.solvedOn) && number(partner.solvedOn) <= asOf ? number(partner.solvedOn) : null
  const rows = solved === null ? all : all.filter(({ from0 }) => from0 > solved)
  const resolved =
    solved !== null && !rows.some(({ from, concernStated }) => from === 'merchant' && concernStated === 'yes')
  const gone = partner.told === 'cannot'
  const out = ({ inScope }: Deliverable) => inScope === 'no'
  const wrong = shown.filter(affected)
  const later = wrong.filter((row) => {
    const due = agreed(row)
    if (row.status === 'unsatisfactory' || due === null || due <= asOf) return false
    const own = (row.moves ?? []).some((m) => m.agreed === 'no' && isDate(m.date) && end(m.date) > due)
    const planned = rows.some((each) => each.from === 'partner' && concerns(each, row.id) && (planOf(each) ?? 0) > due)
    return !own && !planned
  })
  const concern = (row: Row) => row.from === 'merchant' && row.concernStated === 'yes'
  const names = ({ about: of }: Row, { id }: Deliverable) => (of ?? []).includes(id)
  const ripe = wrong.filter((row) => (out(row) ? filled(row.changeRequest) : !later.includes(row)))
  const both = ({ moves }: Deliverable) => (moves ?? []).some((m) => m.agreed === 'yes' && isDate(m.date))
  const dueSince = (row: Deliverable) => {
    const day = agreed(row)
    return (!out(row) || both(row)) && day !== null && day > (solved ?? 0) && day <= asOf
  }
  const again = shown.filter(
    (row) =>
      (ripe.includes(row) && dueSince(row)) ||
      rows.some(
        (each) => concern(each) && ((!out(row) && names(each, row)) || (ripe.includes(row) && concerns(each, row.id))),
      ),
  )
  const talked = solved === null ? ripe : again
  const known = new Map(shown.map((row) => [row.id, row.status]))
  const whole = rows.filter(
    ({ about: of }) =>
      known.size === 0 ||
      (of ?? []).length === 0 ||
      (of ?? []).some((id) => known.has(id) && (solved !== null || known.get(id) !== 'delivered')),
  )
  const theirs = whole.filter(
    (row) => row.from === 'partner' && row.answer !== null && row.answer !== 'auto' && (row.about ?? []).length > 0,
  )
  const disjoint = theirs.some((row) =>
    theirs.some((other) => (row.about ?? []).every((id) => !(other.about ?? []).includes(id))),
  )
  const named = shown.filter(
    (row) =>
      (solved !== null || row.status !== 'delivered') &&
      (!out(row) || filled(row.changeRequest)) &&
      whole.some((each) => names(each, row)) &&
      rows.some((each) => concern(each) && concerns(each, row.id)),
  )
  const apart = disjoint ? named : []
  const single = talked.length > 0 ? talked : apart
  const threads =
    resolved || gone
      ? []
      : single.length > 0
        ? single.map((row) => ({
            // Nothing that is late already: judged as the whole case is.
            row: out(row) || ((affected(row) || solved !== null) && !later.includes(row)) ? row : null,
            ...thread(
              rows.filter((each) => concerns(each, row.id)),
              asOf,
              [row],
            ),
          }))
        : [{ row: null, ...thread(whole, asOf, wrong) }]
  const any = (...states: string[]) => threads.some(({ state }) => states.includes(state))
  const inScope = wrong.filter((row) => !out(row))
  const due =
    inScope.length > 0 && inScope.every((row) => later.includes(row))
      ? Math.min(...inScope.map((row) => agreed(row) ?? 0))
      : null
  const confirm = partner.solvedOn === null && shown.length > 0 && shown.every(({ status }) => status === 'delivered')
  const tell = any('NOT_TOLD') && !confirm
  const refusedChange = threads.some(({ state, row }) => state === 'REFUSED' && row !== null && out(row))
  const lacks = wrong.some((row) => out(row) && !filled(row.changeRequest))
  const open = resolved
    ? []
    : [
        ...(any('UNSORTED') ? ['NAME_ANSWER'] : []),
        ...(any('OURS') ? ['ANSWER_PARTNER'] : []),
        ...(any('TO_CHECK') ? ['CHECK_DELIVERY'] : []),
        ...(confirm ? ['CONFIRM_SOLVED'] : []),
        ...(any('CHASE') && !confirm ? ['CHASE_PLAN'] : []),
        ...(tell && (wrong.length > 0 || S === 'NA') ? ['CONTACT_PARTNER'] : []),
        ...(S === 'OPEN' && !confirm ? ['REVISIT_SCOPE'] : []),
        ...(T === 'OPEN' || (!gone && lacks) || refusedChange ? ['SETTLE_CHANGES'] : []),
        ...(tell && wrong.length === 0 && S !== 'NA' ? ['CONTACT_PARTNER'] : []),
        ...(any('AWAIT') && !confirm ? ['AWAIT_PARTNER'] : []),
        ...(any('PLAN') && !confirm ? ['FOLLOW_PLAN'] : []),
        ...(E === 'OPEN' ? ['GATHER_EXAMPLES'] : []),
      ]
  const change =
    !gone &&
    !resolved &&
    threads.every(({ row }) => row === null || out(row)) &&
    (S === 'OUT' || (S === 'OUT_CR' && threads.every(({ state }) => state === 'REFUSED')))
  const strong = threads.some(
    ({ state, row }) =>
      state === 'BROKEN' ||
      state === 'REPEATED' ||
      (state === 'REFUSED' &&
        (['NA', 'IN'].includes(S) || (S === 'OUT_CR' && row !== null)) &&
        !(row !== null && out(row))) ||
      (['SILENT', 'UNCLEAR'].includes(state) && !(row === null && due !== null)),
  )
  const warranted = !resolved && (gone || (strong && !confirm && !change))
  const openSource = about.deployment === 'open_source'
  const urgent = about.urgent !== null && about.urgent !== 'none' && !filled(about.urgentCase) && !openSource
  const first = (state: string) => {
    const days = threads.flatMap((each) => (each.state === state && each.day !== null ? [each.day] : []))
    return days.length === 0 ? null : Math.min(...days)
  }
  const result = (turn: string, next: string | undefined, until: number | null = null) => ({
    turn,
    next,
    until: until === null ? null : text(until),
    warranted,
    open,
  })
  if (urgent) return result('SUPPORT', 'GO_TO_SUPPORT')
  if (resolved) return result('NOBODY', 'CLOSE')
  if (change)
    return result(
      'MERCHANT',
      open.find((each) => ['NAME_ANSWER', 'ANSWER_PARTNER', 'CHECK_DELIVERY', 'SETTLE_CHANGES'].includes(each)),
    )
  if (warranted && openSource) return result('MERCHANT', gone ? 'SECURE_YOUR_OWN' : 'RAISE_WITH_MANAGEMENT')
  if (warranted) return result('ACCOUNT_TEAM', 'HAND_OVER')
  if (due !== null && !any('AWAIT', 'PLAN', 'OURS', 'TO_CHECK', 'CHASE', 'UNSORTED', 'REFUSED'))
    return result('PARTNER', 'NOT_DUE', due)
  if (confirm || any('UNSORTED', 'OURS', 'TO_CHECK', 'CHASE', 'NOT_TOLD', 'REFUSED'))
    return result(
      'MERCHANT',
      open.find((each) => each !== 'AWAIT_PARTNER' && each !== 'FOLLOW_PLAN'),
    )
  const [wait, plan] = [first('AWAIT'), first('PLAN')]
  return plan !== null && (wait === null || plan < wait)
    ? result('PARTNER', 'FOLLOW_PLAN', plan)
    : result('PARTNER', 'AWAIT_PARTNER', wait)
}

/** Logs as they become when people write for weeks: many rows, few days, every kind of answer, over Christmas too. */
const DAYS = ['2026-11-23', '2026-12-28', '2027-01-07'] as const
const near = (asOf: string, from = -14, to = 7) =>
  fc.integer({ min: from, max: to }).map((days) => text(number(asOf) + days))
const orNot = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) })
const contactOf = (asOf: string) =>
  fc.record({
    date: fc.oneof(
      { weight: 9, arbitrary: near(asOf) },
      { weight: 1, arbitrary: fc.constantFrom(null, { typed: 'soon' }, { unknown: true }, '2026-11', '2026-12') },
    ),
    from: fc.constantFrom('merchant', 'merchant', 'partner', 'partner', 'other', null),
    concernStated: fc.constantFrom('yes', 'yes', 'no', null),
    gave: fc.constantFrom('yes', 'no', null),
    about: fc.constantFrom(null, null, ['r0'], ['r1'], ['r0', 'r1'], ['gone']),
    answerBy: fc.oneof(near(asOf), fc.constantFrom(null, { typed: 'x' })),
    answer: fc.constantFrom('plan', 'plan', 'plan', 'unclear', 'refused', 'done', 'asks', 'auto', null),
    autoSays: fc.constantFrom('confirmation', 'away', 'left', null),
    promised: orNot(fc.oneof(near(asOf), fc.constantFrom('2026-10', '2026-11', '2026-12'))),
  })
/** A story: messages a few days apart, each side in its turn, promises that come soon after. */
const storyOf = (asOf: string) =>
  fc
    .array(
      fc.record({
        gap: fc.integer({ min: 1, max: 9 }),
        ahead: fc.integer({ min: -1, max: 9 }),
        row: contactOf(asOf),
        isKnown: fc.boolean(),
      }),
      { minLength: 2, maxLength: 7 },
    )
    .map((all) => {
      let day = number(asOf) - all.reduce((sum, { gap }) => sum + gap, 0)
      return all.map(({ gap, ahead, row, isKnown }, at) => {
        day += gap
        const from = at % 2 === 0 ? ('merchant' as const) : ('partner' as const)
        const named = isKnown ? text(day + ahead) : null
        return { ...row, date: text(day - 1), from, concernStated: 'yes' as const, answerBy: named, promised: named }
      })
    })
const deliverableOf = (asOf: string) =>
  fc.record({
    status: fc.constantFrom('late', 'missing', 'unsatisfactory', 'delivered'),
    inScope: fc.constantFrom('yes', 'yes', 'no', 'unclear', null),
    changeRequest: fc.constantFrom(null, 'CR-1'),
    promised: orNot(near(asOf, -30, 30)),
    moves: fc.array(
      fc
        .record({ date: near(asOf, -10, 40), agreed: fc.constantFrom('yes', 'no', null) })
        .map((move) => ({ ...move, toldOn: null, changeRequest: null })),
      { maxLength: 1 },
    ),
  })
/** A case of which everything but scope and partner is settled, so that what is said about these is seen. */
const denseCase = fc.constantFrom(...DAYS).chain((asOf) =>
  fc
    .tuple(
      anyCase,
      fc.oneof(fc.array(contactOf(asOf), { maxLength: 9 }), storyOf(asOf)),
      fc.array(deliverableOf(asOf), { maxLength: 3 }),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([current, log, deliverables, isCalm, isSolved]): { current: Case; asOf: string } => {
      const { answers } = current
      const calm: Case['answers'] = isCalm
        ? {
            ...answers,
            about: { ...answers.about, urgent: null, deployment: 'cloud' },
            scope: { ...answers.scope, applies: null, concern: 'unmet', noDocument: true, deliverables: [] },
            added: { ...answers.added, applies: 'no' },
            examples: { ...answers.examples, applies: 'no' },
            partner: { ...answers.partner, told: null, solvedOn: isSolved ? text(number(asOf) - 6) : null, log: [] },
          }
        : { ...answers, partner: { ...answers.partner, log: [] } }
      const withLog = log.reduce<Case>(
        (made, row, at) => withRow(made, 'partner.log', `p${at}`, { ...emptyRow('partner.log'), ...row }),
        { ...current, answers: calm },
      )
      const made = isCalm
        ? deliverables.reduce<Case>(
            (all, row, at) =>
              withRow(all, 'scope.deliverables', `r${at}`, { ...emptyRow('scope.deliverables'), ...row }),
            withLog,
          )
        : withLog
      return { current: made, asOf }
    }),
)

const isSuite = process.env.FUZZ === undefined

describe('the decision model, written twice', () => {
  it(
    'agrees on any case, and every turn, step and state of a thread occurs',
    () => {
      const steps = new Set<string>()
      const states = new Set<string>()
      fc.assert(
        fc.property(denseCase, ({ current, asOf }) => {
          const { turn, next, warranted, open, until, state } = assessed(current, asOf)
          expect({ turn, next, until, warranted, open: open.map(({ action }) => action) }).toEqual(
            decided(current, asOf),
          )
          steps.add(`${turn} ${next}`)
          for (const matter of state.matters) states.add(matter.state)
        }),
        // The same cases in the suite, so that which steps occur is no luck; others in the deep run.
        { ...runs(3_000), ...(isSuite && { seed: 11 }) },
      )
      if (isSuite) expect([states.size, steps.size]).toEqual([12, 16])
      // Three thousand cases judged twice; the limit ends what hangs.
    },
    limitOf(60_000),
  )
})
