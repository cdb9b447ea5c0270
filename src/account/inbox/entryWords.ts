import { WANTS } from '../../domain/areas/request/schema.ts'
import type { PlainDate } from '../../domain/dates/plainDate.ts'
import type { InboxEntry } from '../../domain/inbox/inbox.ts'
import type { ReceivedCase } from '../../domain/inbox/receivedCase.ts'
import { isVerdict } from '../../domain/reply/reply.ts'
import { localeOf } from '../../i18n/languages.ts'
import { stepState } from '../../i18n/replyWords.ts'
import type { Words } from '../../i18n/useWords.ts'

const made = new Map<string, Intl.DateTimeFormat>()

/** With the month cut short: a row has no room for more. */
function shortDate(language: string, date: PlainDate): string {
  const format =
    made.get(language) ?? new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' })
  made.set(language, format)
  return format.format(Date.parse(`${date}T00:00:00Z`))
}

/** In the customer's own words, else what was chosen. */
function askedFor(words: Words, { ask, askEnglish, wants }: ReceivedCase): string {
  const own = words.language === 'en' ? (askEnglish ?? ask) : ask
  if (own !== null) return own
  const { translate, formats } = words
  const list = formats.list(WANTS.filter((id) => wants.includes(id)).map((id) => translate(`inbox:wants.${id}`)))
  return list.charAt(0).toUpperCase() + list.slice(1)
}

/** For the table on the page and the one in the file. */
export function entryWords(words: Words, entry: InboxEntry) {
  const { translate, formats, language } = words
  const { newest, verdict, waiting, next, age } = entry
  const inShort = { ...words, formats: { ...formats, date: (date: PlainDate) => shortDate(language, date) } }
  const { customerNumber, project, adobeContact, openQuestions, changed, rescued } = newest
  return {
    emergency: entry.emergency === null ? '' : translate(`inbox:emergencies.${entry.emergency}`),
    company: newest.company ?? translate('inbox:unnamed'),
    ask: askedFor(words, newest),
    step: stepState(inShort, newest, entry.isOver),
    effect: newest.effect === null ? '' : translate(`inbox:effects.${newest.effect}`),
    verdict:
      verdict === null
        ? ''
        : isVerdict(verdict)
          ? translate(`reply:verdicts.${verdict}.short`)
          : translate('reply:otherVerdict'),
    waiting: translate(`inbox:waiting.${waiting}`),
    next:
      next === null
        ? null
        : {
            date: shortDate(language, next.date),
            is: translate(next.isOver ? `inbox:overdue.${next.is}` : `inbox:next.${next.is}`),
          },
    date: shortDate(language, newest.asOf),
    age: age === 0 ? translate('inbox:today') : translate('inbox:days', { count: age }),
    ids: [
      ...(customerNumber === null ? [] : [translate('inbox:ids.customerNumber', { id: customerNumber })]),
      ...(project === null ? [] : [translate('inbox:ids.project', { id: project })]),
      ...(adobeContact === null ? [] : [translate('inbox:ids.adobeContact', { name: adobeContact })]),
    ],
    questions: openQuestions === 0 ? '' : translate('inbox:openQuestions', { count: openQuestions }),
    fileFaults: [...(changed ? [translate('inbox:changed')] : []), ...(rescued ? [translate('inbox:rescued')] : [])],
  }
}
