import * as z from 'zod/mini'
import { additionFields } from '../areas/added/schema.ts'
import { exampleFields } from '../areas/examples/schema.ts'
import { contactFields } from '../areas/partner/schema.ts'
import { deliverableFields } from '../areas/scope/schema.ts'
import type { FieldSchemas } from './answer.ts'
import type { ListPath } from './answers.ts'

/** The fields of the rows of each list. */
export const rowFields: Readonly<Record<ListPath, FieldSchemas>> = {
  'scope.deliverables': deliverableFields,
  'added.items': additionFields,
  'partner.log': contactFields,
  'examples.items': exampleFields,
}

/** The fields of a row in which nothing is answered, without its identity. */
export const emptyRow = (list: ListPath): Record<string, unknown> => z.parse(z.object(rowFields[list]), {})
