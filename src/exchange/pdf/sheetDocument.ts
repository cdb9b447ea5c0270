import type { SummaryInput } from '../../summary/spans.ts'
import { summaryOf } from '../../summary/summary.ts'
import type { ReportDocument } from './reportDocument.ts'

export interface SheetInput extends Omit<SummaryInput, 'onScreen' | 'isAsking' | 'shows'> {
  carriesCase: boolean
  /** In milliseconds. */
  madeAt: number
}

export function sheetDocument({ carriesCase, madeAt, ...input }: SheetInput): ReportDocument {
  const { words } = input
  const say = words.translate
  const { title, company, front, behind, foot } = summaryOf({ ...input, onScreen: false })
  return {
    language: words.language,
    title,
    author: company,
    subject: say('sheet:kicker'),
    front,
    behind,
    pageOf: say('sheet:pageOf', { page: '{page}', pages: '{pages}' }),
    foot,
    notDrawn: say(carriesCase ? 'sheet:notDrawnCarried' : 'sheet:notDrawn', { count: '{count}' }),
    caseDescription: say('sheet:caseDescription'),
    madeAt,
  }
}
