import { LIST_PATHS, perList } from '../domain/case/answers.ts'
import { readStoredCase } from '../domain/case/readStoredCase.ts'
import { readReplies } from '../domain/reply/readReply.ts'
import { STORED_FORMAT } from './database.ts'
import type { LoadedCase } from './storedCase.ts'
import { type CaseRecords, isHeadWhole, isRemovedWhole, isRowWhole, REPLIES } from './storedRecords.ts'

/** Null if a record is damaged, missing, or not what its digest says. */
export function loadedFrom({ head, rows, removed }: CaseRecords): LoadedCase | null {
  try {
    if (head.formatVersion !== STORED_FORMAT || !isHeadWhole(head)) return null
    if (!rows.every(isRowWhole) || !removed.every(isRemovedWhole)) return null
    const inOrder = [...rows].sort((a, b) => a.order - b.order)
    const byList = perList((list) => inOrder.filter((row) => row.list === list).map(({ row }) => row))
    if (LIST_PATHS.some((list) => byList[list].length !== head.rowCounts[list])) return null
    const { answers: stored, language } = head.content
    const read = readStoredCase({
      ...{ answers: stored, language, rows: byList },
      removed: removed
        .map(({ list, row, at, after, removedAt }) => ({
          ...{ list, row, at, removedAt },
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
