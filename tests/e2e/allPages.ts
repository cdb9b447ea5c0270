import type { Page } from '@playwright/test'
import { interview } from '../../src/domain/interview/interview.ts'
import { isList } from '../../src/domain/interview/question.ts'
import { sealed } from '../support/sealed.ts'
import { giveFile, visit } from './guide.ts'

/** The pages that stand by themselves, and two addresses that lead nowhere. */
export const OUTSIDE = [
  '/',
  '/urgent',
  '/review',
  '/inbox',
  '/checklist',
  '/data',
  '/help',
  '/accessibility',
  '/nowhere',
  '/case/nowhere',
]

const AROUND = [
  'urgent',
  'check',
  'sheet',
  'hand-over',
  'checklist',
  'messages',
  'message/first',
  'message/followUp',
  'reply',
  'partner/mails',
  'scope/read',
  'examples/tickets',
  'scope/paste',
  'versions',
  'removed',
  'delete',
  'no/where',
]

/** The pages on which a case is written: its steps, its lists and the first row of each. */
export function writingPages(address: string): string[] {
  const steps = interview.parts.flatMap((part) => part.steps)
  const rows = steps.filter(isList).map((list) => `${address}/${list.path}/${list.code}-1/${list.page.id}`)
  return [...steps.map((step) => `${address}/${step.id}`), ...rows]
}

/** The addresses of all pages of a case whose first rows have the ids of the worked cases. */
export const pagesOfCase = (address: string): string[] => [
  address,
  ...AROUND.map((name) => `${address}/${name}`),
  ...writingPages(address),
]

/** A case from a file as one's own; gives its address. */
export async function ownCase(page: Page, content: string): Promise<string> {
  await visit(page, '/')
  await giveFile(page, 'case.json', JSON.stringify(sealed(JSON.parse(content))))
  await page.waitForURL(/case/)
  return page.url().split('#')[1] ?? ''
}
