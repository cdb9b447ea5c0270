/** A value as PDF writes it. Operators and what cannot be read are null. */
export type Value =
  | { is: 'number'; number: number }
  | { is: 'name'; name: string }
  | { is: 'string'; bytes: Uint8Array }
  | { is: 'array'; items: readonly Value[] }
  | { is: 'dictionary'; entries: ReadonlyMap<string, Value> }
  | { is: 'reference'; number: number }
  | null

export type Dictionary = ReadonlyMap<string, Value>

export const isSpace = (byte: number | undefined) =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0x00
export const isDelimiter = (byte: number | undefined) =>
  byte === undefined || isSpace(byte) || '()<>[]{}/%'.includes(String.fromCharCode(byte))
export const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39
