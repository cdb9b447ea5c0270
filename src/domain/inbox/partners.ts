import type { InboxEntry } from './inbox.ts'

interface Partner {
  key: string
  /** As it is written first. */
  name: string
  of: readonly InboxEntry[]
}

export function partnersIn(entries: readonly InboxEntry[]): readonly Partner[] {
  const found = new Map<string, { key: string; name: string; of: InboxEntry[] }>()
  for (const entry of entries) {
    const { partnerKey: key, newest } = entry
    if (key === null || newest.partner === null) continue
    const known = found.get(key) ?? { key, name: newest.partner, of: [] }
    known.of.push(entry)
    found.set(key, known)
  }
  return [...found.values()]
}

export interface ReturningPartner {
  name: string
  cases: number
  open: number
  warranted: number
}

export const returningPartners = (entries: readonly InboxEntry[]): readonly ReturningPartner[] =>
  partnersIn(entries)
    .filter(({ of }) => of.length > 1)
    .map(({ name, of }) => ({
      name,
      cases: of.length,
      open: of.filter(({ waiting }) => waiting !== 'nobody').length,
      warranted: of.filter(({ newest }) => newest.warranted).length,
    }))
    .sort((a, b) => b.cases - a.cases || (a.name < b.name ? -1 : 1))
