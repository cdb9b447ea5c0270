import 'i18next'
import type about from '../../locales/sv/about.json'
import type added from '../../locales/sv/added.json'
import type assessment from '../../locales/sv/assessment.json'
import type changes from '../../locales/sv/changes.json'
import type checklist from '../../locales/sv/checklist.json'
import type common from '../../locales/sv/common.json'
import type drafts from '../../locales/sv/drafts.json'
import type evidence from '../../locales/sv/evidence.json'
import type examples from '../../locales/sv/examples.json'
import type handOver from '../../locales/sv/handOver.json'
import type help from '../../locales/sv/help.json'
import type inbox from '../../locales/sv/inbox.json'
import type keeping from '../../locales/sv/keeping.json'
import type messages from '../../locales/sv/messages.json'
import type offline from '../../locales/sv/offline.json'
import type pairs from '../../locales/sv/pairs.json'
import type partner from '../../locales/sv/partner.json'
import type paste from '../../locales/sv/paste.json'
import type reply from '../../locales/sv/reply.json'
import type request from '../../locales/sv/request.json'
import type review from '../../locales/sv/review.json'
import type scope from '../../locales/sv/scope.json'
import type sheet from '../../locales/sv/sheet.json'
import type start from '../../locales/sv/start.json'

/** Swedish is the reference: a key that it lacks does not compile, and a test keeps the others equal to it. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      about: typeof about
      added: typeof added
      assessment: typeof assessment
      changes: typeof changes
      checklist: typeof checklist
      common: typeof common
      drafts: typeof drafts
      evidence: typeof evidence
      examples: typeof examples
      handOver: typeof handOver
      help: typeof help
      inbox: typeof inbox
      keeping: typeof keeping
      messages: typeof messages
      offline: typeof offline
      pairs: typeof pairs
      partner: typeof partner
      paste: typeof paste
      reply: typeof reply
      request: typeof request
      review: typeof review
      scope: typeof scope
      sheet: typeof sheet
      start: typeof start
    }
  }
}

/** Finds words by a key that is put together from ids: those of questions, rules and lists. A test finds each one. */
export interface Translate {
  (key: string, values?: Readonly<Record<string, unknown>>): string
  has(key: string): boolean
}
