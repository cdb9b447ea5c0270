import json from './settings.json' with { type: 'json' }
import type { Settings } from './settingsSchema.ts'

/** Decided by the host, and validated by the build (`hosting/hostSettings.ts`). */
export const settings = json as Settings

export const serviceNameOf = ({ service, languages }: Settings): string => service[languages[0] ?? 'sv']
