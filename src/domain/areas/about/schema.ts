import * as z from 'zod/mini'
import { answer, answerOrUnknown, text, writtenAnswer } from '../../case/answer.ts'

/** A: what Adobe's support calls priority 1, and a leak. */
export const URGENT = ['none', 'down', 'payments', 'data_loss', 'data_leak'] as const
export const DEPLOYMENTS = ['cloud', 'on_premises', 'saas', 'open_source'] as const
export const PHASES = ['planning', 'development', 'launch', 'maintenance'] as const

const person = z.looseObject({ name: z._default(text, ''), role: z._default(text, '') })

export const aboutFields = {
  company: answer(text),
  customerNumber: answer(text),
  name: answer(text),
  role: answer(text),
  email: writtenAnswer,
  phone: writtenAnswer,
  adobeContact: answerOrUnknown(text),
  adobeProject: answer(text),
  urgent: answer(z.enum(URGENT)),
  urgentCase: answer(text),
  deployment: answerOrUnknown(z.enum(DEPLOYMENTS)),
  version: answerOrUnknown(text),
  phase: answer(z.enum(PHASES)),
  partnerCompany: answer(text),
  partnerPeople: answer(z.array(person)),
}

export interface Person {
  name: string
  role: string
}
