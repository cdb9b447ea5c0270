import { readFileSync } from 'node:fs'
import { readSettings } from '../settings/readSettings.ts'
import type { Settings } from '../settings/settingsSchema.ts'

/** @throws with a line for each fault, so that the build stops and says where */
export function hostSettings(): Settings {
  const read = readSettings(readFileSync(new URL('../settings/settings.json', import.meta.url), 'utf8'))
  if (read.ok) return read.settings
  throw new Error(read.faults.map((fault) => `src/settings/settings.json, ${fault}`).join('\n'))
}
