import { isEmergency } from '../domain/areas/about/urgent.ts'
import type { Example } from '../domain/areas/examples/schema.ts'
import type { Contact } from '../domain/areas/partner/schema.ts'
import { sensitiveIn } from '../domain/assessment/sensitive.ts'
import { answerOrNull, nonBlank } from '../domain/case/answer.ts'
import type { UnsentReply } from '../domain/reply/reply.ts'
import { short } from '../domain/report/excerpt.ts'
import { questionWords } from '../i18n/questionWords.ts'
import { fitting, joinLines, joinWith, paragraphs, type TextsFrom } from './textParts.ts'

/** In characters (C). */
export const SUPPORT_LIMIT = 4_000

/** Faults in one text (C): support takes one problem at a time. */
const MOST_FAULTS = 3
/** For each quoted text, in characters; a text that is too long quotes less. */
const ROOMS = [600, 350, 200, 100]

/** Whether a decision says that it belongs to Adobe's support. */
export const isForSupport = ({ verdict, reason }: Pick<UnsentReply, 'verdict' | 'reason'>): boolean =>
  (verdict === 'notOurs' && (reason === null || reason === 'supportCase')) ||
  (verdict === 'urgent' && (reason === 'shopDown' || reason === 'dataAtRisk'))

const CLOCK = /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b|\bkl\b/i
const ZONE =
  /\b(?:UTC|GMT|Z|BST|IST|JST|(?:C|E|W)ES?T|[ECMP][SD]T|(?:Central|East|West)\w* European|svensk tid)\b|\+\d{1,2}(?::?\d{2})?\b/i

/** Faults of the product or the hosting, else those that the summary leads with. */
function faultsOf({ sheet }: TextsFrom): readonly Example[] {
  const ours = sheet.report.answers.examples.items.filter(
    ({ concerns }) => concerns === 'adobe_commerce' || concerns === 'hosting',
  )
  return (ours.length > 0 ? ours : sheet.examples).slice(0, MOST_FAULTS)
}

/**
 * A case for Adobe's support, with what the customer has said and nothing else.
 * @param from in English: support answers in nothing else
 */
export const supportCase = (from: TextsFrom): string =>
  fitting(SUPPORT_LIMIT, ROOMS, (room) => supportCaseWith(from, room))

function supportCaseWith(from: TextsFrom, room: number): string {
  const { words, sheet } = from
  const { translate: say, formats } = words
  const { about, partner, examples, request } = sheet.report.answers
  const missing = say('reply:texts.case.notProvided')
  /** A text that may hold a secret stays where it is. */
  const own = (text: unknown, most = room): string | null => {
    const said = short(text, most)
    return said !== null && sensitiveIn(String(text)) !== null ? say('reply:texts.case.leftOut') : said
  }
  const line = (id: string, value: string | null) => value !== null && `${say(`reply:texts.case.${id}`)}: ${value}`
  const needed = (id: string, value: string | null) => `${say(`reply:texts.case.${id}`)}: ${value ?? missing}`
  const choice = (path: string, id: unknown) =>
    typeof id === 'string' ? questionWords(words, { path }).choice(id) : null
  const list = (texts: readonly (string | null)[]) => [...new Set(texts.filter(Boolean))].join(', ') || null

  const fault = (row: Example | null, number: number, count: number) => {
    const date = answerOrNull(row?.date ?? null)
    const period = own(row?.period, 100)
    const when = joinWith(', ')(date === null ? null : formats.date(date), period)
    const lacksZone = CLOCK.test(when) && !ZONE.test(when)
    return joinLines(
      row !== null && `${count > 1 ? `${say('reply:texts.case.fault', { number })}: ` : ''}${own(row.title) ?? ''}`,
      needed('steps', null),
      needed('expected', own(row?.expected)),
      needed('actual', own(row?.actual)),
      needed('when', when === '' ? null : lacksZone ? `${when} (${say('reply:texts.case.noZone')})` : when),
      needed('frequency', own(row?.frequency, 100)),
      needed('where', own(row?.where)),
      line('documented', own(row?.evidenceText)),
      line('earlier', own(row?.supportCase, 60)),
    )
  }
  const faults = faultsOf(from)
  const effect = sheet.impact.effect
  const tickets = ({ channel, reference }: Contact) => (channel === 'ticket' ? own(reference, 60) : null)
  const deadline = answerOrNull(request.hardDate)
  return paragraphs(
    joinLines(
      needed('summary', own(request.summaryEnglish) ?? own(request.summary)),
      isEmergency(about.urgent) && line('emergency', choice('about.urgent', about.urgent)),
      needed(
        'product',
        joinWith(', ')(
          choice('about.deployment', answerOrNull(about.deployment)),
          own(answerOrNull(about.version), 60),
        ) || null,
      ),
      line('phase', choice('about.phase', about.phase)),
      needed('project', own(about.adobeProject, 60)),
      line('contract', own(about.customerNumber, 60)),
      needed(
        'impact',
        joinWith('. ')(effect === null ? null : say(`inbox:effects.${effect}`), own(sheet.impact.figures[0]?.impact)) ||
          null,
      ),
      line('deadline', deadline === null ? null : formats.date(deadline)),
    ),
    ...(faults.length === 0 ? [fault(null, 1, 1)] : faults.map((row, at) => fault(row, at + 1, faults.length))),
    joinLines(
      line('cases', list([own(about.urgentCase, 60), ...examples.items.map((row) => own(row.supportCase, 60))])),
      line('tickets', list(partner.log.map(tickets))),
      line('company', own(about.company, 80)),
      needed('contact', joinWith(', ')(own(about.name, 80), nonBlank(answerOrNull(about.email))) || null),
      needed('phone', nonBlank(answerOrNull(about.phone))),
    ),
  )
}
