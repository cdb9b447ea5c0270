/** Digits in groups are easier to compare over the phone. */
export const groupedChecksum = (digest: string): string => digest.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')
