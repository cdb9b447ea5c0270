import type { PlainDate } from '../dates/plainDate.ts'

/**
 * Release lines and support periods (A), from Adobe's software lifecycle policy (commerce-operations.en,
 * help/release/lifecycle-policy.md) and "Released versions". Adobe moves these dates: whatever is said of them names
 * the day of this list and links to the policy, and none decides an outcome.
 */
export const RELEASES_AS_OF: PlainDate = '2026-08-20'

export const LIFECYCLE_POLICY =
  'https://experienceleague.adobe.com/en/docs/commerce-operations/release/planning/lifecycle-policy'

/** Security enforcement notice (A; commerce-operations.en, help/release/security-enforcement-policy.md). */
export const CLOUD_POLICY_AS_OF: PlainDate = '2026-08-19'

export const CLOUD_POLICY =
  'https://experienceleague.adobe.com/en/docs/commerce-operations/release/planning/security-enforcement-policy'

export interface ReleaseLine {
  line: string
  available: PlainDate
  /** The last day of each period, inclusive. */
  standardUntil: PlainDate
  extendedUntil?: PlainDate
  securityUntil?: PlainDate
  /** Cloud infrastructure only: from this day Adobe may enforce the upgrade. */
  cloudDeadline?: PlainDate
  /** Cloud infrastructure only: when third-party software has to be supported; which day, depends on the software. */
  cloudSoftware?: readonly [PlainDate] | readonly [PlainDate, PlainDate]
}

const OLD_SOFTWARE: PlainDate = '2026-10-30'
const EITHER_DAY = [OLD_SOFTWARE, '2027-05-31'] as const

export const RELEASE_LINES: readonly ReleaseLine[] = [
  { line: '2.4.9', available: '2026-05-12', standardUntil: '2029-05-31', cloudSoftware: EITHER_DAY },
  { line: '2.4.8', available: '2025-04-08', standardUntil: '2028-05-31', cloudSoftware: EITHER_DAY },
  {
    line: '2.4.7',
    available: '2024-04-09',
    standardUntil: '2027-05-31',
    extendedUntil: '2028-05-31',
    cloudDeadline: '2028-06-01',
    cloudSoftware: EITHER_DAY,
  },
  {
    line: '2.4.6',
    available: '2023-03-14',
    standardUntil: '2026-08-11',
    extendedUntil: '2027-08-31',
    securityUntil: '2028-05-31',
    cloudDeadline: '2028-06-01',
    cloudSoftware: EITHER_DAY,
  },
  {
    line: '2.4.5',
    available: '2022-08-09',
    standardUntil: '2025-08-12',
    extendedUntil: '2026-08-11',
    securityUntil: '2027-05-31',
    cloudDeadline: '2027-06-01',
    cloudSoftware: [OLD_SOFTWARE],
  },
  {
    line: '2.4.4',
    available: '2022-04-12',
    standardUntil: '2025-04-12',
    extendedUntil: '2026-04-14',
    securityUntil: '2027-05-31',
    cloudDeadline: '2027-06-01',
    cloudSoftware: [OLD_SOFTWARE],
  },
  { line: '2.4.3', available: '2021-08-10', standardUntil: '2022-11-28' },
  { line: '2.4.2', available: '2021-02-09', standardUntil: '2022-11-28' },
  { line: '2.4.1', available: '2020-10-15', standardUntil: '2022-11-28' },
  { line: '2.4.0', available: '2020-07-28', standardUntil: '2022-11-28' },
  { line: '2.3', available: '2018-11-28', standardUntil: '2022-09-08' },
]
