import * as z from 'zod/mini'
import { cleanText } from './cleanText.ts'

const MAX_ISSUES = 20

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isVersion = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1

export const NEVER_KEYS = new Set(['__proto__', 'prototype', 'constructor'])

/** Copies, with sanitized text and without the keys that reach into prototypes. */
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

/** Replaces non-finite numbers with null: JSON can hold 1e400, but we could not write it again. */
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

/** Never throws. */
export function checked<S extends z.ZodMiniType>(schema: S, value: unknown): Checked<z.output<S>> {
  try {
    const result = z.safeParse(schema, value)
    return result.success
      ? { ok: true, data: finite(result.data) as z.output<S> }
      : { ok: false, places: placesOf(result.error.issues) }
  } catch (error) {
    // zod cannot hold a hundred thousand issues in one list.
    if (error instanceof RangeError) return { ok: false, places: [] }
    throw error
  }
}

const placesOf = (issues: readonly { path: PropertyKey[] }[]): readonly string[] => [
  ...new Set(issues.slice(0, MAX_ISSUES).map(({ path }) => path.map(String).join('.'))),
]
