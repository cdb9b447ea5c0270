import * as z from 'zod/mini'
import { answer, dayOrMonthAnswer, numberOrUnknown, type Row, rows, text, yesNo } from '../../case/answer.ts'

export const REQUESTED_BY = ['merchant', 'partner', 'both'] as const
export const EFFECTS_ON_TIMELINE = ['not_considered', 'no_impact', 'delay', 'asked_partner'] as const

export const additionFields = {
  title: answer(text),
  addedOn: dayOrMonthAnswer,
  requestedBy: answer(z.enum(REQUESTED_BY)),
  inWriting: answer(yesNo),
  changeRequest: answer(text),
  effect: answer(z.enum(EFFECTS_ON_TIMELINE)),
  delayWorkingDays: numberOrUnknown,
}

export type Addition = Row<typeof additionFields>

export const addedFields = {
  applies: answer(yesNo),
  whyNot: answer(text),
  any: answer(yesNo),
  items: rows(additionFields),
}
