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

/** What a host of the product decides. Checked when it is built, so that nothing has to be checked where it runs. */
export const settingsSchema = z.strictObject({
  /** The name of the service in each language: in the bar, in titles, in files. */
  service: z.strictObject({ en: name, sv: name }),
  /** The languages offered. The first is the one for readers who wish for none of them. */
  languages: z.array(z.enum(LANGUAGES, `must be one of ${LANGUAGES.join(', ')}`)).check(
    z.minLength(1, 'must name a language'),
    z.refine((all) => new Set(all).size === all.length, 'names a language twice'),
  ),
  /** Whom to tell when something does not work; null where it is whoever gave out the address. */
  contact: z.nullable(z.strictObject({ name, mail })),
  /** Whom the covering mail is addressed to; null where the merchant knows it. */
  accountTeamMail: z.nullable(mail),
  /** The working days that drafts and replies propose for an answer. The assessment always counts five. */
  workingDaysToAnswer: days(60, 'working days'),
  /** When something is worth knowing, in calendar days. */
  notices: z.strictObject({
    /** A last contact older than this should be looked at again. */
    lastContactOlderThanDays: days(365, 'calendar days'),
    /** The end of a support period is mentioned this long before it. */
    supportEndsWithinDays: days(3_650, 'calendar days'),
  }),
  /** The page that says where to call when the shop is down. */
  urgentPage: z.string().check(z.regex(/^https:\/\/[^\s"<>]+$/, 'must be an address that begins with https://')),
})

export type Settings = z.infer<typeof settingsSchema>
