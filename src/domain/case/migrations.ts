import { answersFromFormat1 } from './fromFormat1.ts'

/** The version of the format that this app writes. It rises only when a meaning changes; a new question needs none. */
export const FORMAT_VERSION = 2

/** The oldest app version of the format that can read what we write. */
export const MIN_READER = 1

export type RawCase = Readonly<Record<string, unknown>>

/** Turns a case file of one version into the next. Pure; it gets a copy that nobody else holds. */
export type Migration = (raw: RawCase) => RawCase

/** The first migration leads from version 1 to 2, and so on. Every released version opens, for ever. */
const MIGRATIONS: readonly Migration[] = [(raw) => ({ ...raw, answers: answersFromFormat1(raw.answers, raw.language) })]

export type Migrated = { ok: true; raw: RawCase } | { ok: false; failedAt: number }

/**
 * Brings a file of an older version up to this one, step by step.
 * @param from the version of the file, at least 1
 */
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
