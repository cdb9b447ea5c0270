import type { PartnerStanding } from '../areas/partner/matters.ts'
import type { Address } from '../case/address.ts'
import type { Answers } from '../case/answers.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import type { Basis, Says } from './conclusion.ts'
import type { Decision } from './turn.ts'

/** Notices never change whose turn it is. */
export const NOTICES = {
  emergencyHandled: 'A',
  emergencyOpenSource: 'A',
  securityIncident: 'A',
  timeShort: 'C',
  timeOver: 'C',
  openSource: 'A',
  notDueYet: 'C',
  cameBack: 'C',
  dayBeforeMessage: 'C',
  contactAway: 'C',
  otherCompany: 'C',
  legal: 'C',
  supportCaseMissing: 'A',
  releaseEnded: 'A',
  releaseSecurityOnly: 'A',
  releaseNearEnd: 'A',
  cloudDeadline: 'A',
  cloudSoftware: 'A',
  outsideAdvice: 'S',
  access: 'A',
  spokenWithoutEffect: 'C',
  newsToPartner: 'S',
  staleContact: 'C',
  versionUnread: 'C',
  yearToCheck: 'C',
  reviewBeforeDocument: 'C',
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
  unread: 'C',
  toldInLog: 'C',
} as const satisfies Record<string, Basis>
export type NoticeId = keyof typeof NOTICES

/** Shown above everything else, in the box that says whose turn it is. */
export const SAID_IN_THE_BOX: ReadonlySet<NoticeId> = new Set([
  'emergencyHandled',
  'emergencyOpenSource',
  'securityIncident',
  'timeShort',
  'timeOver',
  'openSource',
  'notDueYet',
  'cameBack',
  'dayBeforeMessage',
  'contactAway',
  'otherCompany',
  'legal',
])

/** Shown at the field itself, too. */
export const SAID_AT_THE_FIELD: ReadonlySet<NoticeId> = new Set([
  'dayBeforeMessage',
  'toldInLog',
  'versionUnread',
  'yearToCheck',
  'reviewBeforeDocument',
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
  decision: Decision
  standing: PartnerStanding
}

export type NoticeRule = (answers: Answers, circumstances: Circumstances) => readonly Notice[]
