import { readFileSync } from 'node:fs'
import { type Settings, settingsSchema } from '../settings/settingsSchema.ts'

/** The line, from 1, on which the path begins; that of its parent if it is missing. */
function lineOf(text: string, settings: unknown, path: readonly PropertyKey[]): number {
  let at = 0
  let inner = settings
  for (const key of path) {
    const isThere = typeof inner === 'object' && inner !== null && key in inner
    if (!isThere) break
    inner = (inner as Record<PropertyKey, unknown>)[key]
    // Indexes of an array are not in the text.
    if (typeof key === 'string') at = text.indexOf(`"${key}"`, at)
  }
  return text.slice(0, at).split('\n').length
}

type ReadSettings = { ok: true; settings: Settings } | { ok: false; faults: readonly string[] }

/** Validates the text of `settings.json`; one sentence for each fault, with its line. */
export function readSettings(text: string): ReadSettings {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    // Vite parses the file first, and names the line.
    return { ok: false, faults: [`this is not JSON: ${error}`] }
  }
  const read = settingsSchema.safeParse(parsed)
  if (read.success) return { ok: true, settings: read.data }
  return {
    ok: false,
    faults: read.error.issues.flatMap((issue) => {
      if (issue.code !== 'unrecognized_keys')
        return [`line ${lineOf(text, parsed, issue.path)}: ${issue.path.join('.')} ${issue.message}`]
      return issue.keys.map((key) => {
        const path = [...issue.path, key]
        return `line ${lineOf(text, parsed, path)}: ${path.join('.')} is no setting`
      })
    }),
  }
}

/** @throws with a line for each fault, which stops the build */
export function hostSettings(): Settings {
  const read = readSettings(readFileSync(new URL('../settings/settings.json', import.meta.url), 'utf8'))
  if (read.ok) return read.settings
  throw new Error(read.faults.map((fault) => `src/settings/settings.json, ${fault}`).join('\n'))
}
