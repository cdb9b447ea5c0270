import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { interview } from '../../src/domain/interview/interview.ts'
import { isList } from '../../src/domain/interview/question.ts'
import { sealed } from '../support/sealed.ts'
import { giveFile, visit } from './guide.ts'

/** The addresses in the table of pages; what is asked has its own below. */
const ADDRESSES = [
  ...readFileSync(new URL('../../src/app/pages.tsx', import.meta.url), 'utf8').matchAll(/^ {2}'(\/.*?)':/gm),
]
  .map(([, address = '']) => address)
  .filter((address) => !address.includes(':step'))
const OF_CASE = /^\/case\/:caseId\/?/

/** The pages that stand by themselves, and two addresses that lead nowhere. */
export const OUTSIDE = [...ADDRESSES.filter((address) => !OF_CASE.test(address)), '/nowhere', '/case/nowhere']

/** What stands for an id in the address of a page; a case that has been opened has no version yet. */
const IDS: Readonly<Record<string, readonly string[]>> = { kind: ['first', 'followUp'], saveNo: [] }

const AROUND = ADDRESSES.filter((address) => OF_CASE.test(address)).flatMap((address) => {
  const path = address.replace(OF_CASE, '')
  const [, id] = /:(\w+)/.exec(path) ?? []
  if (id === undefined) return [path]
  if (IDS[id] === undefined) throw new Error(`allPages: what stands for :${id} in ${address}?`)
  return IDS[id].map((value) => path.replace(`:${id}`, value))
})

/** The pages on which a case is written: its steps, its lists and the first row of each. */
export function writingPages(address: string): string[] {
  const steps = interview.parts.flatMap((part) => part.steps)
  const rows = steps.filter(isList).map((list) => `${address}/${list.path}/${list.code}-1/${list.page.id}`)
  return [...steps.map((step) => `${address}/${step.id}`), ...rows]
}

/** The addresses of all pages of a case whose first rows have the ids of the worked cases. */
export const pagesOfCase = (address: string): string[] => [
  ...AROUND.map((path) => (path === '' ? address : `${address}/${path}`)),
  `${address}/no/where`,
  ...writingPages(address),
]

/** A case from a file as one's own; gives its address. */
export async function ownCase(page: Page, content: string): Promise<string> {
  await visit(page, '/')
  await giveFile(page, 'case.json', JSON.stringify(sealed(JSON.parse(content))))
  await page.waitForURL(/case/)
  return page.url().split('#')[1] ?? ''
}
