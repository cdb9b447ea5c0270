import { answer, dateAnswer, text } from '../../case/answer.ts'

/** What the merchant wants Adobe to do, and by when. */
export const requestFields = {
  summary: answer(text),
  ask: answer(text),
  settledWhen: answer(text),
  hardDate: dateAnswer,
  hardReason: answer(text),
  ourSide: answer(text),
  followUpOn: dateAnswer,
  whyAnyway: answer(text),
}
