import * as z from 'zod/mini'
import { cleanText } from './cleanText.ts'

/** More places than this help nobody to find what is wrong. */
const MAX_ISSUES = 20

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isVersion = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1

export const NEVER_KEYS = new Set(['__proto__', 'prototype', 'constructor'])

/** Fresh objects with clean text and without the keys that reach into JavaScript's own objects. */
export function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleaned)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !NEVER_KEYS.has(key))
      .map(([key, inner]) => [key, cleaned(inner)]),
  )
}

/**
 * The value with nothing where it has a number that is none. JSON can say 1e400 and not say what JavaScript makes of it:
 * the next file would say nothing there. Where a number is asked for, a schema refuses it.
 */
export function finite(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (Array.isArray(value)) {
    const items = value.map(finite)
    return items.every((item, at) => item === value[at]) ? value : items
  }
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, finite(inner)] as const)
  return entries.every(([key, inner]) => inner === value[key]) ? value : Object.fromEntries(entries)
}

type Checked<T> = { ok: true; data: T } | { ok: false; places: readonly string[] }

/** What a schema makes of a value of any shape, or where it does not fit. Never throws. */
export function checked<S extends z.ZodMiniType>(schema: S, value: unknown): Checked<z.output<S>> {
  try {
    const result = z.safeParse(schema, value)
    return result.success
      ? { ok: true, data: finite(result.data) as z.output<S> }
      : { ok: false, places: placesOf(result.error.issues) }
  } catch (error) {
    // The library cannot hold a hundred thousand faults in one list.
    if (error instanceof RangeError) return { ok: false, places: [] }
    throw error
  }
}

const placesOf = (issues: readonly { path: PropertyKey[] }[]): readonly string[] => [
  ...new Set(issues.slice(0, MAX_ISSUES).map(({ path }) => path.map(String).join('.'))),
]
