import { cbc } from '@noble/ciphers/aes.js'
import { equalBytes } from '@noble/ciphers/utils.js'
import { md5 } from '@noble/hashes/legacy.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { concatBytes as joined } from '@noble/hashes/utils.js'
import { type Dictionary, entriesOf, type Resolve } from './values.ts'

interface StreamOf {
  number: number
  generation: number
  isAttachment: boolean
}

export type Decrypt = (of: StreamOf, bytes: Uint8Array) => Uint8Array | null

/** Pads passwords to 32 bytes (ISO 32000-1, 7.6.3.3); all there is of an empty one. */
const PADDING = Uint8Array.from(
  [0x28bf4e5e, 0x4e758a41, 0x64004e56, 0xfffa0108, 0x2e2e00b6, 0xd0683e80, 0x2f0ca9fe, 0x6453697a].flatMap((word) => [
    word >>> 24,
    (word >>> 16) & 255,
    (word >>> 8) & 255,
    word & 255,
  ]),
)

/** Documents protected against changes open with the empty password. Null if another password is needed. */
export function decryptFor(trailers: readonly Dictionary[], resolve: Resolve): Decrypt | null | 'none' {
  const trailer = trailers.find((each) => each.has('Encrypt'))
  if (trailer === undefined) return 'none'
  const encryption = resolve(trailer.get('Encrypt'))
  if (encryption?.is !== 'dictionary') return null
  const read = entriesOf(encryption.entries, resolve)
  if (read.name('Filter') !== 'Standard') return null
  const ids = resolve(trailer.get('ID'))
  const id = ids?.is === 'array' ? resolve(ids.items[0]) : null
  const key = read.number('V') >= 5 ? newKey(read) : oldKey(read, id?.is === 'string' ? id.bytes : null)
  if (key === null) return null
  return ({ number, generation, isAttachment }, bytes) => {
    const method = methodOf(read, isAttachment)
    if (method === 'Identity') return bytes
    if (method === 'AESV3') return read.number('V') >= 5 ? decryptAes(key, bytes) : null
    const place = [number, number >>> 8, number >>> 16, generation, generation >>> 8].map((part) => part & 255)
    const salt = method === 'AESV2' ? [0x73, 0x41, 0x6c, 0x54] : []
    const own = md5(joined(key, Uint8Array.from([...place, ...salt]))).slice(0, Math.min(key.length + 5, 16))
    return method === 'AESV2' ? decryptAes(own, bytes) : method === 'V2' ? rc4(own, bytes) : null
  }
}

type Read = ReturnType<typeof entriesOf>

/** The crypt filter of streams; before version 4 it is the same for all. */
function methodOf(read: Read, isAttachment: boolean): string | null {
  if (read.number('V') < 4) return 'V2'
  const filter = (isAttachment ? read.name('EFF') : null) ?? read.name('StmF') ?? 'Identity'
  return filter === 'Identity' ? filter : (read.within('CF')?.within(filter)?.name('CFM') ?? null)
}

/** The key of the empty password by MD5 and RC4; null if the password is another. */
function oldKey(read: Read, id: Uint8Array | null): Uint8Array | null {
  const [owner, user] = [read.bytes('O', 32), read.bytes('U', 32)]
  const [version, revision] = [read.number('V'), read.number('R')]
  if (owner === null || user === null || id === null || version < 1 || revision > 4) return null
  const length = version === 1 ? 5 : version === 4 ? 16 : Math.min(16, Math.max(5, read.number('Length') / 8))
  const rights = read.number('P')
  const four = Uint8Array.from([rights, rights >> 8, rights >> 16, rights >> 24].map((part) => part & 255))
  const all = [PADDING, owner, four, id]
  // EncryptMetadata changes the key; booleans are not parsed, so both are tried.
  const candidates = revision < 4 ? [all] : [all, [...all, Uint8Array.of(255, 255, 255, 255)]]
  for (const parts of candidates) {
    let key: Uint8Array = md5(joined(...parts)).slice(0, length)
    for (let round = 0; revision >= 3 && round < 50; round += 1) key = md5(key).slice(0, length)
    if (equalBytes(checkOf(key, revision, id), user.slice(0, revision < 3 ? 32 : 16))) return key
  }
  return null
}

/** The value that a right key gives (ISO 32000-1, algorithms 4 and 5). */
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

/** The key of the empty password by SHA-2 and AES; null if the password is another. */
function newKey(read: Read): Uint8Array | null {
  const [user, wrapped] = [read.bytes('U', 48), read.bytes('UE', 32)]
  const revision = read.number('R')
  if (user === null || wrapped === null || revision < 5 || revision > 6) return null
  const hash = (salt: Uint8Array) => (revision === 5 ? sha256(salt) : slowHash(salt))
  if (!equalBytes(hash(user.slice(32, 40)), user.slice(0, 32))) return null
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

/** AES-CBC with the IV in front and PKCS#7 padding. */
function decryptAes(key: Uint8Array, bytes: Uint8Array): Uint8Array | null {
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
