import type { Answers } from '../case/answers.ts'
import type { MailEntry } from './mailEntries.ts'
import { type ProposedContact, proposedContacts } from './proposedContacts.ts'
import { type Group, groupsOf, type Side, sidesOf } from './whoWrote.ts'

/** Who wrote, as the merchant says: of a group of senders, by its key, or of one message. */
export type Senders = ReadonlyMap<string | MailEntry, Side | null>

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
