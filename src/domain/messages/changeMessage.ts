import { nonBlank } from '../case/answer.ts'
import { bulletList, messageParagraph } from './message.ts'
import { additionSentences, agreedSentences, askedBy, closing, greeting, titlesOf } from './parts.ts'
import { aboutTitles, type Writer } from './writing.ts'

/** What both lists have is asked for once. */
export const changeMessage: Writer = ({ answers, rows: { deliverables, additions: all }, choice }) => {
  const document = nonBlank(answers.scope.documentTitle)
  const named = new Set(titlesOf(deliverables))
  const additions = all.filter(({ title }) => !named.has(nonBlank(title) ?? ''))
  const count = deliverables.length + additions.length
  return {
    kind: 'change',
    subject: aboutTitles('change.subject', [...deliverables, ...additions]),
    blocks: [
      ...greeting(answers),
      ...(deliverables.length === 0
        ? []
        : messageParagraph(
            document === null ? { id: 'change.notInScope' } : { id: 'change.notInDocument', texts: { document } },
          )),
      // The title alone: what was never ordered can be neither late nor wrong.
      ...bulletList(deliverables.map((row) => agreedSentences(row).slice(0, 1))),
      ...(additions.length === 0 ? [] : messageParagraph({ id: 'change.added' })),
      ...bulletList(additions.map(additionSentences)),
      ...messageParagraph(
        count === 0 ? { id: 'change.openingPlain' } : { id: 'change.request', count },
        askedBy(choice, 'change.answer', Math.max(count, 1)),
      ),
      ...closing(answers),
    ],
  }
}
