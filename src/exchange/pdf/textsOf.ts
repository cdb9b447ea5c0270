import { textsIn } from '../../summary/text.ts'
import type { ReportDocument } from './reportDocument.ts'

/** Every text of the document, to know which letters it needs. */
export function* textsOf({ front, behind, foot, pageOf }: ReportDocument): Generator<string> {
  yield* [foot, pageOf]
  yield* textsIn(front)
  yield* textsIn(behind)
}
