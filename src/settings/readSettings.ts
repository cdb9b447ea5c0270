import { type Settings, settingsSchema } from './schema.ts'

/** The line on which something of the path begins, counted from 1; the deepest part of it that is there. */
function lineOf(text: string, path: readonly PropertyKey[]): number {
  let at = 0
  for (const key of path) {
    const found = text.indexOf(`"${String(key)}"`, at)
    if (found < 0) break
    at = found
  }
  return text.slice(0, at).split('\n').length
}

/** The line on which a text stops being the beginning of JSON, counted from 1. */
function lineOfFault(text: string): number {
  for (let end = 1; end <= text.length; end += 1)
    if (!isBeginning(text.slice(0, end))) return text.slice(0, end).split('\n').length
  return text.split('\n').length
}

/** True where more text could make JSON of it: its fault, if any, is that it ends. */
function isBeginning(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const [, position] = /position (\d+)/.exec(String(error)) ?? []
    return position === undefined
      ? /end of JSON|Unterminated/.test(String(error))
      : Number(position) >= text.length
  }
}

/**
 * Reads the settings of a host.
 * @param text of `settings.json`
 * @returns what it says, or one sentence for each fault, with its line
 */
export function readSettings(
  text: string,
): { ok: true; settings: Settings } | { ok: false; faults: readonly string[] } {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return { ok: false, faults: [`line ${lineOfFault(text)}: this is not JSON`] }
  }
  const read = settingsSchema.safeParse(parsed)
  if (read.success) return { ok: true, settings: read.data }
  return {
    ok: false,
    faults: read.error.issues.flatMap((issue) => {
      if (issue.code !== 'unrecognized_keys')
        return [`line ${lineOf(text, issue.path)}: ${issue.path.join('.')} ${issue.message}`]
      return issue.keys.map((key) => {
        const path = [...issue.path, key]
        return `line ${lineOf(text, path)}: ${path.join('.')} is no setting`
      })
    }),
  }
}
