import { nonBlank } from '../case/answer.ts'
import type { Answers } from '../case/answers.ts'
import type { Party } from './foundMessage.ts'

export type Side = 'merchant' | 'partner' | 'other'

/** Whoever writes from one domain; at a public mail service, from one address; without an address, under one name. */
export interface Group {
  key: string
  /** As it is shown: `agency.example`, an address, or a name. */
  shown: string
  /** The names that its people write under, a few. */
  names: readonly string[]
}

const PUBLIC_MAIL =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|me|mac|proton|protonmail|telia|bredband|comhem|spray|aol|gmx|fastmail)\.[a-z.]{2,8}$/
const MOST_NAMES = 4

const domainOf = (address: string | null): string | null => address?.split('@').at(-1) ?? null

const wordsOfName = (name: string) =>
  (name.toLowerCase().match(/[\p{L}\d]{2,}/gu) ?? []).filter((word) => !/^(?:ab|via|hos|at|from|från)$/.test(word))

/** All the words of one name are in the other: "Anna Ek" and "Anna Ek (Byrån AB)". */
export function isSamePerson(a: string, b: string): boolean {
  const [short, long] = [wordsOfName(a), wordsOfName(b)].sort((x, y) => x.length - y.length) as [string[], string[]]
  return short.length > 1
    ? short.every((word) => long.includes(word))
    : short.length === 1 && short[0] === long[0] && long.length <= 2
}

/** Finds the group of everybody who is named in these messages. */
export function groupsOf(parties: readonly Party[]) {
  const groups = new Map<string, Group>()
  const known = new Map(
    parties.flatMap(({ address, name }) => (address === null || name === null ? [] : [[address, name]])),
  )
  /** Null where two sides have somebody of that name. */
  const addressOf = (name: string) => {
    const found = [...known].filter(([, other]) => isSamePerson(name, other)).map(([address]) => address)
    return new Set(found.map(domainOf)).size === 1 ? (found[0] ?? null) : null
  }
  const keys = new Map<string, string | null>()
  const keyOf = ({ name, address }: Party): string | null => {
    const at = `${address}\n${name}`
    if (!keys.has(at)) keys.set(at, keyFrom(address ?? (name === null ? null : addressOf(name)), name))
    return keys.get(at) ?? null
  }
  for (const party of parties) {
    const key = keyOf(party)
    if (key === null) continue
    const names = groups.get(key)?.names ?? []
    const { name } = party
    const isNew = name !== null && names.length < MOST_NAMES && !names.some((each) => isSamePerson(each, name))
    groups.set(key, { key, shown: key, names: isNew ? [...names, name] : names })
  }
  return { groups: [...groups.values()], keyOf }
}

function keyFrom(address: string | null, name: string | null): string | null {
  const domain = domainOf(address)
  if (domain === null) return name
  return PUBLIC_MAIL.test(domain) ? address : domain
}

/** Words of a company's name that name it. */
const tellingWords = (name: string | null) =>
  (name ?? '')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(
      (word) =>
        word.length > 3 &&
        !/^(?:group|gruppen|sverige|sweden|commerce|digital|limited|gmbh|agency|consulting|partner|byrå|byrån|media|studio|labs|solutions|store|shop)$/.test(
          word,
        ),
    )

const asInAddress = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const isNamed = (text: string, company: string | null) => {
  const plain = asInAddress(text)
  const whole = asInAddress(company ?? '')
    .replace(/\b(?:ab|ltd|limited|gmbh|inc|as|oy|aps)\b/g, '')
    .replace(/[^a-z\d]+/g, '')
  if (whole.length > 3 && plain.replace(/[^a-z\d]+/g, '').includes(whole)) return true
  return tellingWords(company).some((word) => plain.includes(asInAddress(word)))
}

/**
 * Which side a group is on, as far as the case tells; null if the merchant has to say. Of two groups of which one is
 * known, the other one is the other side.
 * @param toldBefore what the merchant has said, by the key of the group
 */
export function sidesOf(
  groups: readonly Group[],
  { about }: Answers,
  toldBefore: ReadonlyMap<string, Side | null> = new Map(),
): ReadonlyMap<string, Side | null> {
  const own = typeof about.email === 'string' ? about.email.trim().toLowerCase() : null
  const people = (about.partnerPeople ?? []).flatMap(({ name }) => nonBlank(name) ?? [])
  const us = nonBlank(about.name)
  const sideOf = ({ key, names }: Group): Side | null => {
    const told = toldBefore.get(key)
    if (told) return told
    if (own !== null && (key === own || key === domainOf(own))) return 'merchant'
    if (/(?:^|\.)adobe\.com$/.test(key)) return 'other'
    if (names.some((name) => people.some((person) => isSamePerson(person, name)))) return 'partner'
    if (us !== null && names.some((name) => isSamePerson(us, name))) return 'merchant'
    const [theirs, ours] = [isNamed(key, about.partnerCompany), isNamed(key, about.company)]
    return theirs === ours ? null : theirs ? 'partner' : 'merchant'
  }
  const sides = new Map(groups.map((group) => [group.key, sideOf(group)]))
  const unsaid = groups.filter(({ key }) => sides.get(key) === null)
  const said = new Set([...sides.values()].filter((side) => side === 'merchant' || side === 'partner'))
  if (unsaid.length === 1 && groups.length === 2 && said.size === 1)
    sides.set(unsaid[0]?.key ?? '', said.has('partner') ? 'merchant' : 'partner')
  return sides
}
