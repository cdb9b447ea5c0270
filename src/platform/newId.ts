const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A random id of 20 letters and digits, about 100 bits: never reused, in no order, safe in an address. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => LETTERS[byte % LETTERS.length]).join('')
