import { lacksOf } from '../areas/examples/missingFields.ts'
import type { Example } from '../areas/examples/schema.ts'
import type { AnyRow, ListPath } from '../case/answers.ts'

/**
 * What a row lacks, as ids, in lists of which one complete row is enough; null if that is its unanswered questions.
 * Apart from the declarations, so that the first page need not fetch it.
 */
export const rowLacks = (list: ListPath, row: AnyRow): readonly string[] | null =>
  // The path decides the type of the row.
  list === 'examples.items' ? lacksOf(row as unknown as Example) : null
