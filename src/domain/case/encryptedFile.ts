import * as z from 'zod/mini'
import { canonicalText } from './canonicalJson.ts'
import { FORMAT } from './caseFile.ts'
import { FORMAT_VERSION, MIN_READER } from './migrations.ts'

const base64 = (bytes: number) =>
  z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/), z.length(Math.ceil(bytes / 3) * 4))

/** Bounded, so that a hostile file cannot keep a browser busy for hours (C). */
const lockSchema = z.object({
  cipher: z.literal('AES-256-GCM'),
  derivation: z.literal('PBKDF2-SHA-256'),
  iterations: z.int().check(z.gte(100_000), z.lte(5_000_000)),
  salt: base64(16),
  iv: base64(12),
  body: z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
})

export type Lock = z.infer<typeof lockSchema>

export const lockedFileOf = (lock: Lock) => ({
  format: FORMAT,
  formatVersion: FORMAT_VERSION,
  minReader: MIN_READER,
  locked: lock,
})
export function lockOf(parsed: unknown): Lock | null {
  const file = z.safeParse(z.object({ format: z.literal(FORMAT), locked: lockSchema }), parsed)
  return file.success ? file.data.locked : null
}

/** Authenticated with the body, so that it cannot be weakened on the way. */
export const headOfLock = ({ body: _, ...head }: Lock): string => canonicalText({ format: FORMAT, ...head })
