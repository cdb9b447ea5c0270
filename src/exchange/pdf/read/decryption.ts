import { cbc } from '@noble/ciphers/aes.js'
import { md5 } from '@noble/hashes/legacy.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { concatBytes as joined } from '@noble/hashes/utils.js'
import type { Dictionary, Value } from './values.ts'

/** The object whose stream it is. */
interface StreamOf {
  number: number
  generation: number
  isAttachment: boolean
}

/** Takes the encryption off a stream; null where the stream is not what it should be. */
export type Decrypt = (of: StreamOf, bytes: Uint8Array) => Uint8Array | null

/** Fills a password up; of an empty one it is all. */
const PADDING = Uint8Array.from(
  [0x28bf4e5e, 0x4e758a41, 0x64004e56, 0xfffa0108, 0x2e2e00b6, 0xd0683e80, 0x2f0ca9fe, 0x6453697a].flatMap((word) => [
    word >>> 24,
    (word >>> 16) & 255,
    (word >>> 8) & 255,
    word & 255,
  ]),
)

const isSame = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, at) => byte === b[at])

/**
 * PDF programs that protect a document against changes encrypt it in such a way that the empty password reads it, as every
 * reader does. Null where it takes a password that somebody has to know.
 */
export function decryptFor(trailers: readonly Dictionary[], resolve: (value: Value) => Value): Decrypt | null | 'none' {
  const trailer = trailers.find((each) => each.has('Encrypt'))
  if (trailer === undefined) return 'none'
  const said = resolve(trailer.get('Encrypt') ?? null)
  if (said?.is !== 'dictionary') return null
  const read = readerOf(said.entries, resolve)
  if (read.name('Filter') !== 'Standard') return null
  const ids = resolve(trailer.get('ID') ?? null)
  const id = ids?.is === 'array' ? resolve(ids.items[0] ?? null) : null
  const key = read.number('V') >= 5 ? newKey(read) : oldKey(read, id?.is === 'string' ? id.bytes : null)
  if (key === null) return null
  return ({ number, generation, isAttachment }, bytes) => {
    const method = methodOf(read, isAttachment)
    if (method === 'Identity') return bytes
    if (method === 'AESV3') return read.number('V') >= 5 ? unpacked(key, bytes) : null
    const place = [number, number >>> 8, number >>> 16, generation, generation >>> 8].map((part) => part & 255)
    const salt = method === 'AESV2' ? [0x73, 0x41, 0x6c, 0x54] : []
    const own = md5(joined(key, Uint8Array.from([...place, ...salt]))).slice(0, Math.min(key.length + 5, 16))
    return method === 'AESV2' ? unpacked(own, bytes) : method === 'V2' ? rc4(own, bytes) : null
  }
}

type Read = ReturnType<typeof readerOf>

function readerOf(entries: Dictionary, resolve: (value: Value) => Value) {
  const at = (key: string) => resolve(entries.get(key) ?? null)
  return {
    at,
    number: (key: string) => {
      const value = at(key)
      return value?.is === 'number' ? value.number : 0
    },
    name: (key: string) => {
      const value = at(key)
      return value?.is === 'name' ? value.name : null
    },
    bytes: (key: string, length: number) => {
      const value = at(key)
      return value?.is === 'string' && value.bytes.length >= length ? value.bytes.slice(0, length) : null
    },
    within: (key: string) => {
      const value = at(key)
      return value?.is === 'dictionary' ? readerOf(value.entries, resolve) : null
    },
  }
}

/** How streams are encrypted: for all in the same way, or as the filter says that is named for them. */
function methodOf(read: Read, isAttachment: boolean): string | null {
  if (read.number('V') < 4) return 'V2'
  const filter = (isAttachment ? read.name('EFF') : null) ?? read.name('StmF') ?? 'Identity'
  return filter === 'Identity' ? filter : (read.within('CF')?.within(filter)?.name('CFM') ?? null)
}

