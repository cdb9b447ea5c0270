import type { Words } from '../../i18n/useWords.ts'
import { heading, paragraph } from '../../summary/blocks.ts'
import { withAddress } from '../../summary/spans.ts'
import type { ReportDocument } from './reportDocument.ts'

/** The cover of a locked case. It reveals nothing about what is inside, not even whose it is. */
export function coverDocument(words: Words, opensAt: string, madeAt: number): ReportDocument {
  const say = words.translate
  return {
    language: words.language,
    title: say('sheet:cover.heading'),
    author: say('common:service'),
    subject: say('sheet:kicker'),
    front: [],
    underFront: [],
    behind: [
      heading(1, say('sheet:cover.heading')),
      paragraph(say('sheet:cover.text')),
      heading(2, say('sheet:cover.howHeading')),
      paragraph(...withAddress((address) => say('sheet:cover.how', { address }), opensAt)),
    ],
    pageOf: say('sheet:pageOf', { page: '{page}', pages: '{pages}' }),
    foot: say('sheet:footForPartner'),
    notDrawn: say('sheet:notDrawn', { count: '{count}' }),
    continued: say('sheet:continued', { row: '{row}' }),
    caseDescription: say('sheet:caseDescription'),
    madeAt,
  }
}
