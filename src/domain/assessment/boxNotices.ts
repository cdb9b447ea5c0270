import { isEmergency } from '../areas/about/urgent.ts'
import type { DatedContact } from '../areas/partner/contactLog.ts'
import { contactField, contactsUntil, namedDay, plannedFor } from '../areas/partner/contactLog.ts'
import type { Contact } from '../areas/partner/schema.ts'
import { agreedDate } from '../areas/scope/affected.ts'
import { answerOrNull, nonBlank } from '../case/answer.ts'
import { memoByObject } from '../case/memo.ts'
import { mentions } from '../specificity/telltaleWords.ts'
import type { Notice, NoticeRule } from './notice.ts'

/** At most this many of one kind stand in the box (C). */
const AT_MOST = 3

const emergency: NoticeRule = ({ about }) => {
  if (!isEmergency(about.urgent)) return []
  if (about.deployment === 'open_source') return [{ id: 'emergencyOpenSource', about: 'about.urgent' }]
  const number = nonBlank(about.urgentCase)
  if (number !== null) return [{ id: 'emergencyHandled', about: 'about.urgentCase', texts: { number } }]
  return about.urgent === 'data_leak' ? [{ id: 'securityIncident', about: 'about.urgent' }] : []
}

/** The date that must not be missed lies on or before the day that is waited for. */
const time: NoticeRule = ({ request }, { asOf, decision }) => {
  const hard = answerOrNull(request.hardDate)
  const { until } = decision
  if (hard === null || until === null || hard > until) return []
  const id = hard < asOf ? 'timeOver' : 'timeShort'
  return [{ id, about: 'request.hardDate', dates: { hard, until } }]
}

const openSource: NoticeRule = ({ about }, { standing }) =>
  about.deployment === 'open_source' && standing.is !== 'cannot'
    ? [{ id: 'openSource', about: 'about.deployment' }]
    : []

/** Nothing is due from a partner that cannot be reached. */
const notDue: NoticeRule = (_, { standing }) =>
  (standing.is === 'cannot' ? [] : standing.notDue).slice(0, AT_MOST).map((row) => ({
    id: 'notDueYet',
    about: `scope.deliverables.${row.id}.promised`,
    texts: { code: `S${row.code}`, title: nonBlank(row.title) ?? '' },
    dates: { date: agreedDate(row) ?? '' },
  }))

const cameBack: NoticeRule = (_, { standing: { cameBack: row, solvedOn } }) =>
  row === null || solvedOn === null
    ? []
    : [{ id: 'cameBack', about: 'partner.solvedOn', dates: { date: solvedOn, again: row.date } }]

/** Days that cannot be: an answer wanted, or a plan promised, before the message itself. */
const daysBefore: NoticeRule = ({ partner }, { asOf }) =>
  contactsUntil(partner.log, asOf).flatMap((row) => slipIn(row) ?? [])

const slipIn = memoByObject((row: DatedContact): Notice | null => {
  const texts = { code: `P${row.code}` }
  const wanted = row.from === 'merchant' ? answerOrNull(row.answerBy) : null
  if (wanted !== null && namedDay(row) === null)
    return { id: 'dayBeforeMessage', about: contactField(row, 'answerBy'), texts, dates: { date: wanted } }
  const promised = row.from === 'partner' && row.answer === 'plan' ? answerOrNull(row.promised) : null
  return promised === null || plannedFor(row) !== null
    ? null
    : { id: 'dayBeforeMessage', about: contactField(row, 'promised'), texts, dates: { date: promised } }
})

const away: NoticeRule = (_, { asOf, standing }) => {
  const days = standing.matters.map(({ thread }) => thread.away).filter((day) => day !== null && day >= asOf)
  const last = days.sort().at(-1) ?? null
  return last === null ? [] : [{ id: 'contactAway', about: 'partner.log', dates: { date: last } }]
}

const otherCompany: NoticeRule = ({ partner }) => {
  const row = partner.log.find(({ from }) => from === 'other')
  return row === undefined
    ? []
    : [{ id: 'otherCompany', about: contactField(row, 'from'), texts: { code: `P${row.code}` } }]
}

const isLegal = memoByObject(({ text }: Contact) => text !== null && mentions('legal', text))

const legal: NoticeRule = ({ scope, added, partner, examples, request }) => {
  const row = partner.log.find(isLegal)
  if (row !== undefined) return [{ id: 'legal', about: contactField(row, 'text') }]
  const texts = [
    ...(['summary', 'ask', 'settledWhen', 'hardReason', 'ourSide', 'whyAnyway'] as const).map(
      (name) => [`request.${name}`, request[name]] as const,
    ),
    ...Object.entries({ scope, added, partner, examples }).map(
      ([area, { whyNot }]) => [`${area}.whyNot`, whyNot] as const,
    ),
  ]
  const [about] = texts.find(([, text]) => text !== null && mentions('legal', text)) ?? []
  return about === undefined ? [] : [{ id: 'legal', about }]
}

export const BOX_RULES: readonly NoticeRule[] = [
  emergency,
  time,
  openSource,
  notDue,
  cameBack,
  (answers, circumstances) => daysBefore(answers, circumstances).slice(0, AT_MOST),
  away,
  otherCompany,
  legal,
]
