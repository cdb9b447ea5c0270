import type { Answers } from '../../case/answers.ts'
import { isAbout, isRequest } from '../partner/schema.ts'
import type { Example } from './schema.ts'

/** Whoever has told the partner about a deliverable, or about the whole matter, has told them what it shows (C). */
export const isToldInLog = ({ partner }: Answers, { deliverable }: Example): boolean =>
  partner.log.some(
    (row) => isRequest(row) && (deliverable === null ? (row.about ?? []).length === 0 : isAbout(row, deliverable)),
  )
