export type Sha256 = (text: string) => string

/** Sorted keys, so that equal content is equal text. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalText(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalText(inner)}`)
  return `{${entries.join(',')}}`
}

/** Language, date and envelope may change without changing the case. */
export interface Digested {
  answers: unknown
  evidence: unknown
  replies: unknown
}

/** Detects corruption, not tampering. */
export const digestOf = ({ answers, evidence, replies }: Digested, sha256: Sha256): string =>
  sha256(canonicalText({ answers, evidence, replies }))
