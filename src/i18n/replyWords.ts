import type { Assessment } from '../domain/assessment/assess.ts'
import { getAnswer, pathOf } from '../domain/case/address.ts'
import type { Answers } from '../domain/case/answers.ts'
import type { EvidenceFile } from '../domain/evidence/evidence.ts'
import { findQuestion } from '../domain/interview/interviewPages.ts'
import type { Interview } from '../domain/interview/question.ts'
import type { AskedBack } from '../domain/reply/received.ts'
import { isReason, isVerdict, type Reply, type ReplyQuestion } from '../domain/reply/reply.ts'
import { answerLines } from './answerWords.ts'
import { keyOf, questionWords } from './questionWords.ts'
import type { Words } from './useWords.ts'

export const verdictTold = ({ translate }: Words, verdict: string | null): string =>
  isVerdict(verdict)
    ? translate(`reply:verdicts.${verdict}.told`)
    : verdict === null
      ? ''
      : translate('reply:otherVerdict')

/**
 * A few words that ask nobody to act: for lists, tables and colleagues.
 * @param isOver the day of the step has passed
 */
export function stepState(
  { translate, formats }: Words,
  { next, until, isOpen }: Pick<Assessment, 'next' | 'until'> & { isOpen: boolean },
  isOver = false,
): string {
  const dated = isOver ? `inbox:passed.${next}` : `inbox:dated.${next}`
  if (until !== null && translate.has(dated)) return translate(dated, { date: formats.date(until) })
  const key = `inbox:steps.${next === 'HAND_OVER' && isOpen ? 'stronger' : next}`
  return translate.has(key) ? translate(key) : ''
}

export const verdictBrief = ({ translate }: Words, verdict: string | null): string =>
  isVerdict(verdict) ? translate(`reply:verdicts.${verdict}.brief`) : ''

export const reasonWords = ({ translate }: Words, verdict: string | null, reason: string | null): string =>
  isReason(verdict, reason) ? translate(`reply:reasons.${verdict}.${reason}`) : ''

export function questionAbout(words: Words, { at, code }: Pick<ReplyQuestion, 'at' | 'code'>): string {
  if (at === null) return code ?? ''
  const path = pathOf(at)
  const label = words.translate.has(`${keyOf(path)}.label`) ? questionWords(words, { path }).brief : null
  return [code, label].filter((text) => text !== null).join(' ')
}

/** Before the text of the question: a colon unless the words end a sentence. */
export function questionLead(words: Words, question: Pick<ReplyQuestion, 'at' | 'code'>): string {
  const about = questionAbout(words, question) || words.translate('reply:form.whole')
  return /[?.:!]$/.test(about) ? about : `${about}:`
}

export const replyLine = ({ translate, formats }: Words, { from, writtenOn, revision }: Reply): string => {
  const values = { date: formats.date(writtenOn), revision }
  return from === null
    ? translate('reply:sheet.fromUnnamed', values)
    : translate('reply:sheet.from', { name: from, ...values })
}

interface AnswersOf {
  interview: Interview
  answers: Answers
  evidence: readonly EvidenceFile[]
}

/** The answer that a question was about, and the current one if it differs. */
export function questionAnswer(
  words: Words,
  { at, before, isAnswered, changedBefore }: AskedBack,
  { interview, answers, evidence }: AnswersOf,
): { before: string | null; now: string | null } {
  const question = at === null ? undefined : findQuestion(interview, pathOf(at))
  if (question === undefined || at === null) return { before: null, now: null }
  const said = (value: unknown) =>
    answerLines(words, { question, address: at, value }, { answers, evidence })
      .map(({ text }) => text)
      .join('\n') || words.translate('common:notProvided')
  const now = said(getAnswer(answers, at))
  if (before === undefined) return { before: null, now: isAnswered || changedBefore ? now : null }
  const was = said(before)
  return was === now ? { before: null, now } : { before: was, now }
}
