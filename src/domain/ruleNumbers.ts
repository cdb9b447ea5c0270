import { FRONT_EXAMPLES } from './areas/examples/schema.ts'
import { DAYS_AT_LEAST, DAYS_TO_ANSWER } from './areas/partner/thread.ts'

/** As the texts name them, `{{daysToAnswer}}`; the build puts them in. */
export const RULE_NUMBERS = {
  daysToAnswer: DAYS_TO_ANSWER,
  daysAtLeast: DAYS_AT_LEAST,
  frontExamples: FRONT_EXAMPLES,
} as const
