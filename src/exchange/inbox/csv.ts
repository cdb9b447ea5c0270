/** How a table is written for the spreadsheet programs of a language. */
export interface CsvStyle {
  separator: ';' | ','
  /** Numbers as the program reads them back. */
  number: (value: number) => string
}

/** Spreadsheets of Swedish machines take semicolons and a decimal comma; English ones take commas and a point. */
export const CSV_STYLES = {
  sv: { separator: ';', number: (value: number) => String(value).replace('.', ',') },
  en: { separator: ',', number: (value: number) => String(value) },
} as const satisfies Readonly<Record<string, CsvStyle>>

/**
 * What makes a spreadsheet take text for a formula, at the beginning or after blanks (reliability rules of OWASP, T); the
 * full-width forms too, which some programs fold.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are looked for
const FORMULA = /^[\s\u0000]*[=+\-@%|\t\r\u0000\uff1d\uff0b\uff0d\uff20\uff05]/

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

const cellOf = (value: string | number | null, { number }: CsvStyle): string => {
  if (value === null) return ''
  // Numbers are ours, and no formula can be in them.
  if (typeof value === 'number') return number(value)
  return quoted(FORMULA.test(value) ? `'${value}` : value)
}

/** A table as a file for a spreadsheet (RFC 4180), with the mark that tells it that the text is UTF-8. */
export function csvFile(rows: readonly (readonly (string | number | null)[])[], style: CsvStyle): string {
  const lines = rows.map((row) => row.map((value) => cellOf(value, style)).join(style.separator))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
