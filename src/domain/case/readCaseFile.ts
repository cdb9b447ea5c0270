import { AREAS, areaFields, LIST_PATHS, type ListPath, rowFields } from './answers.ts'
import { type CaseFile, caseFileSchema, FORMAT } from './caseFile.ts'
import { LIMITS, tooManyReplies } from './limits.ts'
import { FORMAT_VERSION, migrate, type RawCase } from './migrations.ts'
import { type Repair, repaired } from './repair.ts'
import { checked, cleaned, isRecord, isVersion } from './sanitize.ts'

/** Why a file cannot be opened. A page turns the reason into a sentence with a next step. */
export type CaseFileError =
  | { reason: 'wrongFile' }
  | { reason: 'newer'; version: number }
  | { reason: 'notUpdated'; version: number }
  | { reason: 'shape'; places: readonly string[] }
  | { reason: 'tooMany'; list: ListPath | 'evidence' | 'replies'; count: number; max: number }

export interface ReadCase {
  file: CaseFile
  repairs: readonly Repair[]
  /** Set where the file is of a newer version: how many parts of it are not recognised. It must not be changed. */
  newer: { version: number; unrecognised: number } | null
}

export type CaseFileResult = ({ ok: true } & ReadCase) | { ok: false; error: CaseFileError }

const failed = (error: CaseFileError): CaseFileResult => ({ ok: false, error })

/**
 * The only door through which a case comes in. Takes parsed JSON of any shape, gives a case of this version made of
 * fresh objects, or the reason why not. Missing keys become unanswered; unknown keys are kept by value.
 */
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
  // What a newer version builds otherwise is no fault of the file.
  if (!result.ok)
    return failed(isNewer ? { reason: 'newer', version: formatVersion } : { reason: 'shape', places: result.places })

  // The schema is the definition of the file; the named type only leaves out the index signatures of loose objects.
  const { file, repairs } = repaired(result.data as unknown as CaseFile)
  const newer = isNewer ? { version: formatVersion, unrecognised: unrecognisedIn(parsed) } : null
  return { ok: true, file, repairs, newer }
}

/** Counted before anything is copied, so that a hostile file costs little. */
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

/** How many parts of a newer file this version does not know and so cannot show. */
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
