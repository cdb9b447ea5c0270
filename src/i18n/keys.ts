import 'i18next'
import type * as account from '../../locales/sv/account.ts'
import type * as interview from '../../locales/sv/interview.ts'
import type * as later from '../../locales/sv/later.ts'
import type offline from '../../locales/sv/offline.json'
import type * as start from '../../locales/sv/start.ts'

type Texts = typeof start & typeof interview & typeof later & typeof account & { offline: typeof offline }

/** Swedish is the reference: a missing key does not compile, and a test keeps the other languages equal. */
declare module 'i18next' {
  interface CustomTypeOptions {
    // `common` is the default namespace; every other one is named.
    defaultNS: ['common', ...(keyof Texts)[]]
    resources: Texts
  }
}

/** For keys made of ids (questions, rules, lists). A test looks up each one. */
export interface Translate {
  (key: string, values?: Readonly<Record<string, unknown>>): string
  has(key: string): boolean
}
