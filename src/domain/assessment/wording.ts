import type { Example } from '../areas/examples/schema.ts'
import { type Address, anyRows } from '../case/address.ts'
import { nonBlank } from '../case/answer.ts'
import { type Answers, type AnyRow, AREAS, areaFields, LIST_PATHS, perList, rowFields } from '../case/answers.ts'
import { memoByObject } from '../case/memo.ts'
import { isRecord } from '../case/sanitize.ts'
import { vagueWordIn } from '../specificity/vagueWords.ts'
import type { Notice, NoticeRule } from './notice.ts'
import { type Sensitive, sensitiveIn } from './sensitive.ts'

const FIELDS = ['title', 'expected', 'actual', 'frequency', 'impact'] as const

/** A title may be short where the facts below it have figures. */
const hasFigures = ({ actual, frequency, impact }: Example): boolean =>
  [actual, frequency, impact].some((text) => /\d/.test(text ?? ''))

function factTexts({ scope, examples, request }: Answers): readonly (readonly [Address, unknown])[] {
  return [
    ...scope.deliverables.flatMap((row) =>
      (['title', 'lacking'] as const).map((name) => [`scope.deliverables.${row.id}.${name}`, row[name]] as const),
    ),
    ...examples.items.flatMap((row) =>
      (hasFigures(row) ? FIELDS.slice(1) : FIELDS).map(
        (name) => [`examples.items.${row.id}.${name}`, row[name]] as const,
      ),
    ),
    ['request.summary', request.summary],
  ]
}

type Found = readonly (readonly [string, Sensitive])[]

const sensitiveUnder = (name: string, value: unknown): Found =>
  textsIn(value).flatMap((text) => {
    const sensitive = sensitiveIn(text)
    return sensitive === null ? [] : [[name, sensitive] as const]
  })

/** Fields of a newer version are skipped: no question of ours asks for them. */
const SENSITIVE_IN_ROW = perList((list) =>
  memoByObject((row: AnyRow): Found => Object.keys(rowFields[list]).flatMap((name) => sensitiveUnder(name, row[name]))),
)

const sensitiveTexts = (answers: Answers): readonly (readonly [Address, Sensitive])[] =>
  AREAS.flatMap((area) =>
    Object.keys(areaFields[area]).flatMap((field) => {
      const list = LIST_PATHS.find((path) => path === `${area}.${field}`)
      if (list === undefined)
        return sensitiveUnder(`${area}.${field}`, (answers[area] as Record<string, unknown>)[field])
      return anyRows(answers, list).flatMap((row) =>
        SENSITIVE_IN_ROW[list](row).map(([name, found]) => [`${list}.${row.id}.${name}`, found] as const),
      )
    }),
  )

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter(isRecord).flatMap((part) => Object.values(part).flatMap(textsIn)) : []
}

export const wordingNotices: NoticeRule = (answers, { language }) => [
  ...factTexts(answers).flatMap(([about, text]): readonly Notice[] => {
    const word = vagueWordIn(nonBlank(text) ?? '', language)
    return word === null ? [] : [{ id: 'vagueWord', about, texts: { word } }]
  }),
  ...sensitiveTexts(answers).map(([about, sensitive]): Notice => ({ id: 'sensitive', about, texts: { sensitive } })),
]
