import { written } from '../../domain/case/answer.ts'
import type { Interview } from '../../domain/interview/question.ts'
import type { Sheet } from '../../domain/report/sheet.ts'
import type { Words } from '../../i18n/useWords.ts'
import { behindBlocks } from './behindBlocks.ts'
import type { ReportDocument } from './blocks.ts'
import { frontBlocks } from './frontBlocks.ts'

type Reader = 'accountManager' | 'partner'

/** What the readiness sheet is made from when it becomes a document. */
export interface SheetInput {
  sheet: Sheet
  interview: Interview
  words: Words
  /** In which the merchant writes, as a language tag; empty where nobody has said. */
  language: string
  caseCode: string
  /** Null before anything has been handed over. */
  revision: number | null
  checksum: string | null
  /** Who it is for. The partner's version has neither outcome nor wishes in it. */
  reader: Reader
  /** Whether the case is inside the document. */
  carriesCase: boolean
  /** A moment, in milliseconds. */
  madeAt: number
}

/** The readiness sheet as a document in words: the same answers in the same order as on screen. */
export function sheetDocument(input: SheetInput): ReportDocument {
  const { sheet, words, madeAt } = input
  const say = words.translate
  const company = written(sheet.report.answers.about.company) ?? say('sheet:unnamed')
  return {
    language: words.language,
    title: `${say(input.reader === 'partner' ? 'sheet:headingForPartner' : 'sheet:heading')}: ${company}`,
    author: company,
    subject: say('sheet:kicker'),
    front: frontBlocks(input),
    behind: behindBlocks(input),
    pageOf: say('sheet:pageOf', { page: '{page}', pages: '{pages}' }),
    foot: say(input.reader === 'partner' ? 'sheet:footForPartner' : 'sheet:foot'),
    notDrawn: say(input.carriesCase ? 'sheet:notDrawnCarried' : 'sheet:notDrawn', { count: '{count}' }),
    caseDescription: say('sheet:caseDescription'),
    madeAt,
  }
}
