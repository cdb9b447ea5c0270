import { contactsUntil } from '../domain/areas/partner/contactLog.ts'
import { partnerStanding } from '../domain/areas/partner/matters.ts'
import { agreedDate, isAffected, isAgreedOn } from '../domain/areas/scope/affected.ts'
import type { Deliverable } from '../domain/areas/scope/schema.ts'
import { sensitiveIn } from '../domain/assessment/sensitive.ts'
import { answerOrNull, nonBlank } from '../domain/case/answer.ts'
import type { Answers } from '../domain/case/answers.ts'
import { compareDays, type PlainDate } from '../domain/dates/plainDate.ts'
import type { UnsentReply } from '../domain/reply/reply.ts'
import { short } from '../domain/report/excerpt.ts'
import { forPartner } from '../domain/report/forPartner.ts'
import { contactOf } from '../domain/report/sheet.ts'
import { dateValues } from '../i18n/assessmentWords.ts'
import { questionWords } from '../i18n/questionWords.ts'
import { questionAbout, reasonWords, stepState, verdictBrief, verdictTold } from '../i18n/replyWords.ts'
import type { Words } from '../i18n/useWords.ts'
import { fitting, idsOf, joinLines, joinWith, paragraphs, sentences, type TextsFrom } from './textParts.ts'

/** In characters (C): what mail programs take from a link, what is read on a phone, what a partner reads before answering. */
export const TEXT_LIMITS = { reply: 4_000, brief: 900, partner: 1_600 } as const

/** For each quoted text of the customer, in characters; a text that is too long quotes less. */
const ROOM = { lines: [150, 110, 70, 40], name: 60, contact: 120, fact: 110 }

/** @param fileName of the reply that it goes with; null before there is one */
export function textForCustomer({ words, file }: TextsFrom, reply: UnsentReply, fileName: string | null): string {
  const say = words.translate
  const name = nonBlank(file.answers.about.name)
  const ids = idsOf(words, file.answers.about)
  const { verdict, reason, note, questions, nextWordBy, from } = reply
  const asked = questions.map((question, at) => {
    const about = questionAbout(words, question)
    return joinLines(`${at + 1}. ${question.text}`, about !== '' && `   ${say('reply:texts.about', { about })}`)
  })
  return paragraphs(
    name === null ? say('reply:texts.hello') : say('reply:texts.helloName', { name }),
    say('reply:texts.thanks'),
    sentences(verdictTold(words, verdict), reasonWords(words, verdict, reason), note),
    asked.length > 0 && joinLines(say('reply:texts.questions', { count: asked.length }), ...asked),
    fileName !== null && asked.length > 0 && say('reply:texts.file', { name: fileName }),
    nextWordBy !== null && say('reply:texts.nextWord', { date: words.formats.date(nextWordBy) }),
    ids !== '' && say('reply:texts.ids.reference', { ids }),
    joinLines(say('reply:texts.regards'), from),
  )
}

export const briefForColleagues = (from: TextsFrom, reply: UnsentReply): string =>
  fitting(TEXT_LIMITS.brief, ROOM.lines, (room) => brief(from, reply, room))

function brief({ words, file, sheet }: TextsFrom, reply: UnsentReply, room: number): string {
  const say = words.translate
  const { about, request } = file.answers
  const { assessment } = sheet.report
  const unnamed = say('reply:texts.unnamed')
  const ids = idsOf(words, about)
  const effect = sheet.impact.effect
  const impact = joinWith('. ')(
    effect !== null && say(`inbox:effects.${effect}`),
    short(sheet.impact.figures[0]?.impact, room),
  )
  const by = answerOrNull(request.by)
  const hard = answerOrNull(request.hardDate)
  // A case may hold both in English for who reads that.
  const inEnglish = (english: unknown, own: unknown) =>
    (words.language === 'en' ? short(english, room) : null) ?? short(own, room)
  const ask = inEnglish(request.askEnglish, request.ask) ?? say('reply:texts.noAsk')
  const contact = short(contactOf(about).join(', '), ROOM.contact)
  const next = sentences(
    verdictBrief(words, reply.verdict),
    reply.nextWordBy !== null && say('reply:texts.brief.word', { date: words.formats.date(reply.nextWordBy) }),
  )
  return joinLines(
    `${short(about.company, ROOM.name) ?? unnamed}${ids === '' ? '' : ` (${ids})`} / ${
      short(about.partnerCompany, ROOM.name) ?? unnamed
    }: ${inEnglish(request.summaryEnglish, request.summary) ?? say('reply:texts.noSummary')}`,
    by !== null
      ? say('reply:texts.brief.askWanted', { ask, date: words.formats.date(by) })
      : hard !== null
        ? say('reply:texts.brief.askBy', { ask, date: words.formats.date(hard) })
        : say('reply:texts.brief.ask', { ask }),
    say('reply:texts.brief.impact', { impact: impact || say('reply:texts.noImpact') }),
    say(
      assessment.warranted && assessment.state.partner === 'talking'
        ? 'reply:texts.brief.standingWarranted'
        : 'reply:texts.brief.standing',
      {
        state: stepState(words, { ...assessment, isOpen: assessment.open.length > 0 }),
        date: words.formats.date(assessment.asOf),
      },
    ),
    sentences(
      say('reply:texts.brief.next', { next: next || say('reply:texts.undecided') }),
      contact !== null && say('reply:texts.brief.contact', { contact }),
    ),
  )
}

