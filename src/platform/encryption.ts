import { fromBase64, toBase64 } from '../domain/case/base64.ts'
import { headOfLock, type Lock } from '../domain/case/encryptedFile.ts'

/** OWASP's figure for PBKDF2 with SHA-256. */
const ITERATIONS = 600_000

const SYMBOLS = 'abcdefghjkmnpqrstuvwxyz23456789x'
const [GROUPS, IN_GROUP] = [5, 4]

/** False without a secure connection. */
export const canLock = (): boolean => crypto.subtle !== undefined

/** 20 symbols out of 32: 100 bits. */
export function newPassphrase(): string {
  const symbols = Array.from(
    crypto.getRandomValues(new Uint8Array(GROUPS * IN_GROUP)),
    (byte) => SYMBOLS[byte % SYMBOLS.length],
  ).join('')
  return symbols.replace(/(.{4})(?=.)/g, '$1-')
}

type Bytes = Uint8Array<ArrayBuffer>

const bytesOf = (text: string): Bytes => fromBase64(text) ?? new Uint8Array()
const utf8 = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text))

async function keyOf(passphrase: string, { salt, iterations }: Pick<Lock, 'salt' | 'iterations'>) {
  // The same on every keyboard.
  const secret = utf8(passphrase.normalize('NFC').trim())
  const material = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

const parametersOf = (lock: Lock) => ({
  name: 'AES-GCM',
  iv: bytesOf(lock.iv),
  additionalData: utf8(headOfLock(lock)),
})

export async function lock(bytes: Uint8Array, passphrase: string): Promise<Lock> {
  const head: Lock = {
    cipher: 'AES-256-GCM',
    derivation: 'PBKDF2-SHA-256',
    iterations: ITERATIONS,
    salt: toBase64(crypto.getRandomValues(new Uint8Array(16))),
    iv: toBase64(crypto.getRandomValues(new Uint8Array(12))),
    body: '',
  }
  const key = await keyOf(passphrase, head)
  const body = await crypto.subtle.encrypt(parametersOf(head), key, new Uint8Array(bytes))
  return { ...head, body: toBase64(new Uint8Array(body)) }
}

/** Null for a wrong passphrase and for a damaged lock: the two cannot be told apart. */
export async function unlock(locked: Lock, passphrase: string): Promise<Uint8Array | null> {
  try {
    const key = await keyOf(passphrase, locked)
    return new Uint8Array(await crypto.subtle.decrypt(parametersOf(locked), key, bytesOf(locked.body)))
  } catch {
    return null
  }
}
