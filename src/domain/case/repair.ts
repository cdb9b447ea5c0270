import type { Contact } from '../areas/partner/schema.ts'
import { type Address, replaceRows, rowsOf } from './address.ts'
import { LIST_PATHS, type ListPath } from './answers.ts'
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
  return { file: withoutLooseReferences(distinct, repairs), repairs }
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

function withoutLooseReferences(file: CaseFile, repairs: Repair[]): CaseFile {
  const deliverables = new Set(file.answers.scope.deliverables.map(({ id }) => id))
  const files = new Set(file.evidence.map(({ id }) => id))
  const keep = (ids: string[] | null, known: Set<string>, at: Address) => {
    const kept = ids?.filter((id) => known.has(id)) ?? null
    if (kept !== null && kept.length !== ids?.length) repairs.push({ kind: 'reference', at })
    return kept
  }
  const one = (id: string | null, at: Address) => {
    if (id === null || deliverables.has(id)) return id
    repairs.push({ kind: 'reference', at })
    return null
  }
  const { scope, partner, examples } = file.answers
  return {
    ...file,
    answers: {
      ...file.answers,
      scope: {
        ...scope,
        deliverables: scope.deliverables.map((row) => ({
          ...row,
          evidence: keep(row.evidence, files, `scope.deliverables.${row.id}.evidence`),
        })),
      },
      partner: {
        ...partner,
        log: partner.log.map(
          (row): Contact => ({
            ...row,
            promisedFor: keep(row.promisedFor, deliverables, `partner.log.${row.id}.promisedFor`),
            evidence: keep(row.evidence, files, `partner.log.${row.id}.evidence`),
          }),
        ),
      },
      examples: {
        ...examples,
        items: examples.items.map((row) => ({
          ...row,
          deliverable: one(row.deliverable, `examples.items.${row.id}.deliverable`),
          evidence: keep(row.evidence, files, `examples.items.${row.id}.evidence`),
        })),
      },
    },
  }
}
