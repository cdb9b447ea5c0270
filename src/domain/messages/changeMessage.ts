import { written } from '../case/answer.ts'
import { list, paragraph } from './message.ts'
import { additionSentences, agreedSentences, askedBy, closing, greeting, titlesOf } from './parts.ts'
import { aboutTitles, type Writer } from './writing.ts'

/** What is not in scope, and what has been added, is asked for as a change: what both lists have, once. */
export const changeMessage: Writer = ({ answers, rows: { deliverables, additions: all }, choice }) => {
  const document = written(answers.scope.documentTitle)
  const named = new Set(titlesOf(deliverables))
  const additions = all.filter(({ title }) => !named.has(written(title) ?? ''))
  const count = deliverables.length + additions.length
  return {
    kind: 'change',
    subject: aboutTitles('change.subject', [...deliverables, ...additions]),
    blocks: [
      ...greeting(answers),
      ...(deliverables.length === 0
        ? []
        : paragraph(
            document === null
              ? { id: 'change.notInScope' }
              : { id: 'change.notInDocument', texts: { document } },
          )),
      // Its name alone: what was never ordered can be neither late nor wrong.
      ...list(deliverables.map((row) => agreedSentences(row).slice(0, 1))),
      ...(additions.length === 0 ? [] : paragraph({ id: 'change.added' })),
      ...list(additions.map(additionSentences)),
      ...paragraph(
        count === 0 ? { id: 'change.openingPlain' } : { id: 'change.request', count },
        askedBy(choice, 'change.answer', Math.max(count, 1)),
      ),
      ...closing(answers),
    ],
  }
}
