import * as z from 'zod/mini'

const LANGUAGES = ['en', 'sv'] as const

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(60))
const mail = z.string().check(z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'must be a mail address, or null'))
const days = (most: number, unit: string) =>
  z
    .number(`must be a number of ${unit}`)
    .check(
      z.int(`must be a whole number of ${unit}`),
      z.gte(1, `must be 1 at least`),
      z.lte(most, `must be ${most} at most`),
    )

/** Validated at build time only, so that no schema is shipped. */
export const settingsSchema = z.strictObject({
  service: z.strictObject({ en: name, sv: name }),
  /** The first is the default. */
  languages: z.array(z.enum(LANGUAGES, `must be one of ${LANGUAGES.join(', ')}`)).check(
    z.minLength(1, 'must name a language'),
    z.refine((all) => new Set(all).size === all.length, 'names a language twice'),
  ),
  /** For problems with the service; null if it is whoever gave out the address. */
  contact: z.nullable(z.strictObject({ name, mail })),
  /** Recipient of the covering mail; null if the merchant knows it. */
  accountTeamMail: z.nullable(mail),
  /** Proposed in drafts and replies. The assessment always counts five. */
  workingDaysToAnswer: days(60, 'working days'),
  notices: z.strictObject({
    lastContactOlderThanDays: days(365, 'calendar days'),
    supportEndsWithinDays: days(3_650, 'calendar days'),
  }),
  /** Where to call when the shop is down. */
  urgentPage: z.string().check(z.regex(/^https:\/\/[^\s"<>]+$/, 'must be an address that begins with https://')),
})

export type Settings = z.infer<typeof settingsSchema>
