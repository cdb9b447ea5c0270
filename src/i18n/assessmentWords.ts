import type { Assessment, OpenAction } from '../domain/assessment/assess.ts'
import { type Conclusion, type Outcome, RULES, type Says } from '../domain/assessment/conclusion.ts'
import type { Notice } from '../domain/assessment/notice.ts'
import type { Words } from './useWords.ts'

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** Isolates right-to-left text, so that it does not reorder our sentence. */
export const isolated = (text: string) => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text)

function valuesOf({ formats, translate }: Words, { dates, texts, count, lacks }: Says) {
  const row = [texts?.code, texts?.title].filter(Boolean).join(' ')
  return {
    ...Object.fromEntries(Object.entries(texts ?? {}).map(([name, text]) => [name, isolated(text)])),
    ...Object.fromEntries(Object.entries(dates ?? {}).map(([name, date]) => [name, formats.date(date)])),
    row: isolated(row),
    ...(count !== undefined && { count }),
    ...(lacks !== undefined && {
      lacks: formats.list(lacks.map((lack) => translate(`assessment:conclusions.examples.lacks.${lack}`))),
    }),
  }
}

function sentenceOf({ rule, state, texts }: Conclusion): string {
  if (state === 'notApplicable') return texts?.whyNot ? 'notApplicableWhy' : 'notApplicable'
  if (state === 'gap') return 'gap'
  if (rule === 'scope.finding') return texts?.finding ?? 'yes'
  if (rule === 'added.effect') return texts?.effect ?? 'no_impact'
  return 'met'
}

export const conclusionWords = (words: Words, conclusion: Conclusion): string =>
  words.translate(`assessment:conclusions.${conclusion.rule}.${sentenceOf(conclusion)}`, valuesOf(words, conclusion))

export const ruleWords = ({ translate }: Words, { rule }: Conclusion): { why: string; basis: string } => ({
  why: translate(`assessment:conclusions.${rule}.why`),
  basis: translate(`assessment:basis.${RULES[rule]}`),
})

export function noticeWords(words: Words, notice: Notice): string {
  const key = `assessment:noticeTexts.${notice.id}`
  const sort = notice.id === 'sensitive' ? `.${notice.texts?.sensitive}` : ''
  return words.translate(`${key}${sort}`, valuesOf(words, notice))
}

export interface OutcomeWords {
  heading: string
  text: string
}

/** `from`: for the merchant, or for a reader of the sheet. */
export function outcomeWords(
  words: Words,
  outcome: Outcome,
  until: string | null,
  from: 'assessment:outcomes' | 'sheet:outcomes' = 'assessment:outcomes',
): OutcomeWords {
  const key = `${from}.${outcome}`
  const values = { date: until === null ? '' : words.formats.date(until) }
  return { heading: words.translate(`${key}.heading`, values), text: words.translate(`${key}.text`, values) }
}

export const assessmentOutcomeWords = (words: Words, { outcome, until }: Assessment): OutcomeWords =>
  outcomeWords(words, outcome, until)

export const actionWords = (words: Words, { action, until }: OpenAction): OutcomeWords =>
  outcomeWords(words, action, until)
