import type { Contact } from '../domain/areas/partner/schema.ts'
import { answerOrNull, nonBlank } from '../domain/case/answer.ts'
import type { Answers, AnyRow } from '../domain/case/answers.ts'
import type { PlainDate } from '../domain/dates/plainDate.ts'
import type { OpenQuestion } from '../domain/report/sheet.ts'
import { RELEASES_AS_OF } from '../domain/versions/releaseLines.ts'
import { releaseState } from '../domain/versions/releaseState.ts'
import { localeOf } from './languages.ts'
import { questionWords } from './questionWords.ts'
import type { Words } from './useWords.ts'

const ROOM = { version: 30, partner: 60 }

const start = (text: string, most: number) => [...text].slice(0, most).join('')

/** Between facts of one line. It never begins a line. */
export const DOT = '\u00a0· '

/** @param asOf whether the version is supported, is said for this day */
export function shopLine(words: Words, { about }: Pick<Answers, 'about'>, asOf: PlainDate): string {
  const say = words.translate
  const choice = (field: 'deployment' | 'phase', id: string) =>
    questionWords(words, { path: `about.${field}` }).choice(id)
  const deployment = answerOrNull(about.deployment)
  const version = nonBlank(answerOrNull(about.version))
  const partner = nonBlank(about.partnerCompany)
  const person = nonBlank(
    (about.partnerPeople ?? []).map(({ name }) => name).find((name) => nonBlank(name) !== null) ?? null,
  )
  return [
    deployment !== null && choice('deployment', deployment),
    version !== null &&
      say('sheet:version', { version: start(version, ROOM.version) }) + supportOf(words, version, asOf),
    about.phase !== null && `${say('sheet:phase')}: ${choice('phase', about.phase)}`,
    partner !== null &&
      say('sheet:withPartner', {
        partner: start(person === null ? partner : say('sheet:contactAt', { partner, person }), ROOM.partner),
      }),
  ]
    .filter((fact) => typeof fact === 'string')
    .join(DOT)
}

/** Adobe moves these dates, so the day of the list is named. */
function supportOf({ translate, formats }: Words, version: string, asOf: PlainDate): string {
  const state = releaseState(version, asOf)
  if (state === null) return ''
  const date = state.until === null ? '' : formats.shortDate(state.until)
  const list = translate('sheet:supportList', { date: formats.shortDate(RELEASES_AS_OF) })
  return ` (${translate(`sheet:support.${state.period}`, { date })}, ${list})`
}

/** `(a plan with a date: 20 Nov)`; empty if the kind is not said. */
export function kindOfAnswer({ translate, formats }: Words, row: Contact, asOf: PlainDate): string {
  const promised = answerOrNull(row.promised)
  const answer = row.answer === 'plan' && promised === null ? 'unclear' : row.answer
  const kind = answer === 'auto' && row.autoSays !== null ? row.autoSays : answer
  if (kind === null) return ''
  const said = translate(`sheet:answers.${kind}`)
  if (promised === null) return `(${said})`
  const date = formats.shortDate(promised, asOf)
  return kind === 'away' ? `(${said} ${translate('sheet:until', { date })})` : `(${said}: ${date})`
}

/** `15 Oct 2026, Customer, email`: what is known of it. */
export function contactName(words: Words, row: AnyRow): string {
  const { translate, formats } = words
  const { date, from, channel } = row as AnyRow & Pick<Contact, 'date' | 'from' | 'channel'>
  const day = answerOrNull(date)
  return [
    day !== null && formats.shortDate(day),
    from !== null && translate(`sheet:from.${from}`),
    channel !== null && questionWords(words, { path: 'partner.log.*.channel' }).short(channel).toLowerCase(),
  ]
    .filter((part) => typeof part === 'string')
    .join(', ')
}

/** `Which day did it happen? (E1–E3, E7)`. */
export function openQuestionText(words: Words, { question, asked }: OpenQuestion): string {
  const codes = asked.flatMap(({ list, row }) => (list && row ? [{ letter: list.code, number: row.code }] : []))
  const { label } = questionWords(words, question)
  return codes.length === 0 ? label : `${label} (${codeRanges(codes)})`
}

/** Codes in a row as one range. */
function codeRanges(codes: readonly { letter: string; number: number }[]): string {
  const ranges: { letter: string; from: number; to: number }[] = []
  for (const { letter, number } of codes.toSorted((a, b) => a.number - b.number)) {
    const last = ranges.at(-1)
    if (last?.letter === letter && last.to === number - 1) last.to = number
    else ranges.push({ letter, from: number, to: number })
  }
  return ranges
    .map(({ letter, from, to }) => (from === to ? `${letter}${from}` : `${letter}${from}–${letter}${to}`))
    .join(', ')
}

const NAMES = {
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
} as const

/** `3 nov`, `nov 2026` or `2026`. */
export const tickName = (language: string, date: PlainDate, names: keyof typeof NAMES): string =>
  new Intl.DateTimeFormat(localeOf(language), { ...NAMES[names], timeZone: 'UTC' })
    .format(Date.parse(`${date}T00:00:00Z`))
    .replace('.', '')

/** Browsers name languages differently. */
export function ownWordsKey(tag: string): 'sv' | 'en' | 'other' {
  const [language] = tag.toLowerCase().split('-')
  return language === 'sv' || language === 'en' ? language : 'other'
}
