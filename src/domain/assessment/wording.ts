import { type Address, rowsOf } from '../case/address.ts'
import { nonBlank } from '../case/answer.ts'
import { type Answers, type AnyRow, AREAS, areaFields, LIST_PATHS, rowFields } from '../case/answers.ts'
import { isRecord } from '../case/sanitize.ts'
import { vagueWordIn } from '../specificity/vagueWords.ts'
import type { Notice, NoticeRule } from './notice.ts'
import { sensitiveIn } from './sensitive.ts'

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

/** Fields of a newer version are skipped: no question of ours asks for them. */
function allTexts(answers: Answers): readonly (readonly [Address, string])[] {
  const found: [Address, string][] = []
  const look = (value: unknown, address: Address) => {
    if (typeof value === 'string') found.push([address, value])
    else if (Array.isArray(value)) for (const part of value) if (isRecord(part)) lookInto(part, address)
  }
  const lookInto = (parts: Record<string, unknown>, address: Address) => {
    for (const part of Object.values(parts)) look(part, address)
  }
  for (const area of AREAS)
    for (const field of Object.keys(areaFields[area])) {
      const list = LIST_PATHS.find((path) => path === `${area}.${field}`)
      if (list === undefined) look((answers[area] as Record<string, unknown>)[field], `${area}.${field}`)
      else
        for (const row of rowsOf(answers, list) as readonly AnyRow[])
          for (const name of Object.keys(rowFields[list])) look(row[name], `${list}.${row.id}.${name}`)
    }
  return found
}

export const wordingNotices: NoticeRule = (answers, { language }) => [
  ...factTexts(answers).flatMap(([about, text]): readonly Notice[] => {
    const word = vagueWordIn(nonBlank(text) ?? '', language)
    return word === null ? [] : [{ id: 'vagueWord', about, texts: { word } }]
  }),
  ...allTexts(answers).flatMap(([about, text]): readonly Notice[] => {
    const sensitive = sensitiveIn(text)
    return sensitive === null ? [] : [{ id: 'sensitive', about, texts: { sensitive } }]
  }),
]
