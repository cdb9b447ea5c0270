import 'i18next'
import type * as account from '../../locales/sv/account.ts'
import type * as first from '../../locales/sv/first.ts'
import type * as later from '../../locales/sv/later.ts'
import type offline from '../../locales/sv/offline.json'

type Texts = typeof first & typeof later & typeof account & { offline: typeof offline }

/** Swedish is the reference: a key that it lacks does not compile, and a test keeps the others equal to it. */
declare module 'i18next' {
  interface CustomTypeOptions {
    // A text of `common` may be said without its namespace, every other with it.
    defaultNS: ['common', ...(keyof Texts)[]]
    resources: Texts
  }
}

/** Finds words by a key that is put together from ids: those of questions, rules and lists. A test finds each one. */
export interface Translate {
  (key: string, values?: Readonly<Record<string, unknown>>): string
  has(key: string): boolean
}
