import {
  type Conclusion,
  doesNotApply,
  gap,
  met,
  type PartnerState,
  type Practice,
  type ScopeState,
} from '../../assessment/conclusion.ts'
import { answerOrNull } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import type { PlainDate } from '../../dates/plainDate.ts'
import { contactsUntil, type DatedContact, isNotEmpty, lastDayToAnswer, plannedFor, readLog } from './contactLog.ts'
import type { Contact } from './schema.ts'

export interface PartnerPractice extends Practice<PartnerState> {
  /** Inclusive: the last day to answer (AWAIT) or the promised day (PLAN). */
  until: PlainDate | null
}

const field = (row: Contact, name: keyof Contact & string) => `partner.log.${row.id}.${name}`

/** S: "given them an opportunity", "aren't responding or don't have a clear answer". */
export function partnerPractice({ partner }: Answers, asOf: PlainDate, scope: ScopeState): PartnerPractice {
  const solvedOn = answerOrNull(partner.solvedOn)
  if (solvedOn !== null && solvedOn <= asOf)
    return came('RESOLVED', [met('partner.solved', 'partner.solvedOn', { dates: { date: solvedOn } })])
  if (partner.applies === 'no') return came('NA', [doesNotApply('partner', partner.whyNot)])
  return standing(contactsUntil(partner.log, asOf), asOf, scope)
}

const came = (
  state: PartnerState,
  conclusions: readonly Conclusion[],
  until: PlainDate | null = null,
): PartnerPractice => ({ state, conclusions, until })

function standing(rows: readonly DatedContact[], asOf: PlainDate, scope: ScopeState): PartnerPractice {
  const { unanswered, latest, answered } = readLog(rows)
  if (isNotEmpty(unanswered)) {
    const [first] = unanswered
    const until = lastDayToAnswer(unanswered)
    const used = unanswered.flatMap((row) => [field(row, 'date'), field(row, 'answerBy')])
    if (asOf <= until) return awaiting(first, field(unanswered.at(-1) ?? first, 'answerBy'), used, until)
    const silent = met('partner.silent', field(first, 'date'), { used, dates: { date: until } })
    return came('SILENT', [told(first), silent])
  }
  if (latest === null || !isNotEmpty(answered)) {
    const used = rows.map((row) => field(row, 'concernStated'))
    return came('NOT_CONTACTED', [gap('partner.told', 'partner.log', 'CONTACT_PARTNER', { used })])
  }
  return answeredWith(latest, answered, asOf, scope)
}

function answeredWith(
  latest: DatedContact,
  answered: readonly [DatedContact, ...DatedContact[]],
  asOf: PlainDate,
  scope: ScopeState,
): PartnerPractice {
  const first = told(answered[0])
  const [answer, promised] = [field(latest, 'answer'), field(latest, 'promised')]
  const used = [field(latest, 'date'), answer, promised]
  const onThatDay = { used, dates: { date: latest.date } }
  if (latest.answer === 'refused') {
    // A change that was requested and refused has to be settled between the two (C).
    const refused =
      scope === 'OUT_CR'
        ? gap('partner.refused', answer, 'SETTLE_CHANGES', onThatDay)
        : met('partner.refused', answer, onThatDay)
    return came('REFUSED', [first, refused])
  }
  const planned = plannedFor(latest)
  if (planned !== null) {
    const plan = { used, dates: { date: planned } }
    return asOf <= planned
      ? came('PLAN', [first, gap('partner.plan', promised, 'FOLLOW_PLAN', plan)], planned)
      : came('BROKEN', [first, met('partner.broken', promised, plan)])
  }
  const until = lastDayToAnswer(answered)
  return asOf <= until
    ? awaiting(answered[0], answer, [...used, field(answered[0], 'answerBy')], until)
    : came('UNCLEAR', [first, met('partner.unclear', answer, onThatDay)])
}

const told = (row: DatedContact): Conclusion =>
  met('partner.told', field(row, 'concernStated'), {
    used: [field(row, 'date'), field(row, 'concernStated')],
    dates: { date: row.date },
  })

const awaiting = (first: DatedContact, about: string, used: readonly string[], until: PlainDate): PartnerPractice => {
  const awaited = gap('partner.awaited', about, 'AWAIT_PARTNER', { used, dates: { date: until } })
  return came('AWAIT', [told(first), awaited], until)
}
