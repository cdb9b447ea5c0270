import type { Deliverable } from '../areas/scope/schema.ts'
import { written } from '../case/answer.ts'
import { list, paragraph, type Sentence } from './message.ts'
import { additionSentences, agreedSentences, askedBy, closing, greeting } from './parts.ts'
import { aboutTitles, type Writer } from './writing.ts'

/** What is not in scope, and what has been added, is asked for as a change. */
export const changeMessage: Writer = ({ answers, rows: { deliverables, additions }, choice }) => {
  const document = written(answers.scope.documentTitle)
  const count = deliverables.length
  return {
    kind: 'change',
    subject: aboutTitles('change.subject', [...deliverables, ...additions]),
    blocks: [
      ...greeting(answers),
      ...(count === 0
        ? []
        : paragraph(
            document === null
              ? { id: 'change.notInScope', count }
              : { id: 'change.notInDocument', count, texts: { document } },
          )),
      ...list(deliverables.map((row) => [...agreedSentences(row).slice(0, 1), lackingOf(row)])),
      ...(additions.length === 0 ? [] : paragraph({ id: 'change.added', count: additions.length })),
      ...list(additions.map(additionSentences)),
      ...paragraph(
        {
          id: count + additions.length === 0 ? 'change.openingPlain' : 'change.request',
          count: count + additions.length,
        },
        askedBy(choice, 'change.answer'),
      ),
      ...closing(answers),
    ],
  }
}

const lackingOf = ({ lacking }: Deliverable): Sentence | null => {
  const text = written(lacking)
  return text === null ? null : { id: 'lacking', texts: { lacking: text } }
}
