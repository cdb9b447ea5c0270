import { settings } from '../../settings/settings.ts'
import { isToldInLog } from '../areas/examples/isToldInLog.ts'
import { lacksOf } from '../areas/examples/missingFields.ts'
import type { Example } from '../areas/examples/schema.ts'
import { contactsUntil } from '../areas/partner/contactLog.ts'
import type { Contact } from '../areas/partner/schema.ts'
import { isRequest } from '../areas/partner/schema.ts'
import { isAffected } from '../areas/scope/affected.ts'
import { answerOrNull, isUnknown, nonBlank } from '../case/answer.ts'
import { memoByObject } from '../case/memo.ts'
import { daysBetween, firstDayOf, lastDayOf, type PlainDate, type PlainMonth } from '../dates/plainDate.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import { mentions } from '../specificity/telltaleWords.ts'
import { CLOUD_POLICY_AS_OF, RELEASES_AS_OF } from '../versions/releaseLines.ts'
import { releaseState } from '../versions/releaseState.ts'
import { BOX_RULES } from './boxNotices.ts'
import { MISSING_RULES } from './missing.ts'
import type { Circumstances, Notice, NoticeId, NoticeRule } from './notice.ts'
import { wordingNotices } from './wording.ts'

export const noticesOf = (answers: VisibleAnswers, circumstances: Circumstances): readonly Notice[] =>
  [
    ...BOX_RULES,
    ...MISSING_RULES,
    cloud,
    release,
    outsideAdvice,
    access,
    supportCases,
    nearlyEmpty,
    spokenAdditions,
    reviewBefore,
    yearsToCheck,
    deliveredBefore,
    newsToPartner,
    contactRows,
    staleContact,
    wordingNotices,
  ].flatMap((rule) => rule(answers, circumstances))

const release: NoticeRule = ({ about }, { asOf }) => {
  const version = nonBlank(answerOrNull(about.version))
  const isOutside = about.deployment === 'saas' || about.deployment === 'open_source'
  if (version === null || isOutside) return []
  const state = releaseState(version, asOf)
  if (state === null) return [{ id: 'versionUnread', about: 'about.version', texts: { version } }]
  if (state.until === null) return []
  const { line, period, until } = state
  const notice = (id: NoticeId): readonly Notice[] => [
    { id, about: 'about.version', texts: { line: line.line, period }, dates: { date: until, asOf: RELEASES_AS_OF } },
  ]
  if (period === 'unsupported') return notice('releaseEnded')
  if (period === 'securityOnly') return notice('releaseSecurityOnly')
  return daysBetween(asOf, until) <= settings.notices.supportEndsWithinDays ? notice('releaseNearEnd') : []
}

const cloud: NoticeRule = ({ about }, { asOf }) => {
  const line = releaseState(answerOrNull(about.version) ?? '', asOf)?.line
  if (about.deployment !== 'cloud' || line === undefined) return []
  const { cloudDeadline: date, cloudSoftware } = line
  const [first, last = first] = cloudSoftware ?? []
  const at = { about: 'about.version', texts: { line: line.line } } as const
  return [
    ...(first === undefined || last === undefined
      ? []
      : [{ ...at, id: 'cloudSoftware' as const, dates: { first, last, asOf: CLOUD_POLICY_AS_OF } }]),
    ...(date === undefined ? [] : [{ ...at, id: 'cloudDeadline' as const, dates: { date, asOf: CLOUD_POLICY_AS_OF } }]),
  ]
}

const outsideAdvice: NoticeRule = ({ about }) =>
  about.deployment === 'saas' || isUnknown(about.deployment) ? [{ id: 'outsideAdvice', about: 'about.deployment' }] : []

const isAboutAccess = memoByObject(({ text }: Contact) => text !== null && mentions('access', text))

/** What an account team can really give (A): the licence owner of a cloud project is changed through it. */
const access: NoticeRule = ({ about, partner, request }) => {
  if (about.deployment === 'open_source') return []
  const texts = [partner.whyNot, request.summary, request.ask]
  const isAbout =
    request.wants?.includes('access') ||
    texts.some((text) => text !== null && mentions('access', text)) ||
    partner.log.some(isAboutAccess)
  return isAbout ? [{ id: 'access', about: 'request.ask' }] : []
}

/** Only spoken of, and without effect by the merchant's word alone (C). */
const spokenAdditions: NoticeRule = ({ added }) =>
  added.items
    .filter(({ effect, inWriting }) => effect === 'no_impact' && inWriting !== 'yes')
    .filter(({ changeRequest }) => nonBlank(changeRequest) === null)
    .map((row) => ({
      id: 'spokenWithoutEffect',
      about: `added.items.${row.id}.inWriting`,
      texts: { code: `A${row.code}`, title: nonBlank(row.title) ?? '' },
    }))

/** A plan or an awaited answer farther ahead, in calendar days, may be a slip of the year (C). */
const FAR_AHEAD = 183

