import { bulletList, messageParagraph } from './message.ts'
import { agreedSentences, askedBy, closing, exampleSentences, greeting } from './parts.ts'
import { aboutTitles, type Writer } from './writing.ts'

export const firstMessage: Writer = ({ answers, rows: { deliverables, examples }, choice }) => {
  return {
    kind: 'first',
    subject: aboutTitles('first.subject', deliverables),
    blocks: [
      ...greeting(answers),
      ...messageParagraph({ id: 'first.opening' }),
      ...(deliverables.length === 0 ? [] : messageParagraph({ id: 'first.agreed', count: deliverables.length })),
      ...bulletList(deliverables.map(agreedSentences)),
      ...(examples.length === 0 ? [] : messageParagraph({ id: 'first.happened', count: examples.length })),
      ...bulletList(examples.map((row) => exampleSentences(row, choice))),
      ...messageParagraph(askedBy(choice, 'first.request'), { id: 'first.offer' }),
      ...closing(answers),
    ],
  }
}
