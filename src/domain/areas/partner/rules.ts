import type { Conclusion, PartnerState, Practice, ScopeState } from '../../assessment/conclusion.ts'
import { known, written } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import type { PlainDate } from '../../dates/plainDate.ts'
import {
  contactsUntil,
  type DatedContact,
  isNotEmpty,
  lastDayToAnswer,
  plannedFor,
  readLog,
} from './contactLog.ts'
import type { Contact } from './schema.ts'

export interface PartnerPractice extends Practice<PartnerState> {
  /** The last day to answer (AWAIT) or the promised day (PLAN), inclusive. */
  until: PlainDate | null
}

const field = (row: Contact, name: keyof Contact & string) => `partner.log.${row.id}.${name}`

/**
 * Has the partner been told and had a chance to put it right, and what came of it? (S: "given them an opportunity",
 * "aren't responding or don't have a clear answer".)
 * @param scope what the scope practice came to: a clear no settles differently when the work is not in scope
 */
export function partnerPractice({ partner }: Answers, asOf: PlainDate, scope: ScopeState): PartnerPractice {
  const solvedOn = known(partner.solvedOn)
  if (solvedOn !== null && solvedOn <= asOf) {
    const solved: Conclusion = {
      rule: 'partner.solved',
      state: 'met',
      about: 'partner.solvedOn',
      used: ['partner.solvedOn'],
      dates: { date: solvedOn },
    }
    return { state: 'RESOLVED', until: null, conclusions: [solved] }
  }
  if (partner.applies === 'no') {
    const notApplicable: Conclusion = {
      rule: 'partner.applies',
      state: 'notApplicable',
      about: 'partner.applies',
      used: ['partner.applies', 'partner.whyNot'],
      texts: { whyNot: written(partner.whyNot) ?? '' },
    }
    return { state: 'NA', until: null, conclusions: [notApplicable] }
  }
  return standing(contactsUntil(partner.log, asOf), asOf, scope)
}

function standing(rows: readonly DatedContact[], asOf: PlainDate, scope: ScopeState): PartnerPractice {
  const { unanswered, latest, answered } = readLog(rows)
  if (isNotEmpty(unanswered)) {
    const [first] = unanswered
    const until = lastDayToAnswer(unanswered)
    const used = unanswered.flatMap((row) => [field(row, 'date'), field(row, 'answerBy')])
    return asOf <= until
      ? awaiting(told(first), field(unanswered.at(-1) ?? first, 'answerBy'), used, until)
      : {
          state: 'SILENT',
          until: null,
          conclusions: [
            told(first),
            {
              rule: 'partner.silent',
              state: 'met',
              about: field(first, 'date'),
              used,
              dates: { date: until },
            },
          ],
        }
  }
  if (latest === null || !isNotEmpty(answered)) return notContacted(rows)
  return answeredWith(latest, answered, asOf, scope)
}

function answeredWith(
  latest: DatedContact,
  answered: readonly [DatedContact, ...DatedContact[]],
  asOf: PlainDate,
  scope: ScopeState,
): PartnerPractice {
  const first = told(answered[0])
  const used = [field(latest, 'date'), field(latest, 'answer'), field(latest, 'promised')]
  if (latest.answer === 'refused') {
    // A change that has been asked for and declined has to be settled between the two (C).
    const declined = scope === 'OUT_CR'
    const refused: Conclusion = {
      rule: 'partner.refused',
      state: declined ? 'gap' : 'met',
      about: field(latest, 'answer'),
      used,
      dates: { date: latest.date },
      ...(declined && { action: 'SETTLE_CHANGES' as const }),
    }
    return { state: 'REFUSED', until: null, conclusions: [first, refused] }
  }
  const planned = plannedFor(latest)
  if (planned !== null && asOf <= planned) {
    const plan: Conclusion = {
      rule: 'partner.plan',
      state: 'gap',
      about: field(latest, 'promised'),
      used,
      dates: { date: planned },
      action: 'FOLLOW_PLAN',
    }
    return { state: 'PLAN', until: planned, conclusions: [first, plan] }
  }
  if (planned !== null) {
    const about = field(latest, 'promised')
    return {
      state: 'BROKEN',
      until: null,
      conclusions: [first, { rule: 'partner.broken', state: 'met', about, used, dates: { date: planned } }],
    }
  }
  const until = lastDayToAnswer(answered)
  const about = field(latest, 'answer')
  if (asOf <= until) return awaiting(first, about, [...used, field(answered[0], 'answerBy')], until)
  return {
    state: 'UNCLEAR',
    until: null,
    conclusions: [
      first,
      { rule: 'partner.unclear', state: 'met', about, used, dates: { date: latest.date } },
    ],
  }
}

const told = (row: DatedContact): Conclusion => ({
  rule: 'partner.told',
  state: 'met',
  about: field(row, 'concernStated'),
  used: [field(row, 'date'), field(row, 'concernStated')],
  dates: { date: row.date },
})

const awaiting = (
  first: Conclusion,
  about: string,
  used: readonly string[],
  until: PlainDate,
): PartnerPractice => ({
  state: 'AWAIT',
  until,
  conclusions: [
    first,
    { rule: 'partner.awaited', state: 'gap', about, used, dates: { date: until }, action: 'AWAIT_PARTNER' },
  ],
})

const notContacted = (rows: readonly DatedContact[]): PartnerPractice => ({
  state: 'NOT_CONTACTED',
  until: null,
  conclusions: [
    {
      rule: 'partner.told',
      state: 'gap',
      about: 'partner.log',
      used: rows.map((row) => field(row, 'concernStated')),
      action: 'CONTACT_PARTNER',
    },
  ],
})
