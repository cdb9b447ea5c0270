import * as z from 'zod/mini'
import {
  answer,
  dateAnswer,
  dayOrMonthAnswer,
  dayOrMonthOrUnknown,
  type Row,
  rows,
  text,
  yesNo,
} from '../../case/answer.ts'

export const TOLD = ['no', 'yes', 'cannot'] as const

/** `other`: a host or a supplier, whose rows are in no thread. */
export const FROM = ['merchant', 'partner', 'other'] as const
export const CHANNELS = ['email', 'meeting', 'phone', 'ticket', 'letter', 'chat', 'other'] as const
export const ANSWERS = ['plan', 'done', 'asks', 'unclear', 'refused', 'auto'] as const
export const AUTO_SAYS = ['confirmation', 'away', 'left'] as const

export const contactFields = {
  date: dayOrMonthOrUnknown,
  from: answer(z.enum(FROM)),
  channel: answer(z.enum(CHANNELS)),
  person: answer(text),
  /** Deliverables; none is the whole matter. */
  about: answer(z.array(text)),
  concernStated: answer(yesNo),
  text: answer(text),
  answerBy: dateAnswer,
  /** What they had asked for. */
  gave: answer(yesNo),
  answer: answer(z.enum(ANSWERS)),
  autoSays: answer(z.enum(AUTO_SAYS)),
  promised: dayOrMonthAnswer,
  reference: answer(text),
  evidence: answer(z.array(text)),
}

export type Contact = Row<typeof contactFields>

/** The merchant says what is wrong. */
export const isRequest = ({ from, concernStated }: Contact): boolean => from === 'merchant' && concernStated === 'yes'

/** Whether the row is about a deliverable: a row that names none is about the whole matter. */
export const isAbout = ({ about }: Contact, deliverableId: string): boolean =>
  (about ?? []).length === 0 || (about ?? []).includes(deliverableId)

export const partnerFields = {
  told: answer(z.enum(TOLD)),
  whyNot: answer(text),
  log: rows(contactFields),
  solvedOn: dateAnswer,
}
