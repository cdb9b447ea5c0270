import * as z from 'zod/mini'
import { answer, dateAnswer, dayOrMonthAnswer, type Row, rows, text, yesNo } from '../../case/answer.ts'

export const FROM = ['merchant', 'partner'] as const
export const CHANNELS = ['email', 'meeting', 'phone', 'ticket', 'letter', 'chat', 'other'] as const
export const ANSWERS = ['plan', 'unclear', 'refused'] as const

export const contactFields = {
  date: dateAnswer,
  from: answer(z.enum(FROM)),
  channel: answer(z.enum(CHANNELS)),
  person: answer(text),
  concernStated: answer(yesNo),
  text: answer(text),
  answerBy: dateAnswer,
  answer: answer(z.enum(ANSWERS)),
  promised: dayOrMonthAnswer,
  promisedFor: answer(z.array(text)),
  reference: answer(text),
  evidence: answer(z.array(text)),
}

export type Contact = Row<typeof contactFields>

export const partnerFields = {
  applies: answer(yesNo),
  whyNot: answer(text),
  log: rows(contactFields),
  solvedOn: dateAnswer,
}
