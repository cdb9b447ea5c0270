/** Gives the SHA-256 of a text, in small hexadecimal digits. */
export type Sha256 = (text: string) => string

/** JSON with the keys of every object in order, so that equal content is equal text. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalText(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalText(inner)}`)
  return `{${entries.join(',')}}`
}

/** What a digest is taken of. The language, the day and the wrapping may change without changing the case. */
export interface Digested {
  answers: unknown
  evidence: unknown
  replies: unknown
}

/** Tells of accidents, not of authorship: whoever changes a file can change its digest too. */
export const digestOf = ({ answers, evidence, replies }: Digested, sha256: Sha256): string =>
  sha256(canonicalText({ answers, evidence, replies }))