/** Days of which the year is asked about: far ahead, or ahead of what is called late. */
const yearsToCheck: NoticeRule = ({ scope, partner }, { asOf }) => {
  const ask = (about: string, code: string, date: PlainDate | PlainMonth): Notice => ({
    id: 'yearToCheck',
    about,
    texts: { code },
    dates: { date },
  })
  const agreed = scope.deliverables.filter(isAffected).flatMap((row) => {
    const date = answerOrNull(row.promised)
    const isAhead = date !== null && date !== 'none' && firstDayOf(date) > asOf
    return isAhead ? [ask(`scope.deliverables.${row.id}.promised`, `S${row.code}`, date)] : []
  })
  const named = partner.log.flatMap((row) =>
    (['answerBy', 'promised'] as const).flatMap((name) => {
      const date = answerOrNull(row[name])
      const isFar = date !== null && daysBetween(asOf, firstDayOf(date)) > FAR_AHEAD
      return isFar ? [ask(`partner.log.${row.id}.${name}`, `P${row.code}`, date)] : []
    }),
  )
  return [...agreed, ...named]
}

/** A review of an older document (C). */
const reviewBefore: NoticeRule = ({ scope }) => {
  const [date, document] = [answerOrNull(scope.reviewedOn), answerOrNull(scope.documentDate)]
  return scope.noDocument === true || date === null || document === null || date >= firstDayOf(document)
    ? []
    : [{ id: 'reviewBeforeDocument', about: 'scope.reviewedOn', dates: { date, document } }]
}

const exampleField = (row: Example, name: keyof Example & string) => `examples.items.${row.id}.${name}`
const exampleNames = (row: Example) => ({ code: `E${row.code}`, title: nonBlank(row.title) ?? '' })

const supportCases: NoticeRule = ({ examples }) =>
  examples.items
    .filter(({ concerns }) => concerns === 'adobe_commerce' || concerns === 'hosting')
    .filter(({ supportCase }) => nonBlank(supportCase) === null)
    .map((row) => ({ id: 'supportCaseMissing', about: exampleField(row, 'supportCase'), texts: exampleNames(row) }))

const newsToPartner: NoticeRule = (answers) =>
  answers.examples.items
    .filter((row) => row.raised === 'no' || (row.raised === null && !isToldInLog(answers, row)))
    .filter((row) => lacksOf(row).length < 5)
    .map((row) => ({ id: 'newsToPartner', about: exampleField(row, 'raised'), texts: exampleNames(row) }))

/** A delivery before the document that promised it: one of the two dates may be a slip (C). */
const deliveredBefore: NoticeRule = ({ scope }) => {
  const document = answerOrNull(scope.documentDate)
  return scope.deliverables.flatMap((row): readonly Notice[] => {
    const date = answerOrNull(row.deliveredOn)
    const isOfDocument = row.agreedIn === null || row.agreedIn === 'contract'
    if (document === null || date === null || !isOfDocument || date >= firstDayOf(document)) return []
    const texts = { code: `S${row.code}` }
    const about = `scope.deliverables.${row.id}.deliveredOn`
    return [{ id: 'deliveredBeforeDocument', about, texts, dates: { date, document } }]
  })
}

/** Rows that do not count are listed as gaps, never as an accusation (C). */
const contactRows: NoticeRule = ({ partner }, { asOf, standing }) => {
  const counted = new Set(standing.matters.flatMap(({ thread }) => thread.word?.id ?? []))
  // Where it is not said whether they were told, nobody can say what came before it.
  const firstRequest = contactsUntil(partner.log, asOf).find(
    (row) => isRequest(row) || (row.from === 'merchant' && row.concernStated === null),
  )
  return partner.log.flatMap((row): readonly Notice[] => {
    const texts = { code: `P${row.code}` }
    const at = (name: string) => `partner.log.${row.id}.${name}`
    const date = answerOrNull(row.date)
    if (date === null) return [{ id: 'contactUndated', about: at('date'), texts }]
    if (firstDayOf(date) > asOf) return [{ id: 'contactInFuture', about: at('date'), texts, dates: { date } }]
    if (row.from !== 'partner') return []
    if (row.answer === null) return [{ id: 'answerWithoutKind', about: at('answer'), texts }]
    const before = firstRequest === undefined || lastDayOf(date) < firstRequest.day
    return before && !counted.has(row.id) ? [{ id: 'contactBeforeConcern', about: at('date'), texts }] : []
  })
}

const staleContact: NoticeRule = ({ partner }, { asOf, standing }) => {
  if (standing.is !== 'talking') return []
  const last = contactsUntil(partner.log, asOf).at(-1)
  if (last === undefined || daysBetween(last.day, asOf) <= settings.notices.lastContactOlderThanDays) return []
  return [{ id: 'staleContact', about: `partner.log.${last.id}.date`, dates: { date: last.date } }]
}

const nearlyEmpty: NoticeRule = ({ scope, partner, examples }) => {
  const nothingListed = scope.deliverables.length + partner.log.length + examples.items.length === 0
  return nothingListed ? [{ id: 'nearlyEmpty', about: 'scope.deliverables' }] : []
}
