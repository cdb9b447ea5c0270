import * as z from 'zod/mini'
import {
  answer,
  answerOrUnknown,
  dateAnswer,
  dateOrUnknown,
  dayOrMonthAnswer,
  promisedDateAnswer,
  type Row,
  rows,
  text,
  yesNo,
} from '../../case/answer.ts'

export const CONCERNS = ['unhappy', 'unmet', 'both', 'none'] as const
export const AGREED_IN = ['contract', 'addition', 'mail', 'spoken'] as const
export const STATUSES = ['delivered', 'late', 'missing', 'unsatisfactory'] as const
export const FINDINGS = ['yes', 'no', 'unclear'] as const

const move = z.looseObject({ date: dateAnswer, toldOn: dateAnswer, agreed: answer(yesNo), changeRequest: answer(text) })

export const deliverableFields = {
  title: answer(text),
  agreedIn: answerOrUnknown(z.enum(AGREED_IN)),
  reference: answer(text),
  quote: answer(text),
  acceptance: answer(text),
  promised: promisedDateAnswer,
  moves: answer(z.array(move)),
  status: answerOrUnknown(z.enum(STATUSES)),
  deliveredOn: dateOrUnknown,
  inScope: answer(z.enum(FINDINGS)),
  changeRequest: answer(text),
  lacking: answer(text),
  evidence: answer(z.array(text)),
}

export type Deliverable = Row<typeof deliverableFields>
export type Move = NonNullable<Deliverable['moves']>[number]

export const scopeFields = {
  applies: answer(yesNo),
  whyNot: answer(text),
  concern: answer(z.enum(CONCERNS)),
  documentTitle: answer(text),
  documentDate: dayOrMonthAnswer,
  noDocument: answer(z.boolean()),
  reviewedOn: dateAnswer,
  deliverables: rows(deliverableFields),
}
