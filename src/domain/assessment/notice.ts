import type { Address } from '../case/address.ts'
import type { Basis, Says } from './conclusion.ts'

/** Beside the outcome, and never changing it. */
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

/** The notices that are said beside the field itself, so that they come when they help. */
export const SAID_AT_THE_FIELD: ReadonlySet<NoticeId> = new Set([
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
