import { aboutPart } from '../areas/about/steps.ts'
import { examplesPart } from '../areas/examples/steps.ts'
import { partnerPart } from '../areas/partner/steps.ts'
import { problemPart } from '../areas/problem/steps.ts'
import { requestPart } from '../areas/request/steps.ts'
import { scopePart } from '../areas/scope/steps.ts'
import type { Interview } from './question.ts'

/** In Adobe's order of the practices (S): scope, partner, examples. */
export const interview: Interview = {
  parts: [problemPart, scopePart, partnerPart, examplesPart, requestPart, aboutPart],
}