/** The key that the empty password gives, by MD5 and RC4; null where it takes another. */
function oldKey(read: Read, id: Uint8Array | null): Uint8Array | null {
  const [owner, user] = [read.bytes('O', 32), read.bytes('U', 32)]
  const [version, revision] = [read.number('V'), read.number('R')]
  if (owner === null || user === null || id === null || version < 1 || revision > 4) return null
  const length = version === 1 ? 5 : version === 4 ? 16 : Math.min(16, Math.max(5, read.number('Length') / 8))
  const rights = read.number('P')
  const four = Uint8Array.from([rights, rights >> 8, rights >> 16, rights >> 24].map((part) => part & 255))
  const all = [PADDING, owner, four, id]
  // Only what has been said is "true" or "false"; both are read as null, and metadata are no matter of ours.
  const candidates = revision < 4 ? [all] : [all, [...all, Uint8Array.of(255, 255, 255, 255)]]
  for (const parts of candidates) {
    let key: Uint8Array = md5(joined(...parts)).slice(0, length)
    for (let round = 0; revision >= 3 && round < 50; round += 1) key = md5(key).slice(0, length)
    if (isSame(checkOf(key, revision, id), user.slice(0, revision < 3 ? 32 : 16))) return key
  }
  return null
}

/** What a right key makes of what everybody knows. */
function checkOf(key: Uint8Array, revision: number, id: Uint8Array): Uint8Array {
  if (revision < 3) return rc4(key, PADDING)
  let check: Uint8Array = md5(joined(PADDING, id))
  for (let round = 0; round < 20; round += 1)
    check = rc4(
      key.map((byte) => byte ^ round),
      check,
    )
  return check
}

/** The key that the empty password gives, by SHA-2 and AES; null where it takes another. */
function newKey(read: Read): Uint8Array | null {
  const [user, wrapped] = [read.bytes('U', 48), read.bytes('UE', 32)]
  const revision = read.number('R')
  if (user === null || wrapped === null || revision < 5 || revision > 6) return null
  const hash = (salt: Uint8Array) => (revision === 5 ? sha256(salt) : slowHash(salt))
  if (!isSame(hash(user.slice(32, 40)), user.slice(0, 32))) return null
  return cbc(hash(user.slice(40, 48)), new Uint8Array(16), { disablePadding: true }).decrypt(wrapped)
}

/** Algorithm 2.B of ISO 32000-2, for the empty password. */
function slowHash(salt: Uint8Array): Uint8Array {
  let key: Uint8Array = sha256(salt)
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const repeated = joined(...Array.from({ length: 64 }, () => key))
    const mixed = cbc(key.slice(0, 16), key.slice(16, 32), { disablePadding: true }).encrypt(repeated)
    const sum = mixed.slice(0, 16).reduce((all, byte) => all + byte, 0) % 3
    key = sum === 0 ? sha256(mixed) : sum === 1 ? sha384(mixed) : sha512(mixed)
    last = mixed.at(-1) ?? 0
  }
  return key.slice(0, 32)
}

/** AES with the start value in front, and as many bytes more as the last of them says. */
function unpacked(key: Uint8Array, bytes: Uint8Array): Uint8Array | null {
  if (bytes.length < 32) return bytes.length === 16 ? new Uint8Array() : null
  try {
    return cbc(key, bytes.slice(0, 16)).decrypt(bytes.slice(16))
  } catch {
    return null
  }
}

function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at)
  const swap = (a: number, b: number) => {
    const kept = state[a] ?? 0
    state[a] = state[b] ?? 0
    state[b] = kept
  }
  for (let at = 0, other = 0; at < 256; at += 1) {
    other = (other + (state[at] ?? 0) + (key[at % key.length] ?? 0)) & 255
    swap(at, other)
  }
  let [at, other] = [0, 0]
  return bytes.map((byte) => {
    at = (at + 1) & 255
    other = (other + (state[at] ?? 0)) & 255
    swap(at, other)
    return byte ^ (state[((state[at] ?? 0) + (state[other] ?? 0)) & 255] ?? 0)
  })
}
