import { anyRows } from '../case/address.ts'
import { type Answers, type AnyRow, LIST_PATHS, type ListPath } from '../case/answers.ts'
import { canonicalText } from '../case/canonicalJson.ts'
import type { EvidenceFile } from '../evidence/evidence.ts'

export interface Compared {
  answers: Answers
  evidence: readonly EvidenceFile[]
  replies: readonly unknown[]
}

interface ValueChange {
  /** `['scope', 'deliverables', 'x7', 'inScope']` for the row x7. */
  path: readonly string[]
  before: unknown
  after: unknown
}

interface RowChange {
  list: ListPath
  is: 'added' | 'removed'
  row: AnyRow
}

export interface FileChange {
  before: EvidenceFile | null
  after: EvidenceFile | null
}

/** Applied to the first, it gives the second. */
export interface Difference {
  values: readonly ValueChange[]
  rows: readonly RowChange[]
  /** Row ids, if the order is not that of removing and appending. */
  orders: readonly { list: ListPath; ids: readonly string[] }[]
  files: readonly FileChange[]
  fileOrder: readonly string[] | null
  replies: readonly unknown[] | null
}

/** A missing key is not null: a newer version may store null. */
const isSame = (a: unknown, b: unknown): boolean =>
  a === undefined || b === undefined ? a === b : canonicalText(a) === canonicalText(b)

const keysOf = (...records: readonly object[]) => [...new Set(records.flatMap((record) => Object.keys(record)))]

const isList = (area: string, field: string) => LIST_PATHS.some((list) => list === `${area}.${field}`)

type AnyRecord = Readonly<Record<string, unknown>>
const asRecord = (value: unknown): AnyRecord | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as AnyRecord) : null

/** Own keys only: a newer version may use names that every object inherits. */
const own = (record: AnyRecord, key: string): unknown => (Object.hasOwn(record, key) ? record[key] : undefined)

const valueChanges = (path: readonly string[], a: AnyRecord, b: AnyRecord): readonly ValueChange[] =>
  keysOf(a, b)
    .map((key) => ({ path: [...path, key], before: own(a, key), after: own(b, key) }))
    .filter(({ before, after }) => !isSame(before, after))

const withoutLists = (area: string, fields: AnyRecord): AnyRecord =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => !isList(area, field)))

const isSameOrder = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id, at) => id === b[at])

/** The order that removing and appending would give. */
const keptThenAdded = (before: readonly string[], after: readonly string[]) => {
  const [had, has] = [new Set(before), new Set(after)]
  return [...before.filter((id) => has.has(id)), ...after.filter((id) => !had.has(id))]
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]))

export function differenceBetween(a: Compared, b: Compared): Difference {
  const values: ValueChange[] = []
  for (const area of keysOf(a.answers, b.answers)) {
    const [before, after] = [a.answers, b.answers].map((answers) => own({ ...answers }, area))
    const [inBefore, inAfter] = [asRecord(before), asRecord(after)]
    if (inBefore !== null && inAfter !== null)
      values.push(...valueChanges([area], withoutLists(area, inBefore), withoutLists(area, inAfter)))
    // Something that a newer version keeps next to the areas.
    else if (!isSame(before, after)) values.push({ path: [area], before, after })
  }
  const rows: RowChange[] = []
  const orders: { list: ListPath; ids: readonly string[] }[] = []
  for (const list of LIST_PATHS) {
    const [before, after] = [anyRows(a.answers, list), anyRows(b.answers, list)]
    const [had, has] = [byId(before), byId(after)]
    for (const row of before) if (!has.has(row.id)) rows.push({ list, is: 'removed', row })
    for (const row of after) {
      const old = had.get(row.id)
      if (old === undefined) rows.push({ list, is: 'added', row })
      else values.push(...valueChanges([...list.split('.'), row.id], old, row))
    }
    const ids = idsOf(after)
    if (!isSameOrder(keptThenAdded(idsOf(before), ids), ids)) orders.push({ list, ids })
  }
  const [filesBefore, filesAfter] = [byId(a.evidence), byId(b.evidence)]
  const files = keptThenAdded(idsOf(a.evidence), idsOf(b.evidence))
    .concat(idsOf(a.evidence).filter((id) => !filesAfter.has(id)))
    .map((id) => ({ before: filesBefore.get(id) ?? null, after: filesAfter.get(id) ?? null }))
    .filter(({ before, after }) => !isSame(before, after))
  const fileIds = idsOf(b.evidence)
  return {
    values,
    rows,
    orders,
    files,
    fileOrder: isSameOrder(keptThenAdded(idsOf(a.evidence), fileIds), fileIds) ? null : fileIds,
    replies: isSame(a.replies, b.replies) ? null : b.replies,
  }
}
