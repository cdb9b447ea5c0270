import * as z from 'zod/mini'
import { type Emergency, isEmergency } from '../areas/about/urgent.ts'
import { EFFECTS } from '../areas/examples/schema.ts'
import { assess } from '../assessment/assess.ts'
import type { NextStep, Turn } from '../assessment/conclusion.ts'
import { answerOrNull, nonBlank } from '../case/answer.ts'
import type { CaseFile } from '../case/caseFile.ts'
import { isRecord } from '../case/sanitize.ts'
import { isPlainDate } from '../dates/plainDate.ts'
import type { Interview } from '../interview/question.ts'
import { visibleAnswers } from '../interview/visibleAnswers.ts'
import { readReplies } from '../reply/readReply.ts'
import { isWaiting, questionsAsked, receivedReplies } from '../reply/received.ts'
import { askedQuestions, type Reply } from '../reply/reply.ts'
import { short } from '../report/excerpt.ts'

const day = z.string().check(z.refine(isPlainDate))
const maybe = z.nullable(z.string())

const replySchema = z.object({
  replyId: z.string(),
  caseId: z.string(),
  revision: z.number(),
  writtenOn: day,
  verdict: maybe,
  nextWordBy: z.nullable(day),
  questions: z.number(),
})

export type ReplySummary = Readonly<z.infer<typeof replySchema>>

const caseSchema = z.object({
  caseId: z.string(),
  digest: z.string(),
  revision: z.number(),
  purpose: z.enum(['copy', 'handover']),
  asOf: day,
  company: maybe,
  partner: maybe,
  /** A newer version may have others, which have no words here. */
  turn: z.custom<Turn>((turn) => typeof turn === 'string'),
  next: z.custom<NextStep>((next) => typeof next === 'string'),
  until: z.nullable(day),
  isOpen: z.boolean(),
  warranted: z.boolean(),
  effect: z.nullable(z.enum(EFFECTS)),
  impact: maybe,
  hardDate: z.nullable(day),
  openQuestions: z.number(),
  replies: z.readonly(z.array(replySchema)),
  changed: z._default(z.boolean(), false),
  urgent: z._default(z.nullable(z.custom<Emergency>(isEmergency)), null),
  ask: z._default(maybe, null),
  askEnglish: z._default(maybe, null),
  /** A newer version may have others. */
  wants: z._default(z.readonly(z.array(z.string())), []),
  by: z._default(z.nullable(day), null),
  customerNumber: z._default(maybe, null),
  project: z._default(maybe, null),
  adobeContact: z._default(maybe, null),
  /** Read from a file that is cut off or damaged. */
  rescued: z._default(z.boolean(), false),
  fileName: z.string(),
})

export type ReceivedCase = Readonly<z.infer<typeof caseSchema>>

/** Characters. */
const ROOM = { name: 80, id: 40, ask: 300, impact: 140 }

export const replySummary = ({ questions, ...reply }: Reply): ReplySummary => ({
  replyId: reply.replyId,
  caseId: reply.caseId,
  revision: reply.revision,
  writtenOn: reply.writtenOn,
  verdict: reply.verdict,
  nextWordBy: reply.nextWordBy,
  questions: askedQuestions(questions).length,
})

/** Only what the list shows, so that thousands of cases fit into memory. */
export function receivedCase(
  interview: Interview,
  { file, digest, unchanged, rescued }: { file: CaseFile; digest: string; unchanged: boolean; rescued: boolean },
  fileName: string,
): ReceivedCase {
  const answers = visibleAnswers(interview, file.answers)
  const { turn, next, until, open, warranted } = assess(answers, file.asOf, file.language)
  const { about, examples, request } = answers
  const replies = readReplies(file.replies)
  const inFront = examples.items.filter(({ front }) => front === true)
  const impact = [...inFront, ...examples.items].map((row) => nonBlank(row.impact)).find((text) => text !== null)
  return {
    caseId: file.caseId,
    digest,
    revision: file.revision,
    purpose: file.purpose,
    asOf: file.asOf,
    company: short(about.company, ROOM.name),
    partner: short(about.partnerCompany, ROOM.name),
    turn,
    next,
    until,
    isOpen: open.length > 0,
    warranted,
    effect: EFFECTS.find((effect) => examples.items.some((row) => row.effect === effect)) ?? null,
    impact: short(impact, ROOM.impact),
    hardDate: answerOrNull(request.hardDate),
    openQuestions: questionsAsked(interview, answers, replies).filter(isWaiting).length,
    replies: receivedReplies(replies).map(({ reply }) => replySummary(reply)),
    changed: !unchanged,
    urgent: isEmergency(about.urgent) ? about.urgent : null,
    ask: short(request.ask, ROOM.ask),
    askEnglish: short(request.askEnglish, ROOM.ask),
    wants: request.wants ?? [],
    by: answerOrNull(request.by),
    customerNumber: short(about.customerNumber, ROOM.id),
    project: short(about.adobeProject, ROOM.id),
    adobeContact: short(answerOrNull(about.adobeContact), ROOM.name),
    rescued,
    fileName,
  }
}

/** Of rules version 1, in the terms of today. */
const FORMER: Readonly<Record<string, { turn: Turn; next: NextStep }>> = {
  READY: { turn: 'ACCOUNT_TEAM', next: 'HAND_OVER' },
  RESOLVED: { turn: 'NOBODY', next: 'CLOSE' },
  AWAIT_PARTNER: { turn: 'PARTNER', next: 'AWAIT_PARTNER' },
  FOLLOW_PLAN: { turn: 'PARTNER', next: 'FOLLOW_PLAN' },
}

/** Summaries that were kept before there were turns. */
const withStep = ({ outcome, ...kept }: Record<string, unknown>) =>
  typeof outcome === 'string' && kept.next === undefined
    ? { turn: 'MERCHANT', next: outcome, until: null, isOpen: false, ...FORMER[outcome], ...kept }
    : kept

export const readSummaries = (kept: readonly unknown[]): readonly ReceivedCase[] =>
  kept.flatMap((each) => {
    const read = z.safeParse(caseSchema, isRecord(each) ? withStep(each) : each)
    return read.success ? [read.data] : []
  })

export function readReplySummary(kept: string): ReplySummary | null {
  try {
    const read = z.safeParse(replySchema, JSON.parse(kept))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
