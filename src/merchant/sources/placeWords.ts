import type { Words } from '../../i18n/useWords.ts'

/** Where it stands in a document: "Section 4.2, page 5"; null if it has neither. */
export function placeWords(
  { translate }: Words,
  { section, page }: { section: string | null; page: number | null },
): string | null {
  if (section !== null && page !== null) return translate('sources:document.place.both', { section, page })
  if (section !== null) return translate('sources:document.place.section', { section })
  return page === null ? null : translate('sources:document.place.page', { page })
}
