export interface CsvStyle {
  separator: ';' | ','
  number: (value: number) => string
}

/** Swedish spreadsheets use semicolons and a decimal comma, English ones commas and a point. */
export const CSV_STYLES = {
  sv: { separator: ';', number: (value: number) => String(value).replace('.', ',') },
  en: { separator: ',', number: (value: number) => String(value) },
} as const satisfies Readonly<Record<string, CsvStyle>>

/** What a spreadsheet takes for a formula (CSV injection, OWASP, T), with the full-width forms that some programs fold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are looked for
const FORMULA = /^[\s\u0000]*[=+\-@%|\t\r\u0000\uff1d\uff0b\uff0d\uff20\uff05]/

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

const cellOf = (value: string | number | null, { number }: CsvStyle): string => {
  if (value === null) return ''
  if (typeof value === 'number') return number(value)
  return quoted(FORMULA.test(value) ? `'${value}` : value)
}

/** RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. */
export function csvFile(rows: readonly (readonly (string | number | null)[])[], style: CsvStyle): string {
  const lines = rows.map((row) => row.map((value) => cellOf(value, style)).join(style.separator))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
