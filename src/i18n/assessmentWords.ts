import { type Assessment, type OpenAction, reasonWithoutDay } from '../domain/assessment/assess.ts'
import { type Conclusion, type NextStep, RULES, type Says } from '../domain/assessment/conclusion.ts'
import type { Notice } from '../domain/assessment/notice.ts'
import type { FileResult } from '../domain/case/caseFile.ts'
import { isPlainMonth, type PlainDate } from '../domain/dates/plainDate.ts'
import type { Words } from './useWords.ts'

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** Isolates right-to-left text, so that it does not reorder our sentence. */
export const isolated = (text: string) => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text)

/** Each day as `date`, and as `dateOn`: on a day, in a month. */
export function dateValues({ formats, translate }: Pick<Words, 'formats' | 'translate'>, dates: Says['dates']) {
  return Object.fromEntries(
    Object.entries(dates ?? {}).flatMap(([name, day]) => {
      const date = formats.date(day)
      return [
        [name, date],
        [`${name}On`, translate(isPlainMonth(day) ? 'common:inMonth' : 'common:onDay', { date })],
      ]
    }),
  )
}

function valuesOf({ formats, translate }: Words, { dates, texts, count, lacks, days }: Says) {
  const row = [texts?.code, texts?.title].filter(Boolean).join(' ')
  return {
    ...Object.fromEntries(Object.entries(texts ?? {}).map(([name, text]) => [name, isolated(text)])),
    ...dateValues({ formats, translate }, dates),
    row: isolated(row),
    ...(count !== undefined && { count }),
    ...(days !== undefined && { days: formats.list(days.map((day) => formats.date(day))) }),
    ...(lacks !== undefined && {
      lacks: formats.list(lacks.map((lack) => translate(`assessment:conclusions.examples.lacks.${lack}`))),
    }),
  }
}

function sentenceOf({ state, variant, texts }: Conclusion): string {
  if (variant !== undefined) return variant
  return state === 'notApplicable' && texts?.whyNot ? 'notApplicableWhy' : state
}

/** A sentence that holds for some matters only names them. */
function aboutMatters({ translate, formats }: Words, { matters }: Conclusion, sentence: string): string {
  if (matters === undefined) return sentence
  return translate('assessment:matters', { about: formats.list(matters), sentence })
}

export const conclusionWords = (words: Words, conclusion: Conclusion): string =>
  aboutMatters(
    words,
    conclusion,
    words.translate(`assessment:conclusions.${conclusion.rule}.${sentenceOf(conclusion)}`, valuesOf(words, conclusion)),
  )

/** For a reader of the summary: what the customer has said, and nothing else. Null if it is said elsewhere. */
export function saidWords(words: Words, conclusion: Conclusion): string | null {
  const key = `sheet:said.${conclusion.rule}.${sentenceOf(conclusion)}`
  const isSaid = words.translate.has(key) || words.translate.has(`${key}_other`)
  return isSaid ? aboutMatters(words, conclusion, words.translate(key, valuesOf(words, conclusion))) : null
}

export const ruleWords = ({ translate }: Words, { rule }: Conclusion): { why: string; basis: string } => ({
  why: translate(`assessment:conclusions.${rule}.why`),
  basis: translate(`assessment:basis.${RULES[rule]}`),
})

export function noticeWords(words: Words, notice: Notice): string {
  const key = `assessment:noticeTexts.${notice.id}`
  const values = valuesOf(words, notice)
  if (notice.id === 'sensitive') return words.translate(`${key}.${notice.texts?.sensitive}`, values)
  if (notice.id !== 'cloudSoftware') return words.translate(key, values)
  const isOneDay = notice.dates?.first === notice.dates?.last
  const days = isOneDay
    ? words.formats.date(notice.dates?.first ?? '')
    : words.translate('assessment:noticeTexts.eitherDay', values)
  return words.translate(key, { ...values, days })
}

/** Results of rules version 1, in the terms of today: their headings were the same. */
const FORMER: Readonly<Record<string, NextStep>> = { READY: 'HAND_OVER', RESOLVED: 'CLOSE' }

interface Result {
  next: string
  until: PlainDate | null
  /** Points are left that would make the case stronger. */
  isOpen: boolean
  /** They have told the partner, and only the day is missing. */
  isDayMissing?: boolean
}

const isStronger = ({ next, isOpen }: Result) => next === 'HAND_OVER' && isOpen

export const resultOf = ({ next, until, open }: Pick<Assessment, 'next' | 'until' | 'open'>): Result => ({
  next,
  until,
  isOpen: open.length > 0,
  isDayMissing: open.some((action) => action.action === next && isDayMissing(action)),
})

const isDayMissing = (open: OpenAction): boolean => reasonWithoutDay(open) !== undefined

/** What a file says that it came to; null if it is nothing that we know. */
export function fileResult({ translate }: Words, result: FileResult | null): Result | null {
  if (result === null) return null
  const next = result.next ?? FORMER[result.outcome ?? ''] ?? result.outcome ?? ''
  if (!translate.has(`assessment:next.${next}.heading`)) return null
  return { next, until: result.until, isOpen: result.open.length > 0 }
}

const dated = ({ formats }: Words, until: PlainDate | null) => ({ date: until === null ? '' : formats.date(until) })

/** To the merchant. */
export const nextHeading = (words: Words, result: Result): string =>
  isStronger(result)
    ? words.translate('assessment:next.HAND_OVER.stronger')
    : result.isDayMissing
      ? words.translate('assessment:next.CONTACT_PARTNER.dayMissing')
      : words.translate(`assessment:next.${result.next}.heading`, dated(words, result.until))

/** To a reader of the summary. */
export const nextForReader = (words: Words, result: Result): string =>
  words.translate(
    `sheet:next.${isStronger(result) ? 'stronger' : result.isDayMissing ? 'dayMissing' : result.next}`,
    dated(words, result.until),
  )

export function nextText(
  { translate }: Words,
  { next, state, open }: Pick<Assessment, 'next' | 'state' | 'open'>,
): string {
  if (open.some((action) => action.action === next && isDayMissing(action)))
    return translate('assessment:next.CONTACT_PARTNER.dayMissingText')
  const isCannot = next === 'HAND_OVER' && state.partner === 'cannot'
  return translate(isCannot ? 'assessment:next.HAND_OVER.cannot' : `assessment:next.${next}.text`)
}

export const actionHeading = (words: Words, open: OpenAction): string =>
  nextHeading(words, { next: open.action, until: open.until, isOpen: false, isDayMissing: isDayMissing(open) })
