import type { Answers, AnyRow, Area, ListPath, Lists, Path } from './answers.ts'
import { AREAS, LIST_PATHS } from './answers.ts'

/** `scope.concern`, or `scope.deliverables.<rowId>.inScope` in a row. */
export type Address = string

export type Place =
  | { area: Area; field: string; list?: undefined }
  | { list: ListPath; rowId: string; field: string; area: Area }

/** Null if the text, which may be untrusted, is not an address. */
export function placeOf(address: Address): Place | null {
  const [first, second, third, fourth, ...more] = address.split('.')
  const area = AREAS.find((name) => name === first)
  if (area === undefined || second === undefined || second === '' || more.length > 0) return null
  if (third === undefined) return { area, field: second }
  const list = LIST_PATHS.find((path) => path === `${first}.${second}`)
  if (list === undefined || third === '' || fourth === undefined || fourth === '') return null
  return { area, list, rowId: third, field: fourth }
}

export const addressOf = (path: Path | (string & {}), rowId?: string): Address =>
  rowId === undefined ? path : path.replace('*', rowId)

export function pathOf(address: Address): string {
  const place = placeOf(address)
  return place?.list === undefined ? address : `${place.list}.*.${place.field}`
}

export function rowsOf<L extends ListPath>(answers: Answers, list: L): readonly Lists[L][] {
  const [area, field] = list.split('.') as [Area, string]
  // `ListPath` names exactly the fields that hold rows.
  return (answers[area] as unknown as Record<string, readonly Lists[L][]>)[field] ?? []
}
export const anyRows = (answers: Answers, list: ListPath): readonly AnyRow[] =>
  rowsOf(answers, list) as readonly AnyRow[]

export const findRow = (answers: Answers, list: ListPath, rowId: string): AnyRow | undefined =>
  anyRows(answers, list).find((row) => row.id === rowId)

/** Null if unanswered, or if the row is gone. */
export function getAnswer(answers: Answers, address: Address): unknown {
  const place = placeOf(address)
  if (place === null) return null
  const record: Record<string, unknown> | undefined =
    place.list === undefined ? answers[place.area] : findRow(answers, place.list, place.rowId)
  return record?.[place.field] ?? null
}

/** Returns the same answers if the address leads nowhere. */
export function setAnswer(answers: Answers, address: Address, value: unknown): Answers {
  const place = placeOf(address)
  if (place === null) return answers
  if (place.list === undefined) {
    return { ...answers, [place.area]: { ...answers[place.area], [place.field]: value } }
  }
  const { list, rowId, field } = place
  return replaceRows(answers, list, (rows) => rows.map((row) => (row.id === rowId ? { ...row, [field]: value } : row)))
}

export function replaceRows(
  answers: Answers,
  list: ListPath,
  change: (rows: readonly AnyRow[]) => readonly AnyRow[],
): Answers {
  const [area, field] = list.split('.') as [Area, string]
  return { ...answers, [area]: { ...answers[area], [field]: change(anyRows(answers, list)) } }
}
