import { aboutPart } from '../areas/about/steps.ts'
import { addedSteps } from '../areas/added/steps.ts'
import { examplesPart } from '../areas/examples/steps.ts'
import { partnerPart } from '../areas/partner/steps.ts'
import { requestPart } from '../areas/request/steps.ts'
import { scopeSteps } from '../areas/scope/steps.ts'
import type { Interview } from './question.ts'

/** In Adobe's order of the practices (S): scope, partner, examples. */
export const interview: Interview = {
  parts: [aboutPart, { id: 'scope', steps: [...scopeSteps, ...addedSteps] }, partnerPart, examplesPart, requestPart],
}
