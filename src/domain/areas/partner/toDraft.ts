import type { Answers } from '../../case/answers.ts'
import { isRequest } from './contactLog.ts'

/** Whoever has not told the partner yet is led to the draft as soon as it is known what it is about (C). */
export const toDraft = ({ partner }: Answers): string | null =>
  partner.told === 'no' && !partner.log.some(isRequest) ? 'message/first' : null
