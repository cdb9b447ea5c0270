import { assess } from '../../src/domain/assessment/assess.ts'
import { addressOf, replaceRows, setAnswer } from '../../src/domain/case/address.ts'
import { emptyRow, type ListPath, type Lists } from '../../src/domain/case/answers.ts'
import { type Case, newCase, withRow } from '../../src/domain/case/case.ts'
import { interview } from '../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../src/domain/interview/visibleAnswers.ts'

type RowsOf = { [L in ListPath]?: readonly Partial<Lists[L]>[] }

/** A case that says only what matters: answers by path, rows by list. Row ids are `row-1`, `row-2` in each list. */
export function aCase(answers: Readonly<Record<string, unknown>> = {}, rows: RowsOf = {}): Case {
  let current = newCase('case-1', 'en')
  for (const [address, value] of Object.entries(answers))
    current = { ...current, answers: setAnswer(current.answers, addressOf(address), value) }
  for (const [list, given] of Object.entries(rows) as [ListPath, readonly object[]][])
    for (const [at, row] of given.entries())
      current = withRow(current, list, `row-${at + 1}`, { ...emptyRow(list), ...row })
  return current
}

/** What is concluded from a case on a day. */
export const assessed = (current: Case, asOf: string) =>
  assess(visibleAnswers(interview, current.answers), asOf, current.language)

/** Rows that settle one practice each. */
const inScopeAndMissing = { title: 'Order export', status: 'missing', inScope: 'yes' } as const
const usableExample = {
  title: 'Orders not exported',
  expected: 'Order in ERP within 2 minutes',
  actual: '12 of 12 orders missing after 24 h',
  date: '2026-11-19',
  where: 'Staging, orders 311-322',
} as const

/** Everything settled except the talk with the partner. */
export const allButThePartner = {
  'scope.concern': 'unmet',
  'scope.reviewedOn': '2026-10-01',
  'added.any': 'no',
} as const
export const settledRows = {
  'scope.deliverables': [inScopeAndMissing],
  'examples.items': [usableExample],
} as const

/** A message of the merchant's in which the concern is stated. */
export const request = (date: string, more: Partial<Lists['partner.log']> = {}) =>
  ({ date, from: 'merchant', channel: 'email', concernStated: 'yes', ...more }) as const
/** A message of the partner's. */
export const reply = (date: string, more: Partial<Lists['partner.log']>) =>
  ({ date, from: 'partner', channel: 'email', ...more }) as const

export const withoutRow = (current: Case, list: ListPath, rowId: string): Case => ({
  ...current,
  answers: replaceRows(current.answers, list, (rows) => rows.filter((row) => row.id !== rowId)),
})
