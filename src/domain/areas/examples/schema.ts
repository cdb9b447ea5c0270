import * as z from 'zod/mini'
import { answer, answerOrUnknown, dateOrUnknown, type Row, rows, text, yesNo } from '../../case/answer.ts'

/** Worst first. */
export const EFFECTS = ['stops_sales', 'costs_weekly', 'nuisance', 'none_yet'] as const
export const CONCERNS_PART = ['our_build', 'adobe_commerce', 'hosting'] as const

/** At most this many examples are on the front page (C). */
export const FRONT_EXAMPLES = 3

export const exampleFields = {
  title: answer(text),
  expected: answer(text),
  actual: answer(text),
  date: dateOrUnknown,
  period: answer(text),
  where: answer(text),
  frequency: answer(text),
  effect: answer(z.enum(EFFECTS)),
  impact: answer(text),
  evidenceText: answer(text),
  evidence: answer(z.array(text)),
  deliverable: answer(text),
  concerns: answerOrUnknown(z.enum(CONCERNS_PART)),
  raised: answer(yesNo),
  supportCase: answer(text),
  front: answer(z.boolean()),
}

export type Example = Row<typeof exampleFields>

export const examplesFields = { applies: answer(yesNo), whyNot: answer(text), items: rows(exampleFields) }
