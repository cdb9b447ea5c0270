import { answer, dateAnswer, text } from '../../case/answer.ts'

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
