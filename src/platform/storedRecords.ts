import { type AnyRow, LIST_PATHS, type ListPath, perList } from '../domain/case/answers.ts'
import { canonicalText } from '../domain/case/canonicalJson.ts'
import type { Case } from '../domain/case/case.ts'
import { readStoredCase, type StoredAnswers } from '../domain/case/readStoredCase.ts'
import type { RemovedRow } from '../domain/case/removedRows.ts'
import { readReplies } from '../domain/reply/readReply.ts'
import { crc32 } from './crc32.ts'
import { STORED_FORMAT } from './database.ts'
import type { LoadedCase } from './storedCase.ts'

/** Everything outside lists. It names the record of each reply; in the first releases it held the replies. */
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

/** Replies are stored like rows, one record each: they are large, and typing does not change them. */
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

export interface Change {
  caseId: string
  saveNo: number
  savedAt: number
  head: Head
  puts: readonly StoredRow[]
  deletes: readonly [StoredRow['list'], string][]
  /** All removed rows after the save; null if they did not change. */
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
/** Without `after`, which the first releases do not know; if it is wrong, `at` is as good. */
export const removedDigest = ({ list, row, at, removedAt }: RemovedRow) =>
  crc32(canonicalText({ list, row, at, removedAt }))
export const changeDigest = ({ deletes, removed }: Pick<Change, 'deletes' | 'removed'>) =>
  crc32(canonicalText({ deletes, removed }))

export const sealed = (head: Head): Head => ({ ...head, digest: headDigest(head) })

/** Whether a newer version of the product has written it: a damaged version number fits the checksum when corrected. */
export const isNewer = (head: Head) =>
  head.formatVersion > STORED_FORMAT && !isHeadWhole({ ...head, formatVersion: STORED_FORMAT })

/** A damaged record may be anything at all. */
function safely(test: () => boolean): boolean {
  try {
    return test()
  } catch {
    return false
  }
}

// The first releases had less in their checksums: the second alternative of each.
export const isHeadWhole = (head: Head): boolean =>
  safely(
    () =>
      head.digest === headDigest(head) ||
      head.digest === crc32(canonicalText({ content: head.content, place: head.place, rowCounts: head.rowCounts })),
  )

export const isRowWhole = (stored: StoredRow): boolean =>
  safely(
    () =>
      stored.rowId === stored.row.id &&
      (stored.digest === rowDigest(stored) || stored.digest === crc32(canonicalText(stored.row))),
  )

export const isRemovedWhole = (stored: StoredRemoved): boolean =>
  safely(
    () => typeof stored.row.id === 'string' && (stored.digest === undefined || stored.digest === removedDigest(stored)),
  )

export const isChangeWhole = (change: Change): boolean =>
  safely(() => isHeadWhole(change.head) && change.puts.every(isRowWhole) && change.digest === changeDigest(change))

/** Null if a record is damaged, missing, or does not match its checksum. */
export function loadedFrom({ head, rows, removed }: CaseRecords): LoadedCase | null {
  try {
    if (head.formatVersion !== STORED_FORMAT || !isHeadWhole(head)) return null
    if (!rows.every(isRowWhole) || !removed.every(isRemovedWhole)) return null
    const inOrder = [...rows].sort((a, b) => a.order - b.order)
    const byList = perList((list) => inOrder.filter((row) => row.list === list).map(({ row }) => row))
    if (LIST_PATHS.some((list) => byList[list].length !== head.rowCounts[list])) return null
    const { answers, language } = head.content
    const read = readStoredCase({
      answers,
      language,
      rows: byList,
      removed: removed
        .map(({ list, row, at, removedAt, after }) => ({
          list,
          row,
          at,
          removedAt,
          ...(after !== undefined && { after }),
        }))
        .sort((a, b) => a.removedAt - b.removedAt),
    })
    if (read === null) return null
    const replies = head.content.replies.map((reply) =>
      typeof reply === 'object' && reply !== null && 'record' in reply
        ? rows.find(({ list, rowId }) => list === REPLIES && rowId === reply.record)?.row.entry
        : reply,
    )
    if (replies.includes(undefined)) return null
    return {
      case: { ...head.content, answers: read.answers, replies: readReplies(replies) },
      place: head.place,
      lastCopyAt: head.lastCopyAt,
      removed: read.removed,
      saveNo: head.saveNo,
      savedAt: head.savedAt,
    }
  } catch {
    return null
  }
}
