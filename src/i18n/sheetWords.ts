import { answerOrNull, isUnknown, nonBlank } from '../domain/case/answer.ts'
import type { Answers } from '../domain/case/answers.ts'
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
