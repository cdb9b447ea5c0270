import { type Address, replaceRows, rowsOf } from './address.ts'
import { type AnyRow, AREAS, areaFields, LIST_PATHS, type ListPath, rowFields } from './answers.ts'
import { codesAfter } from './case.ts'
import { type CaseFile, caseFileSchema, FORMAT } from './caseFile.ts'
import { LIMITS, tooManyReplies } from './limits.ts'
import { FORMAT_VERSION, migrate, type RawCase } from './migrations.ts'
import { checked, cleaned, isRecord, isVersion } from './sanitize.ts'

export type CaseFileError =
  | { reason: 'wrongFile' }
  | { reason: 'newer'; version: number }
  | { reason: 'notUpdated'; version: number }
  | { reason: 'shape'; places: readonly string[] }
  | { reason: 'tooMany'; list: ListPath | 'evidence' | 'replies'; count: number; max: number }

export interface ReadCase {
  file: CaseFile
  repairs: readonly Repair[]
  /** A file of a newer version must not be changed; `unrecognised` counts its parts that we cannot show. */
  newer: { version: number; unrecognised: number } | null
}

export type CaseFileResult = ({ ok: true } & ReadCase) | { ok: false; error: CaseFileError }

const failed = (error: CaseFileError): CaseFileResult => ({ ok: false, error })

/** Single entry point for untrusted case data. Missing keys become unanswered; unknown keys are kept. */
export function readCaseFile(parsed: unknown): CaseFileResult {
  if (!isRecord(parsed) || parsed.format !== FORMAT) return failed({ reason: 'wrongFile' })
  const { formatVersion, minReader } = parsed
  if (!isVersion(formatVersion)) return failed({ reason: 'wrongFile' })
  const isNewer = formatVersion > FORMAT_VERSION
  if (isNewer && !(isVersion(minReader) && minReader <= FORMAT_VERSION))
    return failed({ reason: 'newer', version: formatVersion })
  const tooMany = countsOver(parsed)
  if (tooMany !== null) return failed(tooMany)

  const migrated = migrate(cleaned(parsed) as RawCase, formatVersion)
  if (!migrated.ok) return failed({ reason: 'notUpdated', version: migrated.failedAt })

  const result = checked(caseFileSchema, migrated.raw)
  // A newer version may have changed the shape: the file is not at fault.
  if (!result.ok)
    return failed(isNewer ? { reason: 'newer', version: formatVersion } : { reason: 'shape', places: result.places })

  // The named type only leaves out the index signatures of loose objects.
  const { file, repairs } = repaired(result.data as unknown as CaseFile)
  const newer = isNewer ? { version: formatVersion, unrecognised: unrecognisedIn(parsed) } : null
  return { ok: true, file, repairs, newer }
}

/** Before anything is copied, so that a hostile file costs little. */
function countsOver(parsed: Record<string, unknown>): CaseFileError | null {
  const { evidence, answers, replies } = parsed
  if (Array.isArray(replies)) {
    const tooMany = tooManyReplies(replies)
    if (tooMany !== null) return { reason: 'tooMany', list: 'replies', ...tooMany }
  }
  if (Array.isArray(evidence) && evidence.length > LIMITS.files) {
    return { reason: 'tooMany', list: 'evidence', count: evidence.length, max: LIMITS.files }
  }
  for (const list of LIST_PATHS) {
    const { length } = rowsIn(answers, list)
    if (length > LIMITS.rows) return { reason: 'tooMany', list, count: length, max: LIMITS.rows }
  }
  return null
}

function rowsIn(answers: unknown, list: ListPath): readonly unknown[] {
  const [area = '', field = ''] = list.split('.')
  const inArea = isRecord(answers) ? answers[area] : undefined
  const rows = isRecord(inArea) ? inArea[field] : undefined
  return Array.isArray(rows) ? rows : []
}

function unrecognisedIn(parsed: Record<string, unknown>): number {
  const unknownKeys = (value: unknown, known: Readonly<Record<string, unknown>>) =>
    isRecord(value) ? Object.keys(value).filter((key) => !(key in known)).length : 0
  const answers = isRecord(parsed.answers) ? parsed.answers : {}
  let count = unknownKeys(parsed, caseFileSchema.shape) + unknownKeys(answers, areaFields)
  for (const area of AREAS) count += unknownKeys(answers[area], areaFields[area])
  for (const list of LIST_PATHS)
    for (const row of rowsIn(answers, list)) count += unknownKeys(row, { id: 0, code: 0, ...rowFields[list] })
  return count
}

interface Repair {
  kind: 'sameId' | 'sameCode' | 'reference'
  at: Address
}

/** Makes ids and codes unique and drops dangling references; no answer is lost. */
function repaired(file: CaseFile): { file: CaseFile; repairs: readonly Repair[] } {
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
  // A row keeps the deliverables that it was about, also those that are gone: without them it would be about all.
  'partner.log': { evidence: 'files' },
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
