import type { PlainDate } from '../dates/plainDate.ts'

export interface Party {
  name: string | null
  /** In small letters; null if only a name is written. */
  address: string | null
}

/** A file in a message; `bytes` is null if it is too large to be attached. */
export interface MessageFile {
  name: string
  /** Bytes. */
  size: number
  bytes: Uint8Array<ArrayBuffer> | null
}

/** A mail or a meeting as it was read from a file or from pasted text: facts, no conclusions. */
export interface FoundMessage {
  /** `Message-ID`; null if there is none. */
  id: string | null
  /** In the time zone of whoever sent it; null if it is not known. */
  day: PlainDate | null
  /** What stands there for a day that could not be read. */
  dayTyped: string | null
  /** `14:05`, to order the messages of a day. */
  time: string | null
  from: Party | null
  to: readonly Party[]
  subject: string | null
  text: string
  kind: 'mail' | 'meeting'
  /** Its headers say that a program answered (RFC 3834). */
  isAutomatic: boolean
  /** They say that a program sent it, which may be what a person wrote. */
  isFromProgram: boolean
  files: readonly MessageFile[]
}

export const NO_MESSAGE: FoundMessage = {
  id: null,
  day: null,
  dayTyped: null,
  time: null,
  from: null,
  to: [],
  subject: null,
  text: '',
  kind: 'mail',
  isAutomatic: false,
  isFromProgram: false,
  files: [],
}

const ADDRESS = /(?<![\w.+-])[\w.+-]{1,64}@[\p{L}\p{M}\p{N}.-]{1,255}/u

/** `Anna Ek <anna@example.com>`, `anna@example.com (Anna Ek)`, `"Ek, Anna" [mailto:…]`, or only one of both. */
export function partyIn(written: string): Party {
  const address = ADDRESS.exec(written)?.[0]?.toLowerCase() ?? null
  const name = written
    .replace(/<[^<>]{0,400}>|\[[^[\]]{0,400}\]/g, ' ')
    .replace(ADDRESS, ' ')
    .replace(/mailto:|["<>()*]|(?<!\p{L})'|'(?!\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return { name: name === '' ? null : inOrder(name), address }
}

/** `Ek, Anna`, as directories of companies write it. */
const inOrder = (name: string) => name.replace(/^([\p{L}'’ -]{2,40}), ([\p{L}'’ -]{2,40})$/u, '$2 $1')

/** `A <a@x>; B <b@y>`: at most as many as matter. */
export const partiesIn = (written: string): readonly Party[] =>
  written
    .split(/;|(?<=>),|(?<=@[\w.-]{1,40}),/, 20)
    .filter((each) => each.trim() !== '')
    .map(partyIn)
