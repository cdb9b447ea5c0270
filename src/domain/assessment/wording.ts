import type { Address } from '../case/address.ts'
import { written } from '../case/answer.ts'
import type { Answers } from '../case/answers.ts'
import { vagueWordIn } from '../specificity/vagueWords.ts'
import type { Notice, NoticeRule } from './notice.ts'
import { sensitiveIn } from './sensitive.ts'

/** The fields in which a stranger looks for facts. */
function factTexts({ scope, examples, request }: Answers): readonly (readonly [Address, unknown])[] {
  return [
    ...scope.deliverables.map((row) => [`scope.deliverables.${row.id}.lacking`, row.lacking] as const),
    ...examples.items.flatMap((row) =>
      (['expected', 'actual', 'frequency', 'impact'] as const).map(
        (name) => [`examples.items.${row.id}.${name}`, row[name]] as const,
      ),
    ),
    ['request.summary', request.summary],
  ]
}

/** What a newer version added to a case can be anything, nothing too. */
const entriesOf = (value: unknown) =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []

/** Every text that may reach somebody else. */
function allTexts(answers: Answers): readonly (readonly [Address, string])[] {
  const found: [Address, string][] = []
  const look = (value: unknown, address: Address) => {
    if (typeof value === 'string') found.push([address, value])
  }
  for (const [area, fields] of Object.entries(answers))
    for (const [field, value] of entriesOf(fields)) {
      if (!Array.isArray(value)) look(value, `${area}.${field}`)
      else
        for (const row of value)
          for (const [name, inRow] of entriesOf(row))
            if (name !== 'id') look(inRow, `${area}.${field}.${String(row.id)}.${name}`)
    }
  return found
}

/** What to look at again in the merchant's own words: vague words, and what should not be sent to anybody. */
export const wordingNotices: NoticeRule = (answers, { language }) => [
  ...factTexts(answers).flatMap(([about, text]): readonly Notice[] => {
    const word = vagueWordIn(written(text) ?? '', language)
    return word === null ? [] : [{ id: 'vagueWord', about, texts: { word } }]
  }),
  ...allTexts(answers).flatMap(([about, text]): readonly Notice[] => {
    const sensitive = sensitiveIn(text)
    return sensitive === null ? [] : [{ id: 'sensitive', about, texts: { sensitive } }]
  }),
]
