import * as z from 'zod/mini'
import { answer, dateAnswer, text } from '../../case/answer.ts'

/** What an account team can do. */
export const WANTS = ['meeting', 'datedPlan', 'contactAbovePartner', 'access', 'otherPartner', 'other'] as const
export const MAY_CONTACT = ['yes', 'askFirst'] as const

export const requestFields = {
  summary: answer(text),
  /** The same two in English, for a reader who needs that. */
  summaryEnglish: answer(text),
  askEnglish: answer(text),
  wants: answer(z.array(z.enum(WANTS))),
  ask: answer(text),
  /** By when Adobe is asked to act. */
  by: dateAnswer,
  /** Whether Adobe may talk to the partner about it. */
  mayContact: answer(z.enum(MAY_CONTACT)),
  settledWhen: answer(text),
  hardDate: dateAnswer,
  hardReason: answer(text),
  ourSide: answer(text),
  followUpOn: dateAnswer,
  whyAnyway: answer(text),
}
