import { isTyped, MAX_TEXT, nonBlank } from './answer.ts'
import type { ListPath } from './answers.ts'
import { isRecord } from './sanitize.ts'

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

type Raw = Record<string, unknown>

const HAD_DONE = new Set(['about', 'scope', 'partner', 'examples', 'request'])

/** Takes any shape. Format 2 stays as it is: rows are stored one by one, so a stored case can hold both. */
export function answersFromFormat1(answers: unknown, language: unknown): unknown {
  if (!isRecord(answers)) return answers
  const next = Object.fromEntries(
    Object.entries(answers).map(([area, fields]) => [area, HAD_DONE.has(area) ? withoutDone(fields) : fields]),
  )
  const { examples, partner } = next
  const each = (rows: unknown, change: (row: Raw) => Raw) =>
    Array.isArray(rows) ? rows.map((row: unknown) => (isRecord(row) ? change(row) : row)) : rows
  return {
    ...next,
    ...(isRecord(examples) && {
      examples: { ...examples, items: each(examples.items, (row) => exampleFromFormat1(row, language)) },
    }),
    ...(isRecord(partner) && {
      partner: { ...partnerFromFormat1(partner), log: each(partner.log, contactFromFormat1) },
    }),
  }
}

/** "Can you take it up with the partner?" has become "have you told them?"; what the log says is the answer to that. */
function partnerFromFormat1(fields: Raw): Raw {
  const { applies, ...rest } = fields
  if (applies === undefined || 'told' in fields) return fields
  const log = Array.isArray(rest.log) ? rest.log.filter(isRecord) : []
  const hasTold = log.some(({ from, concernStated }) => from === 'merchant' && concernStated === 'yes')
  return { ...rest, told: applies === 'no' ? 'cannot' : hasTold ? 'yes' : null }
}

/** What a promise was for has become what the row is about. */
function contactFromFormat1(row: Raw): Raw {
  const { promisedFor, ...rest } = row
  const isPlan = row.from === 'partner' && row.answer === 'plan'
  return promisedFor === undefined || 'about' in row || !isPlan ? row : { ...rest, about: promisedFor }
}

/** "Are you finished with this part?" is derived from the answers now. */
function withoutDone(fields: unknown): unknown {
  if (!isRecord(fields)) return fields
  const { done: _, ...rest } = fields
  return rest
}

export function rowFromFormat1(list: ListPath, row: Raw, language: unknown): Raw {
  if (list === 'examples.items') return exampleFromFormat1(row, language)
  return list === 'partner.log' ? contactFromFormat1(row) : row
}

/** The cost estimate becomes the last line of `impact`; if it does not fit, the row stays as it is. */
export function exampleFromFormat1(row: Raw, language: unknown): Raw {
  const { estimate, ...rest } = row
  const impact = rest.impact ?? ''
  if (!isRecord(estimate) || typeof impact !== 'string') return estimate === null ? rest : row
  const cost = costInWords(estimate, language)
  if (cost === null) return rest
  const both = nonBlank(impact) === null ? cost : `${impact}\n${cost}`
  return both.length > MAX_TEXT ? row : { ...rest, impact: both }
}

/** Not in the locale files: what an old file says must not change with later words. */
const WORDS = {
  sv: { cost: 'Uppskattad kostnad', low: 'lägst', likely: 'troligast', high: 'högst' },
  en: { cost: 'Estimated cost', low: 'at least', likely: 'most likely', high: 'at most' },
} as const

function costInWords({ low, likely, high, currency }: Raw, language: unknown): string | null {
  const tag = String(language).startsWith('sv') ? 'sv' : 'en'
  const words = WORDS[tag]
  const amount = (value: unknown) =>
    typeof value === 'number'
      ? value.toLocaleString(tag, { maximumFractionDigits: 20 })
      : nonBlank(isTyped(value) ? value.typed : value)
  const amounts = Object.entries({ low, likely, high }).flatMap(([name, value]) => {
    const said = amount(value)
    return said === null ? [] : [`${words[name as 'low' | 'likely' | 'high']} ${said}`]
  })
  const all = [amounts.join(', '), nonBlank(currency)].filter(Boolean).join(' ')
  return all === '' ? null : `${words.cost}: ${all}`
}
