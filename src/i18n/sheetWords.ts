import { answerOrNull, isUnknown, nonBlank } from '../domain/case/answer.ts'
import type { Answers } from '../domain/case/answers.ts'
import type { PlainDate } from '../domain/dates/plainDate.ts'
import { localeOf } from './languages.ts'
import { questionWords } from './questionWords.ts'
import type { Words } from './useWords.ts'

const ROOM = { version: 30, partner: 60 }

const start = (text: string, most: number) => [...text].slice(0, most).join('')

export function shopLine(words: Words, { about }: Pick<Answers, 'about'>): string {
  const say = words.translate
  const choice = (field: 'deployment' | 'phase', id: string) =>
    questionWords(words, { path: `about.${field}` }).choice(id)
  const deployment = answerOrNull(about.deployment)
  const version = nonBlank(answerOrNull(about.version))
  const partner = nonBlank(about.partnerCompany)
  return [
    deployment !== null && choice('deployment', deployment),
    isUnknown(about.deployment) && say('common:unknown'),
    version !== null && say('sheet:version', { version: start(version, ROOM.version) }),
    about.phase !== null && choice('phase', about.phase),
    partner !== null && say('sheet:withPartner', { partner: start(partner, ROOM.partner) }),
  ]
    .filter((fact) => typeof fact === 'string')
    .join(' · ')
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
