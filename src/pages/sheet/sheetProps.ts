import type { Interview } from '../../domain/interview/question.ts'
import type { ReportGroup } from '../../domain/report/report.ts'
import type { Sheet } from '../../domain/report/sheet.ts'
import type { Words } from '../../i18n/useWords.ts'
import type { AnswerAside } from '../AnswerList.tsx'
import type { FileSource } from '../evidence/filesOfCase.ts'

/** What every block of the readiness sheet is made from. */
export interface BlockProps {
  sheet: Sheet
  words: Words
  /** In which the merchant writes, as a language tag; empty where the file does not say. */
  language: string
}

/** Where the sheet comes from: said in its head and its foot. */
export interface Origin {
  caseCode: string
  /** Null before anything has been handed over. */
  revision: number | null
  checksum: string | null
}

export interface SheetProps extends BlockProps {
  interview: Interview
  origin: Origin
  /** Where the bytes of the files are. */
  source: FileSource
  /** What stands beside an answer, for whoever reads it. */
  aside?: AnswerAside | undefined
  /** Which groups of answers are shown; all where it is not given. */
  shows?: ((group: ReportGroup) => boolean) | undefined
}
