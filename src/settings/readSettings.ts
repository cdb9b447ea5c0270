import { type Settings, settingsSchema } from './settingsSchema.ts'

/** The line on which something of the path begins, counted from 1; that of what it is missing in, where it is not there. */
function lineOf(text: string, settings: unknown, path: readonly PropertyKey[]): number {
  let at = 0
  let inner = settings
  for (const key of path) {
    const isThere = typeof inner === 'object' && inner !== null && key in inner
    if (!isThere) break
    inner = (inner as Record<PropertyKey, unknown>)[key]
    // Places of a list have no name of their own.
    if (typeof key === 'string') at = text.indexOf(`"${key}"`, at)
  }
  return text.slice(0, at).split('\n').length
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
  } catch (error) {
    // What bundles the build reads the file before us, and names the line itself.
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
