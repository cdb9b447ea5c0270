import type { Interview } from '../domain/interview/question.ts'
import type { ReportGroup } from '../domain/report/report.ts'
import type { Sheet } from '../domain/report/sheet.ts'
import type { Saying } from './spans.ts'

/** What the case summary is composed from. */
export interface SummaryInput extends Saying {
  sheet: Sheet
  interview: Interview
  caseCode: string
  /** Null before anything has been handed over. */
  revision: number | null
  checksum: string | null
  /** Who it is for. The partner's version has neither outcome nor wishes in it. */
  reader: 'accountManager' | 'partner'
  /** True where whoever reads can ask, so that what has no answer is named as well. */
  isAsking?: boolean
  /** Which groups of answers are shown; all where it is not given. */
  shows?: ((group: ReportGroup) => boolean) | undefined
}
