import type { Words } from '../../i18n/useWords.ts'
import type { ReportDocument } from './blocks.ts'
import { heading, paragraph, plain } from './spans.ts'

/** The page around a locked case. It says nothing of what is inside, not even whose it is. */
export function coverDocument(words: Words, madeAt: number): ReportDocument {
  const say = words.translate
  return {
    language: words.language,
    title: say('sheet:cover.heading'),
    author: say('common:service'),
    subject: say('sheet:kicker'),
    front: [],
    behind: [
      { is: 'heading', level: 1, text: [plain(say('sheet:cover.heading'))] },
      paragraph(plain(say('sheet:cover.text'))),
      heading(say('sheet:cover.howHeading')),
      paragraph(plain(say('sheet:cover.how'))),
    ],
    pageOf: say('sheet:pageOf', { page: '{page}', pages: '{pages}' }),
    foot: say('sheet:footForPartner'),
    notDrawn: say('sheet:notDrawn', { count: '{count}' }),
    caseDescription: say('sheet:caseDescription'),
    madeAt,
  }
}
