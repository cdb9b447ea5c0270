import { type Address, anyRows } from '../case/address.ts'
import { nonBlank } from '../case/answer.ts'
import { type Answers, AREAS, areaFields, LIST_PATHS, rowFields } from '../case/answers.ts'
import { isRecord } from '../case/sanitize.ts'
import { vagueWordIn } from '../specificity/vagueWords.ts'
import type { Notice, NoticeRule } from './notice.ts'
import { sensitiveIn } from './sensitive.ts'

function factTexts({ scope, examples, request }: Answers): readonly (readonly [Address, unknown])[] {
  return [
    ...scope.deliverables.flatMap((row) =>
      (['title', 'lacking'] as const).map((name) => [`scope.deliverables.${row.id}.${name}`, row[name]] as const),
    ),
    ...examples.items.flatMap((row) =>
      (['title', 'expected', 'actual', 'frequency', 'impact'] as const).map(
        (name) => [`examples.items.${row.id}.${name}`, row[name]] as const,
      ),
    ),
    ['request.summary', request.summary],
  ]
}

/** Fields of a newer version are skipped: no question of ours asks for them. */
function allTexts(answers: Answers): readonly (readonly [Address, string])[] {
  const at = (address: Address, value: unknown) => textsIn(value).map((text) => [address, text] as const)
  return AREAS.flatMap((area) =>
    Object.keys(areaFields[area]).flatMap((field) => {
      const list = LIST_PATHS.find((path) => path === `${area}.${field}`)
      if (list === undefined) return at(`${area}.${field}`, (answers[area] as Record<string, unknown>)[field])
      return anyRows(answers, list).flatMap((row) =>
        Object.keys(rowFields[list]).flatMap((name) => at(`${list}.${row.id}.${name}`, row[name])),
      )
    }),
  )
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter(isRecord).flatMap((part) => Object.values(part).flatMap(textsIn)) : []
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
