import { answersFromFormat1 } from './fromFormat1.ts'

/** Raised only when a meaning changes; a new question needs no new version. */
export const FORMAT_VERSION = 2

/** The oldest version of the app that can read our files. */
export const MIN_READER = 1

export type RawCase = Readonly<Record<string, unknown>>

/** Pure; it gets its own copy. */
export type Migration = (raw: RawCase) => RawCase

/** The first one leads from version 1 to 2. Every released version opens, for ever. */
const MIGRATIONS: readonly Migration[] = [(raw) => ({ ...raw, answers: answersFromFormat1(raw.answers, raw.language) })]

export type Migrated = { ok: true; raw: RawCase } | { ok: false; failedAt: number }

export function migrate(raw: RawCase, from: number, steps: readonly Migration[] = MIGRATIONS): Migrated {
  let current = raw
  for (let version = from; version <= steps.length; version += 1) {
    const step = steps[version - 1]
    if (step === undefined) return { ok: false, failedAt: version }
    try {
      current = { ...step(structuredClone(current)), formatVersion: version + 1 }
    } catch {
      return { ok: false, failedAt: version }
    }
  }
  return { ok: true, raw: current }
}
