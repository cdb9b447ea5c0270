import { nonBlank } from '../domain/case/answer.ts'
import type { WordRun } from '../domain/changes/wordDiff.ts'
import type { PlainDate } from '../domain/dates/plainDate.ts'
import type { Interview } from '../domain/interview/question.ts'
import { excerpt } from '../domain/report/excerpt.ts'
import type { ReportGroup } from '../domain/report/report.ts'
import type { Sheet } from '../domain/report/sheet.ts'
import type { Words } from '../i18n/useWords.ts'

/** Text in one voice: the customer's own words, those of another person, or ours. */
export interface Span {
  text: string
  voice?: 'own' | 'other' | 'strong' | 'quiet' | 'code' | 'note'
  /** A language tag, if it is not the language of the document. */
  language?: string
  /** Leads to an address, in a file. */
  href?: string
  /** What differs from an older version of it. Marked on screen alone. */
  marks?: readonly (WordRun & { name: string })[]
}
export type Text = readonly Span[]

export type SpanLike = Span | string | null | false | undefined

export interface Speaking {
  words: Words
  /** In which the customer writes, as a language tag; empty if unknown. */
  language: string
}

export interface Saying extends Speaking {
  /** True if more can be folded out, and what is far below may come later. */
  onScreen: boolean
}

export interface SummaryInput extends Saying {
  sheet: Sheet
  interview: Interview
  caseCode: string
  /** Null before anything has been handed over. */
  revision: number | null
  checksum: string | null
  /** The day of the file that it is made from; null for what is made from the case. */
  madeOn?: PlainDate | null
  /** Where the file that carries the case is opened; null for what carries none. */
  opensAt?: string | null
  /** The partner's version has neither outcome nor wishes in it. */
  reader: 'accountManager' | 'partner'
  /** True if the reader can ask: unanswered optional questions are then listed, too. */
  isAsking?: boolean
  shows?: ((group: ReportGroup) => boolean) | undefined
}

export const strong = (text: string): Span => ({ text, voice: 'strong' })
export const quiet = (text: string): Span => ({ text, voice: 'quiet' })
export const code = (text: string): Span => ({ text, voice: 'code' })
export const note = (text: string): Span => ({ text, voice: 'note' })

/** The parts one after the other, without those that are empty. */
export const spansOf = (...parts: readonly SpanLike[]): Text =>
  parts.flatMap((part) => (typeof part === 'string' ? { text: part } : part || [])).filter(({ text }) => text !== '')

/** The same with a space, or what else is given, between them. */
export const joined = (parts: readonly SpanLike[], between = ' '): Text =>
  spansOf(...parts).flatMap((part, at) => (at === 0 ? [part] : [{ text: between }, part]))

/** A sentence of ours that names an address, which opens. */
export function withAddress(sentence: (address: string) => string, href: string): Text {
  const [before = '', after = ''] = sentence('\n').split('\n')
  return spansOf(before, { text: href.replace(/^https?:\/\//, ''), href }, after)
}

/** The language of a text, if it is not that of the words around it. */
export const spoken = ({ words }: Pick<Speaking, 'words'>, language: string): { language?: string } =>
  language === '' || language === words.language ? {} : { language }

/** The customer's own words, at most so many characters of them; null if there are none. */
export function own(saying: Speaking, text: string | null, most = Number.POSITIVE_INFINITY): Span | null {
  const whole = nonBlank(text)
  if (whole === null) return null
  const { text: shown, cut } = most === Number.POSITIVE_INFINITY ? { text: whole, cut: false } : excerpt(whole, most)
  return { text: cut ? `${shown} …` : shown, voice: 'own', ...spoken(saying, saying.language) }
}
