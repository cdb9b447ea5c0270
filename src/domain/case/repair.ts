import { type Address, replaceRows, rowsOf } from './address.ts'
import { type AnyRow, LIST_PATHS, type ListPath } from './answers.ts'
import { codesAfter } from './case.ts'
import type { CaseFile } from './caseFile.ts'

export interface Repair {
  kind: 'sameId' | 'sameCode' | 'reference'
  at: Address
}

/** Makes ids and codes unique and drops dangling references; no answer is lost. */
export function repaired(file: CaseFile): { file: CaseFile; repairs: readonly Repair[] } {
  const repairs: Repair[] = []
  const distinct = LIST_PATHS.reduce((current, list) => withDistinctRows(current, list, repairs), file)
  return { file: withoutDanglingReferences(distinct, repairs), repairs }
}

function withDistinctRows(file: CaseFile, list: ListPath, repairs: Repair[]): CaseFile {
  const ids = new Set<string>()
  /** The next copy number of each id, in case a long list has one id only. */
  const copies = new Map<string, number>()
  const codes = new Set<number>()
  const rows = rowsOf(file.answers, list)
  let highest = Math.max(file.codes[list], 0, ...rows.map(({ code }) => code))
  const nextCode = codesAfter(highest, rows)
  const mended = rows.map((row) => {
    let { id, code } = row
    const begin = row.id.slice(0, 56)
    for (let copy = copies.get(begin) ?? 2; ids.has(id); copy += 1) {
      id = `${begin}-${copy}`
      copies.set(begin, copy + 1)
    }
    if (id !== row.id) repairs.push({ kind: 'sameId', at: `${list}.${id}` })
    ids.add(id)
    if (codes.has(code)) {
      code = nextCode()
      highest = Math.max(highest, code)
      repairs.push({ kind: 'sameCode', at: `${list}.${id}` })
    }
    codes.add(code)
    return { ...row, id, code }
  })
  return { ...file, codes: { ...file.codes, [list]: highest }, answers: replaceRows(file.answers, list, () => mended) }
}

const REFERENCES: Readonly<Record<ListPath, Readonly<Record<string, 'deliverables' | 'files'>>>> = {
  'scope.deliverables': { evidence: 'files' },
  'added.items': {},
  'partner.log': { promisedFor: 'deliverables', evidence: 'files' },
  'examples.items': { deliverable: 'deliverables', evidence: 'files' },
}

function withoutDanglingReferences(file: CaseFile, repairs: Repair[]): CaseFile {
  const known = {
    deliverables: new Set<unknown>(file.answers.scope.deliverables.map(({ id }) => id)),
    files: new Set<unknown>(file.evidence.map(({ id }) => id)),
  }
  const kept = (value: unknown, ids: ReadonlySet<unknown>, at: Address) => {
    const isKnown = (id: unknown) => ids.has(id)
    if (value === null || (Array.isArray(value) ? value.every(isKnown) : isKnown(value))) return value
    repairs.push({ kind: 'reference', at })
    return Array.isArray(value) ? value.filter(isKnown) : null
  }
  const cleared = (list: ListPath, row: AnyRow): AnyRow => ({
    ...row,
    ...Object.fromEntries(
      Object.entries(REFERENCES[list]).map(([field, to]) => [
        field,
        kept(row[field], known[to], `${list}.${row.id}.${field}`),
      ]),
    ),
  })
  const answers = LIST_PATHS.reduce(
    (current, list) => replaceRows(current, list, (rows) => rows.map((row) => cleared(list, row))),
    file.answers,
  )
  return { ...file, answers }
}
