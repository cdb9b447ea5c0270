import type { SummaryInput } from '../../summary/spans.ts'
import { summaryOf } from '../../summary/summary.ts'
import type { ReportDocument } from './reportDocument.ts'

export interface SheetInput extends Omit<SummaryInput, 'onScreen' | 'isAsking' | 'shows'> {
  /** Where the case inside is opened; null if the file carries none. */
  opensAt: string | null
  /** In milliseconds. */
  madeAt: number
}

export function sheetDocument({ madeAt, ...input }: SheetInput): ReportDocument {
  const { words } = input
  const say = words.translate
  const { title, company, front, underFront, behind, foot } = summaryOf({ ...input, onScreen: false })
  return {
    language: words.language,
    title,
    author: company,
    subject: say('sheet:kicker'),
    front,
    underFront,
    behind,
    pageOf: say('sheet:pageOf', { page: '{page}', pages: '{pages}' }),
    foot,
    notDrawn: say(input.opensAt !== null ? 'sheet:notDrawnCarried' : 'sheet:notDrawn', { count: '{count}' }),
    continued: say('sheet:continued', { row: '{row}' }),
    caseDescription: say('sheet:caseDescription'),
    madeAt,
  }
}
