import type { Address } from '../case/address.ts'
import type { Answers } from '../case/answers.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import type { Basis, Says } from './conclusion.ts'
import type { PracticeStates } from './outcome.ts'

/** Notices never change the outcome. */
export const NOTICES = {
  shopDown: 'A',
  securityIncident: 'A',
  supportCaseMissing: 'A',
  releaseEnded: 'A',
  releaseSecurityOnly: 'A',
  releaseNearEnd: 'A',
  cloudDeadline: 'A',
  outsideAdvice: 'S',
  openSource: 'A',
  notDueYet: 'C',
  newsToPartner: 'S',
  staleContact: 'C',
  deliveredBeforeDocument: 'C',
  contactUndated: 'C',
  contactInFuture: 'C',
  contactBeforeConcern: 'C',
  answerWithoutKind: 'C',
  noAsk: 'T',
  noSummary: 'T',
  noContact: 'T',
  vagueWord: 'S',
  sensitive: 'C',
  nearlyEmpty: 'C',
  noReason: 'C',
} as const satisfies Record<string, Basis>
export type NoticeId = keyof typeof NOTICES

/** Shown at the field itself. */
export const SAID_AT_THE_FIELD: ReadonlySet<NoticeId> = new Set([
  'deliveredBeforeDocument',
  'contactUndated',
  'contactInFuture',
  'contactBeforeConcern',
  'answerWithoutKind',
  'noReason',
  'vagueWord',
  'sensitive',
])

export interface Notice extends Says {
  id: NoticeId
  about: Address
}

export interface Circumstances {
  asOf: PlainDate
  language: string
  states: PracticeStates
}

export type NoticeRule = (answers: Answers, circumstances: Circumstances) => readonly Notice[]
