const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** About 100 random bits, safe in an address. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => LETTERS[byte % LETTERS.length]).join('')
