import { settings } from '../../settings/settings.ts'
import { lacksOf } from '../areas/examples/missingFields.ts'
import type { Example } from '../areas/examples/schema.ts'
import { contactsUntil, isRequest } from '../areas/partner/contactLog.ts'
import { isAffected } from '../areas/scope/affected.ts'
import { answerOrNull, isUnknown, nonBlank } from '../case/answer.ts'
import { daysBetween, lastDayOf } from '../dates/plainDate.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import { agreedDate } from '../schedule/track.ts'
import { RELEASES_AS_OF } from '../versions/releaseLines.ts'
import { releaseState } from '../versions/releaseState.ts'
import type { Circumstances, Notice, NoticeId, NoticeRule } from './notice.ts'
import { wordingNotices } from './wording.ts'

export const noticesOf = (answers: VisibleAnswers, circumstances: Circumstances): readonly Notice[] =>
  [
    urgent,
    cloudDeadline,
    release,
    deployment,
    supportCases,
    nearlyEmpty,
    missingFromRequest,
    withoutReason,
    notDue,
    deliveredBefore,
    newsToPartner,
    contactRows,
    staleContact,
    wordingNotices,
  ].flatMap((rule) => rule(answers, circumstances))

const urgent: NoticeRule = ({ about }) => {
  if (about.urgent === 'data_leak') return [{ id: 'securityIncident', about: 'about.urgent' }]
  if (about.urgent === 'down' || about.urgent === 'payments') return [{ id: 'shopDown', about: 'about.urgent' }]
  return []
}

const release: NoticeRule = ({ about }, { asOf }) => {
  const state = releaseState(answerOrNull(about.version) ?? '', asOf)
  const outside = about.deployment === 'saas' || about.deployment === 'open_source'
  if (state === null || state.until === null || outside) return []
  const notice = (id: NoticeId): readonly Notice[] => [
    {
      id,
      about: 'about.version',
      texts: { line: state.line.line, period: state.period },
      dates: { date: state.until ?? asOf, asOf: RELEASES_AS_OF },
    },
  ]
  if (state.period === 'unsupported') return notice('releaseEnded')
  if (state.period === 'securityOnly') return notice('releaseSecurityOnly')
  return daysBetween(asOf, state.until) <= settings.notices.supportEndsWithinDays ? notice('releaseNearEnd') : []
}

const cloudDeadline: NoticeRule = ({ about }, { asOf }) => {
  const deadline = releaseState(answerOrNull(about.version) ?? '', asOf)?.line.cloudDeadline ?? null
  if (about.deployment !== 'cloud' || deadline === null) return []
  return [{ id: 'cloudDeadline', about: 'about.version', dates: { date: deadline, asOf: RELEASES_AS_OF } }]
}

const deployment: NoticeRule = ({ about }) => {
  const about_ = 'about.deployment'
  if (about.deployment === 'open_source') return [{ id: 'openSource', about: about_ }]
  if (about.deployment === 'saas' || isUnknown(about.deployment)) return [{ id: 'outsideAdvice', about: about_ }]
  return []
}

const exampleField = (row: Example, name: keyof Example & string) => `examples.items.${row.id}.${name}`
const exampleNames = (row: Example) => ({ code: `E${row.code}`, title: nonBlank(row.title) ?? '' })

const supportCases: NoticeRule = ({ examples }) =>
  examples.items
    .filter(({ concerns }) => concerns === 'adobe_commerce' || concerns === 'hosting')
    .filter(({ supportCase }) => nonBlank(supportCase) === null)
    .map((row) => ({ id: 'supportCaseMissing', about: exampleField(row, 'supportCase'), texts: exampleNames(row) }))

const newsToPartner: NoticeRule = ({ examples }) =>
  examples.items
    .filter((row) => row.raised !== 'yes' && lacksOf(row).length < 5)
    .map((row) => ({ id: 'newsToPartner', about: exampleField(row, 'raised'), texts: exampleNames(row) }))

const notDue: NoticeRule = ({ scope }, { asOf }) =>
  scope.deliverables.filter(isAffected).flatMap((row) => {
    const agreed = agreedDate(row)
    if (agreed === null || lastDayOf(agreed) <= asOf) return []
    const texts = { code: `S${row.code}`, title: nonBlank(row.title) ?? '' }
    return [
      { id: 'notDueYet', about: `scope.deliverables.${row.id}.promised`, texts, dates: { date: agreed } } as const,
    ]
  })

/** A delivery before the document that promised it: one of the two dates may be a slip (C). */
const deliveredBefore: NoticeRule = ({ scope }) => {
  const document = answerOrNull(scope.documentDate)
  return scope.deliverables.flatMap((row): readonly Notice[] => {
    const date = answerOrNull(row.deliveredOn)
    const isOfDocument = row.agreedIn === null || row.agreedIn === 'contract'
    if (document === null || date === null || !isOfDocument || date >= document) return []
    const texts = { code: `S${row.code}` }
    const about = `scope.deliverables.${row.id}.deliveredOn`
    return [{ id: 'deliveredBeforeDocument', about, texts, dates: { date, document } }]
  })
}

/** Rows that do not count are listed as gaps, never as an accusation (C). */
const contactRows: NoticeRule = ({ partner }, { asOf }) => {
  const firstRequest = contactsUntil(partner.log, asOf).find(isRequest)
  return partner.log.flatMap((row): readonly Notice[] => {
    const texts = { code: `P${row.code}` }
    const at = (name: string) => `partner.log.${row.id}.${name}`
    const date = answerOrNull(row.date)
    if (date === null) return [{ id: 'contactUndated', about: at('date'), texts }]
    if (date > asOf) return [{ id: 'contactInFuture', about: at('date'), texts, dates: { date } }]
    if (row.from !== 'partner') return []
    if (row.answer === null) return [{ id: 'answerWithoutKind', about: at('answer'), texts }]
    const before = firstRequest === undefined || date < firstRequest.date
    return before ? [{ id: 'contactBeforeConcern', about: at('date'), texts }] : []
  })
}

const staleContact: NoticeRule = ({ partner }, { asOf, states }) => {
  if (states.partner === 'RESOLVED' || states.partner === 'NA') return []
  const last = contactsUntil(partner.log, asOf).at(-1)
  if (last === undefined || daysBetween(last.date, asOf) <= settings.notices.lastContactOlderThanDays) return []
  return [{ id: 'staleContact', about: `partner.log.${last.id}.date`, dates: { date: last.date } }]
}

const missingFromRequest: NoticeRule = ({ request, about }) => [
  ...(nonBlank(request.ask) === null ? [{ id: 'noAsk', about: 'request.ask' } as const] : []),
  ...(nonBlank(request.summary) === null ? [{ id: 'noSummary', about: 'request.summary' } as const] : []),
  ...(answerOrNull(about.email) === null && answerOrNull(about.phone) === null
    ? [{ id: 'noContact', about: 'about.email' } as const]
    : []),
]

const withoutReason: NoticeRule = (answers) =>
  (['scope', 'added', 'partner', 'examples'] as const)
    .filter((area) => answers[area].applies === 'no' && nonBlank(answers[area].whyNot) === null)
    .map((area) => ({ id: 'noReason', about: `${area}.whyNot`, texts: { area } }))

const nearlyEmpty: NoticeRule = ({ scope, partner, examples }, { states }) => {
  const nothingListed = scope.deliverables.length + partner.log.length + examples.items.length === 0
  const allNotApplicable = Object.values(states).every((state) => state === 'NA')
  return nothingListed || allNotApplicable ? [{ id: 'nearlyEmpty', about: 'scope.deliverables' }] : []
}
