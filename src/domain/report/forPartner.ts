import type { VisibleAnswers } from '../interview/visibleAnswers.ts'

/**
 * The answers that the partner may see: what was agreed, what was said between the two, and what happened. Without what
 * it has led to, what Adobe is asked to do, what depends on the merchant, contacts at Adobe, and where evidence lies.
 */
export const forPartner = (answers: VisibleAnswers): VisibleAnswers => ({
  ...answers,
  about: {
    ...answers.about,
    customerNumber: null,
    adobeContact: null,
    adobeProject: null,
    urgent: null,
  },
  examples: {
    ...answers.examples,
    items: answers.examples.items.map((row) => ({
      ...row,
      effect: null,
      impact: null,
      estimate: null,
      evidence: null,
      evidenceText: null,
      supportCase: null,
      front: null,
    })),
  },
  request: {
    ...answers.request,
    summary: null,
    ask: null,
    settledWhen: null,
    hardDate: null,
    hardReason: null,
    ourSide: null,
    followUpOn: null,
    whyAnyway: null,
  },
})
