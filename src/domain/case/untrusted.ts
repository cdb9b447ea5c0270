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

/** Where a schema found something wrong, each place once. */
export const placesOf = (issues: readonly { path: PropertyKey[] }[]): readonly string[] => [
  ...new Set(issues.slice(0, MAX_ISSUES).map(({ path }) => path.map(String).join('.'))),
]
