import { FRONT_EXAMPLES } from './areas/examples/schema.ts'
import { DAYS_TO_ANSWER } from './areas/partner/contactLog.ts'

/** As the texts name them, `{{daysToAnswer}}`; the build puts them in. */
export const RULE_NUMBERS = { daysToAnswer: DAYS_TO_ANSWER, frontExamples: FRONT_EXAMPLES } as const
