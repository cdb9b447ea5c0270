import type { AnyRow, ListPath } from '../domain/case/answers.ts'
import { canonicalText } from '../domain/case/canonicalJson.ts'
import type { Case } from '../domain/case/case.ts'
import type { StoredAnswers } from '../domain/case/readStoredCase.ts'
import type { RemovedRow } from '../domain/case/removedRows.ts'
import { crc32 } from './crc32.ts'
import { STORED_FORMAT } from './database.ts'

/** Everything outside lists. It names the record of each reply; in the first releases it held them. */
export interface Head {
  id: string
  saveNo: number
  savedAt: number
  formatVersion: number
  content: Omit<Case, 'answers' | 'replies'> & { answers: StoredAnswers; replies: readonly unknown[] }
  place: string | null
  lastCopyAt: number | null
  rowCounts: Readonly<Record<ListPath, number>>
  digest: string
}

/** Replies lie beside the rows, one record each: they are large, and no key changes them. */
export const REPLIES = 'replies'

export interface StoredRow {
  caseId: string
  list: ListPath | typeof REPLIES
  rowId: string
  order: number
  row: AnyRow
  digest: string
}

export interface StoredRemoved extends RemovedRow {
  caseId: string
  rowId: string
  /** Missing in those of the first releases. */
  digest?: string
}

/** What one save wrote: enough to come from the case before it to the case after it. */
export interface Change {
  caseId: string
  saveNo: number
  savedAt: number
  head: Head
  puts: readonly StoredRow[]
  deletes: readonly [StoredRow['list'], string][]
  /** Everything removed as it is after the save; null where that did not change. */
  removed: readonly StoredRemoved[] | null
  digest: string
}

export interface CaseRecords {
  head: Head
  rows: readonly StoredRow[]
  removed: readonly StoredRemoved[]
}

const headDigest = ({ digest: _, ...head }: Head) => crc32(canonicalText(head))
export const rowDigest = ({ list, order, row }: Omit<StoredRow, 'digest'>) => crc32(canonicalText({ list, order, row }))
/** Without its neighbour, which earlier versions do not know: where that is wrong, its number is as good. */
export const removedDigest = ({ list, row, at, removedAt }: RemovedRow) =>
  crc32(canonicalText({ list, row, at, removedAt }))
export const changeDigest = ({ deletes, removed }: Pick<Change, 'deletes' | 'removed'>) =>
  crc32(canonicalText({ deletes, removed }))

export const sealed = (head: Head): Head => ({ ...head, digest: headDigest(head) })

/** Whether a newer version of the product has written it, and not a fault. */
export const isNewer = (head: Head) =>
  head.formatVersion > STORED_FORMAT && !isHeadWhole({ ...head, formatVersion: STORED_FORMAT })

/** Whether a record is what was written. Those of the first releases had less in their sums. */
export const isHeadWhole = (head: Head) =>
  head.digest === headDigest(head) ||
  head.digest === crc32(canonicalText({ content: head.content, place: head.place, rowCounts: head.rowCounts }))
export const isRowWhole = (stored: StoredRow) =>
  stored.rowId === stored.row.id &&
  (stored.digest === rowDigest(stored) || stored.digest === crc32(canonicalText(stored.row)))

export const isRemovedWhole = (stored: StoredRemoved) =>
  typeof stored.row?.id === 'string' && (stored.digest === undefined || stored.digest === removedDigest(stored))
