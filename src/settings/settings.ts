import type { Settings } from './schema.ts'
import json from './settings.json' with { type: 'json' }

/** What the host of the product has decided. The build has checked it (`readSettings.ts`), so here it is believed. */
export const settings = json as Settings

/** The name of the service in the host's first language, where one name must do for all. */
export const serviceName = settings.service[settings.languages[0] ?? 'sv']
