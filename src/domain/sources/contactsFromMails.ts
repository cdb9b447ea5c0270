import type { Answers } from '../case/answers.ts'
import type { MailEntry } from './mailEntries.ts'
import { type ProposedContact, proposedContacts } from './proposedContacts.ts'
import { type Group, groupsOf, type Side, sidesOf } from './whoWrote.ts'

/** Who wrote, as the merchant says: of a group of senders or of one message, by their keys. */
export type Senders = ReadonlyMap<string, Side | null>

export interface Proposals {
  groups: readonly (Group & { side: Side | null; isSaid: boolean })[]
  proposals: readonly ProposedContact[]
}

/** What the messages come to, with what the merchant has said of their senders. */
export function proposalsOf(entries: readonly MailEntry[], said: Senders, answers: Answers, today: string): Proposals {
  const { groups, keyOf } = groupsOf(entries.flatMap(({ from, to }) => [from, ...to].filter((each) => each !== null)))
  const sides = sidesOf(groups, answers, said)
  const writers = new Set(entries.map(({ from }) => (from === null ? null : keyOf(from))))
  return {
    groups: groups
      .filter(({ key }) => writers.has(key))
      .map((group) => ({ ...group, side: sides.get(group.key) ?? null, isSaid: said.has(group.key) })),
    proposals: proposedContacts(entries, {
      answers,
      sideOf: (party) => sides.get(keyOf(party) ?? '') ?? null,
      said,
      today,
    }),
  }
}

/** Whoever has written most of the merchant's mails: probably the one who sits here. */
export function ownWriter(proposals: readonly ProposedContact[]): { name: string; address: string } | null {
  const counts = new Map<string, { name: string; address: string; count: number }>()
  for (const { entry, row } of proposals) {
    const { name = null, address = null } = entry.from ?? {}
    if (row.from !== 'merchant' || name === null || address === null) continue
    counts.set(address, { name, address, count: (counts.get(address)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0] ?? null
}
