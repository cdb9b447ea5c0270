import json from './settings.json' with { type: 'json' }
import type { Settings } from './settingsSchema.ts'

/** What the host of the product has decided. The build has checked it (`hosting/hostSettings.ts`), so here it is believed. */
export const settings = json as Settings

/** The name of the service in the host's first language, where one name must do for all. */
export const serviceNameOf = ({ service, languages }: Settings): string => service[languages[0] ?? 'sv']
