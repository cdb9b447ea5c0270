import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import { anyRows, getAnswer, replaceRows } from './address.ts'
import { isAnswered } from './answer.ts'
import { type Answers, type AnyRow, LIST_PATHS } from './answers.ts'

/** Groups to leave out of a hand-over (C). None of them decides an outcome, so that every reader gets the same. */
export const LEAVE_OUT = {
  contact: ['about.email', 'about.phone'],
  people: ['about.partnerPeople', 'partner.log.*.person'],
  messages: ['partner.log.*.text'],
  quotes: ['scope.deliverables.*.quote'],
  impact: ['examples.items.*.impact'],
  ourSide: ['request.ourSide', 'request.whyAnyway'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type LeaveOut = keyof typeof LEAVE_OUT

const FILE = 'evidence.'

export const leftOutFile = (fileId: string): string => `${FILE}${fileId}`

export const filesLeftOut = (leftOut: readonly string[]): ReadonlySet<string> =>
  new Set(leftOut.filter((path) => path.startsWith(FILE)).map((path) => path.slice(FILE.length)))

/** What of the chosen is there at all: no file says that something is missing that was never written. */
export const thereToLeaveOut = (visible: VisibleAnswers, chosen: readonly string[]): readonly string[] =>
  chosen.filter((path) => isThere(visible, path))

function isThere(answers: Answers, path: string): boolean {
  if (path.startsWith(FILE)) return true
  const list = LIST_PATHS.find((each) => path.startsWith(`${each}.*.`))
  if (list === undefined) return isAnswered(getAnswer(answers, path))
  const field = path.slice(`${list}.*.`.length)
  return anyRows(answers, list).some((row) => isAnswered(row[field]))
}

export function withoutLeftOut<A extends Answers>(answers: A, leftOut: readonly string[]): A {
  const paths = new Set(leftOut)
  let less: Answers = answers
  for (const path of paths) {
    const [area = '', field = '', other] = path.split('.')
    if (other !== undefined || !Object.hasOwn(answers, area)) continue
    const fields = less[area as keyof Answers]
    if (Object.hasOwn(fields, field)) less = { ...less, [area]: { ...fields, [field]: null } }
  }
  for (const list of LIST_PATHS) {
    const fields = [...paths].filter((path) => path.startsWith(`${list}.*.`)).map((path) => path.split('.*.')[1])
    if (fields.length === 0) continue
    const nothing = Object.fromEntries(fields.map((field) => [field, null]))
    less = replaceRows(less, list, (rows) => rows.map((row): AnyRow => ({ ...row, ...nothing })))
  }
  // Every answer may be null, so the type holds.
  return less as A
}
