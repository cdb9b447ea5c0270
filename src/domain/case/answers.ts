import * as z from 'zod/mini'
import { aboutFields } from '../areas/about/schema.ts'
import { type Addition, addedFields, additionFields } from '../areas/added/schema.ts'
import { type Example, exampleFields, examplesFields } from '../areas/examples/schema.ts'
import { type Contact, contactFields, partnerFields } from '../areas/partner/schema.ts'
import { requestFields } from '../areas/request/schema.ts'
import { type Deliverable, deliverableFields, scopeFields } from '../areas/scope/schema.ts'
import type { FieldSchemas, Fields, Row, RowIdentity } from './answer.ts'

export const areaFields = {
  about: aboutFields,
  scope: scopeFields,
  added: addedFields,
  partner: partnerFields,
  examples: examplesFields,
  request: requestFields,
} as const

export type Area = keyof typeof areaFields
export const AREAS = Object.keys(areaFields) as Area[]

/** Only what the merchant has answered, nothing computed. */
export type Answers = { [A in Area]: Fields<(typeof areaFields)[A]> }

export interface Lists {
  'scope.deliverables': Deliverable
  'added.items': Addition
  'partner.log': Contact
  'examples.items': Example
}
export type ListPath = keyof Lists

export const rowFields: Readonly<Record<ListPath, FieldSchemas>> = {
  'scope.deliverables': deliverableFields,
  'added.items': additionFields,
  'partner.log': contactFields,
  'examples.items': exampleFields,
}
export const LIST_PATHS = Object.keys(rowFields) as readonly ListPath[]
export const perList = <T>(value: (list: ListPath) => T): Readonly<Record<ListPath, T>> =>
  Object.fromEntries(LIST_PATHS.map((list) => [list, value(list)])) as Record<ListPath, T>

export const ROW_LETTERS = {
  'scope.deliverables': 'S',
  'added.items': 'A',
  'partner.log': 'P',
  'examples.items': 'E',
} as const satisfies Readonly<Record<ListPath, string>>

export type AnyRow = RowIdentity & Record<string, unknown>

type RowField<L extends ListPath> = Exclude<keyof Lists[L], keyof RowIdentity> & string
type PathIn<A extends Area> = {
  [F in keyof Answers[A] & string]: Answers[A][F] extends readonly Row[]
    ? `${A}.${F}` extends ListPath
      ? `${A}.${F}.*.${RowField<`${A}.${F}` & ListPath>}`
      : never
    : `${A}.${F}`
}[keyof Answers[A] & string]

/** `scope.concern`, or `scope.deliverables.*.inScope` for every row. */
export type Path = { [A in Area]: PathIn<A> }[Area]

/** A missing area means that nothing in it is answered. */
const area = (fields: FieldSchemas) => z.prefault(z.looseObject(fields), {})

/** The single schema of answers, in storage and in files. Unknown keys are kept. */
export const answersSchema = z.looseObject({
  about: area(aboutFields),
  scope: area(scopeFields),
  added: area(addedFields),
  partner: area(partnerFields),
  examples: area(examplesFields),
  request: area(requestFields),
})

/** Answers as written down; what is missing is not answered. Throws if they do not fit the schema. */
// The schemas of the areas give exactly this type.
export const answersFrom = (written: unknown): Answers => z.parse(answersSchema, written) as unknown as Answers

export const emptyAnswers = (): Answers => answersFrom({})

export const emptyRow = (list: ListPath): Record<string, unknown> => z.parse(z.object(rowFields[list]), {})
