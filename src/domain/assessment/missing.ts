import { contactsUntil } from '../areas/partner/contactLog.ts'
import { isRequest } from '../areas/partner/schema.ts'
import { anyRows } from '../case/address.ts'
import { answerOrNull, isTyped, nonBlank } from '../case/answer.ts'
import { AREAS, LIST_PATHS } from '../case/answers.ts'
import { memoByObject } from '../case/memo.ts'
import type { Notice, NoticeRule } from './notice.ts'

/** What is not understood counts for nothing, and so it is pointed out (C). */
const unread: NoticeRule = (answers) => [
  ...AREAS.flatMap((area) => noticesIn(withoutLists(area, answers[area]), area)),
  ...LIST_PATHS.flatMap((list) => anyRows(answers, list).flatMap((row) => noticesIn(row, `${list}.${row.id}`))),
]

const withoutLists = (area: string, fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !LIST_PATHS.some((list) => list === `${area}.${name}`)))

const noticesIn = (fields: object, at: string): readonly Notice[] =>
  typedFields(fields).map(([name, typed]) => ({ id: 'unread', about: `${at}.${name}`, texts: { typed } }))

const typedFields = memoByObject((fields: object) =>
  Object.entries(fields).flatMap(([name, value]) => typedIn(value).map((typed) => [name, typed] as const)),
)

/** The parts of an answer have no address of their own. */
function typedIn(value: unknown): readonly string[] {
  if (isTyped(value)) return [value.typed]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(typedIn) : []
}

const missingFromRequest: NoticeRule = ({ request, about }) => [
  ...(nonBlank(request.ask) === null && (request.wants ?? []).length === 0
    ? [{ id: 'noAsk', about: 'request.ask' } as const]
    : []),
  ...(nonBlank(request.summary) === null ? [{ id: 'noSummary', about: 'request.summary' } as const] : []),
  ...(answerOrNull(about.email) === null && answerOrNull(about.phone) === null
    ? [{ id: 'noContact', about: 'about.email' } as const]
    : []),
]

const withoutReason: NoticeRule = ({ scope, added, partner, examples }) =>
  Object.entries({ scope, added, examples, partner: { ...partner, applies: partner.told === 'cannot' ? 'no' : null } })
    .filter(([, { applies, whyNot }]) => applies === 'no' && nonBlank(whyNot) === null)
    .map(([area]) => ({ id: 'noReason', about: `${area}.whyNot`, texts: { area } }))

/** "Not yet" beside a log that says when. */
const toldInLog: NoticeRule = (answers, { asOf }) => {
  const first = contactsUntil(answers.partner.log, asOf).find(isRequest)
  return answers.partner.told !== 'no' || first === undefined
    ? []
    : [{ id: 'toldInLog', about: 'partner.told', dates: { date: first.date } }]
}

export const MISSING_RULES: readonly NoticeRule[] = [unread, toldInLog, missingFromRequest, withoutReason]