const EMAIL_IN_TEXT = /[^\s@]@[^\s@]{1,64}\.[a-z]{2,}/i
const PHONE_IN_TEXT = /(?<![\d.,-])(?:\+\d|0\d)(?:[\s()/-]{0,2}\d){6,13}(?!\d)/

const namesIn = ({ about, partner }: Answers): readonly string[] =>
  [about.name, ...(about.partnerPeople ?? []).map(({ name }) => name), ...partner.log.map(({ person }) => person)]
    .map((name) => nonBlank(name)?.toLowerCase() ?? '')
    .filter((name) => name.length > 2)

/** A fact, unless it may contain a secret, an address, a phone number or a person named in the case. */
const factIn =
  (names: readonly string[]) =>
  (text: unknown): string | null => {
    const own = short(text, ROOM.fact)
    const all = String(text)
    const isPersonal =
      sensitiveIn(all) !== null ||
      EMAIL_IN_TEXT.test(all) ||
      PHONE_IN_TEXT.test(all) ||
      names.some((name) => all.toLowerCase().includes(name))
    return own === null || isPersonal ? null : own
  }

/** Whom the case names at the partner; the latest in the log if no one is named in general. */
function partnerPerson({ about, partner }: Answers, asOf: PlainDate): string | null {
  const inLog = contactsUntil(partner.log, asOf).toReversed()
  const named = [...(about.partnerPeople ?? []).map(({ name }) => name), ...inLog.map(({ person }) => person)]
  return named.map(factIn([])).find((name) => name !== null) ?? null
}

/** A neutral question: what was agreed, what is missing and what happened; nothing about impact, requests or persons. */
export function questionToPartner({ words, sheet }: TextsFrom, answerBy: PlainDate): string {
  const say = words.translate
  const { formats } = words
  const answers = forPartner(sheet.report.answers)
  const fact = factIn(namesIn(sheet.report.answers))
  const company = nonBlank(answers.about.company) ?? say('reply:texts.yourCustomer')
  const greeted = partnerPerson(answers, sheet.schedule.asOf) ?? short(answers.about.partnerCompany, ROOM.name)
  // The partner works in the project; the number of the customer's contract is between the customer and Adobe.
  const ids = idsOf(words, { ...sheet.report.answers.about, customerNumber: null })
  const { matters } = partnerStanding(answers, sheet.schedule.asOf)
  // Only asked about once the time to answer is over, for everything that the question is about.
  const isLate = matters.every(({ thread }) => thread.state === 'SILENT')
  const since = matters.flatMap(({ thread }) => thread.requests[0] ?? []).sort((a, b) => compareDays(a.day, b.day))
  const asked = isLate ? (since.at(-1) ?? null) : null
  const affected = answers.scope.deliverables.filter(isAffected)
  const chosen = sheet.examples.flatMap(({ id }) => answers.examples.items.filter((row) => row.id === id))
  const items = [
    ...affected.map((row) => `- ${deliverableFacts(words, row, fact)}`),
    ...chosen.flatMap((row) => {
      const said = joinWith(': ')(fact(row.title), fact(row.actual))
      const day = answerOrNull(row.date)
      return said === '' ? [] : [`- ${said}${day === null ? '' : ` (${formats.date(day)})`}`]
    }),
  ]
  const frame = (shown: readonly string[]) =>
    paragraphs(
      greeted === null ? say('reply:texts.hello') : say('reply:texts.helloName', { name: greeted }),
      say('reply:texts.partner.opening', { company }),
      shown.length > 0 && joinLines(say('reply:texts.partner.facts'), ...shown),
      asked !== null && say('reply:texts.partner.unanswered', dateValues(words, { date: asked.date })),
      say(shown.length > 0 ? 'reply:texts.partner.request' : 'reply:texts.partner.requestPlain', {
        date: formats.date(answerBy),
      }),
      ids !== '' && say('reply:texts.ids.reference', { ids }),
      say('reply:texts.regards'),
    )
  // Too long: drop facts from the end.
  let count = items.length
  while (count > 0 && frame(items.slice(0, count)).length > TEXT_LIMITS.partner) count -= 1
  return frame(items.slice(0, count))
}

function deliverableFacts(words: Words, row: Deliverable, fact: ReturnType<typeof factIn>): string {
  const { translate: say, formats } = words
  if (!isAgreedOn(row)) return joinWith('; ')(fact(row.title) ?? say('reply:texts.untitled'), say('sheet:finding.no'))
  const date = agreedDate(row)
  const status = answerOrNull(row.status)
  const reference = fact(row.reference)
  const said = status === null ? null : questionWords(words, { path: 'scope.deliverables.*.status' }).short(status)
  return joinWith('; ')(
    fact(row.title) ?? say('reply:texts.untitled'),
    reference !== null && say('reply:texts.reference', { reference }),
    date !== null && say('reply:texts.agreed', { date: formats.date(date) }),
    said !== null && say('reply:texts.status', { status: said.toLocaleLowerCase(words.language) }),
  )
}
