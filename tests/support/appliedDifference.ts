import { replaceRows } from '../../src/domain/case/address.ts'
import { LIST_PATHS, type ListPath } from '../../src/domain/case/answers.ts'
import { isRecord } from '../../src/domain/case/sanitize.ts'
import type { Compared, Difference } from '../../src/domain/changes/diff.ts'

const isList = (area: string, field: string) => LIST_PATHS.some((list) => list === `${area}.${field}`)
const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]))

export const isNothing = ({ values, rows, orders, files, fileOrder, replies }: Difference): boolean =>
  values.length + rows.length + orders.length + files.length === 0 && fileOrder === null && replies === null

function recordAt(record: Record<string, unknown>, key: string): Record<string, unknown> {
  const value = Object.hasOwn(record, key) ? record[key] : undefined
  return isRecord(value) ? value : {}
}

/** A record with the value at a path changed; a value that is undefined takes its key away. */
function withValue<T extends object>(record: T, [key = '', ...deeper]: readonly string[], value: unknown): T {
  const there: Record<string, unknown> = Object.fromEntries(Object.entries(record))
  const next = deeper.length === 0 ? value : withValue(recordAt(there, key), deeper, value)
  const changed: Record<string, unknown> = { ...there, [key]: next }
  if (next === undefined) delete changed[key]
  // Both revisions are of the same kind, so what the path leads to is too.
  return changed as T
}

const inOrder = <T extends { id: string }>(rows: readonly T[], ids: readonly string[]): readonly T[] => {
  const found = byId(rows)
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** The second revision, from the first and the difference. */
export function applied(a: Compared, { values, rows, orders, files, fileOrder, replies }: Difference): Compared {
  let answers = a.answers
  for (const list of LIST_PATHS) {
    const gone = new Set(rows.filter((row) => row.list === list && row.is === 'removed').map(({ row }) => row.id))
    const added = rows.filter((row) => row.list === list && row.is === 'added').map(({ row }) => row)
    if (gone.size + added.length > 0)
      answers = replaceRows(answers, list, (all) => [...all.filter(({ id }) => !gone.has(id)), ...added])
  }
  for (const { path, after } of values) {
    const [area = '', field = '', rowId, ...rest] = path
    if (rowId === undefined || !isList(area, field)) answers = withValue(answers, path, after)
    else
      answers = replaceRows(answers, `${area}.${field}` as ListPath, (all) =>
        all.map((row) => (row.id === rowId ? withValue(row, rest, after) : row)),
      )
  }
  for (const { list, ids } of orders) answers = replaceRows(answers, list, (all) => inOrder(all, ids))
  const changed = new Map(files.map(({ before, after }) => [(after ?? before)?.id ?? '', after]))
  const had = byId(a.evidence)
  const evidence = [
    ...a.evidence.flatMap((file) => (changed.has(file.id) ? (changed.get(file.id) ?? []) : file)),
    ...files.flatMap(({ after }) => (after === null || had.has(after.id) ? [] : after)),
  ]
  return {
    answers,
    evidence: fileOrder === null ? evidence : inOrder(evidence, fileOrder),
    replies: replies ?? a.replies,
  }
}
