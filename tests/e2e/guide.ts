import { readFileSync } from 'node:fs'
import { test as base, expect, type Page } from '@playwright/test'
import type { CaseFile } from '../../src/domain/case/caseFile.ts'
import { interview } from '../../src/domain/interview/interview.ts'
import { isList, type List, type Question } from '../../src/domain/interview/question.ts'
import { RULE_NUMBERS } from '../../src/domain/ruleNumbers.ts'
import { settings } from '../../src/settings/settings.ts'

type Words = { [key: string]: string | Words }

const read = (language: string, namespace: string): Words =>
  JSON.parse(readFileSync(new URL(`../../locales/${language}/${namespace}.json`, import.meta.url), 'utf8'))

/** The words of a language as the product says them, so that tests speak of pages as people see them. */
export function wordsOf(language: 'sv' | 'en') {
  const files = new Map<string, Words>()
  return (key: string, values: Record<string, string | number> = {}): string => {
    const [namespace = '', path = ''] = key.split(':')
    const words = files.get(namespace) ?? read(language, namespace)
    files.set(namespace, words)
    const text = path
      .split('.')
      .reduce<string | Words | undefined>((inner, name) => (typeof inner === 'object' ? inner[name] : undefined), words)
    if (typeof text !== 'string') throw new Error(`no words: ${language} ${key}`)
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
      String({ service: settings.service[language], ...RULE_NUMBERS, ...values }[name] ?? ''),
    )
  }
}

export type Say = ReturnType<typeof wordsOf>

/** Every test watches for what must never happen: errors, foreign requests, broken policy. */
export const test = base.extend<{ trouble: string[] }>({
  trouble: [
    async ({ page, baseURL }, use) => {
      const trouble: string[] = []
      const own = new URL(baseURL ?? '').origin
      // Most tests do without what keeps the app offline, and are told so. How soon a font is drawn is a hint about a
      // busy machine. Neither is a fault of the page.
      const hints = /^Service Worker registration blocked by Playwright$|preloaded using link preload but not used/
      page.on('pageerror', (error) => trouble.push(`error: ${error.message}`))
      page.on('console', (message) => {
        if (!hints.test(message.text()) && (message.type() === 'error' || message.type() === 'warning'))
          trouble.push(`console: ${message.text()}`)
      })
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url())
        const ours = origin === own || protocol === 'blob:' || protocol === 'data:'
        if (!ours || request.method() !== 'GET') trouble.push(`request: ${request.method()} ${request.url()}`)
      })
      await use(trouble)
      expect(trouble).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

export const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** The heading without the lines that say where in the whole the page is. */
export const pageName = (page: Page) => page.locator('h1 > .title')

/** Opens an address of the app and waits for its heading: while a page is fetched, the one before stays. */
export async function visit(page: Page, address: string) {
  await page.goto(`./#${address}`)
  await page.locator('html:not(.waiting) h1').first().waitFor()
}

/** The start page stands there before the app has come; this waits until the app has taken it over. */
export const appIsThere = (page: Page) => page.locator('#root:not([data-place])').waitFor()

export const chooseLanguage = (page: Page, language: 'sv' | 'en') => prefer(page, 'language', language)

/** What somebody has chosen earlier in this browser. */
export async function prefer(page: Page, what: 'language' | 'theme', chosen: string) {
  await page.addInitScript(
    ([key, value]) => {
      // A page that has gone nowhere yet has no place of its own to keep anything in.
      if (window.origin !== 'null') localStorage.setItem(key, value)
    },
    [what, chosen] as const,
  )
}

/** Puts a text beside a case, as an earlier version of the product kept it. Ends on a page outside the case. */
export async function keepNote(page: Page, address: string, kind: string, text: string) {
  // To Firefox, a part of the app that is still on its way when the page is left has failed.
  await page.waitForLoadState('networkidle')
  await page.goto('./recover.html')
  const note = { caseId: address.split('/')[2], kind, text }
  await page.evaluate(
    (kept) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('case-v1')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const writing = opening.result.transaction('private', 'readwrite')
          writing.objectStore('private').put(kept)
          writing.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
    note,
  )
}

/** Presses a button of the page's own words and waits until the next page has taken its place. */
export async function goOn(page: Page, name: string) {
  const before = await heading(page).elementHandle()
  await page.getByRole('button', { name, exact: true }).click()
  await page.waitForFunction((element) => element?.isConnected === false, before)
  await heading(page).waitFor()
}

/** A new case, begun as a person begins it. Ends on the page about the company; gives the address of the case. */
export async function newCase(page: Page, say: Say): Promise<string> {
  await visit(page, '/')
  const address = await beginCase(page, say)
  await visit(page, `${address}/about/company`)
  await page.getByLabel(say('about:questions.company.label')).waitFor()
  return address
}

/** From a start page that is open. Ends on the first page of questions. */
export async function beginCase(page: Page, say: Say): Promise<string> {
  await page.getByRole('button', { name: say('start:new') }).click()
  await page.getByLabel(say('request:questions.summary.label')).waitFor()
  return page.url().split('#')[1]?.replace('/problem/what', '') ?? ''
}

const keyOf = (path: string) => {
  const [area = '', ...rest] = path.split('.')
  return `${area}:questions.${rest.filter((part) => part !== '*').join('.')}`
}

/** Answers one question by its own words, as a person would. */
export async function answer(page: Page, say: Say, question: Question, value: unknown) {
  if (value === null || value === undefined) return
  const key = keyOf(question.path)
  const label = say(`${key}.label`)
  const group = page.getByRole('group', { name: label })
  // What the other answers say already is not asked.
  if (question.path.endsWith('.raised') && (await group.count()) === 0) return
  if (question.begins === 'today') await page.getByRole('button', { name: say(`${key}.parts.begin`) }).click()
  switch (question.kind) {
    case 'choice':
      await group.getByLabel(say(`${key}.choices.${value}`), { exact: true }).check()
      return
    case 'moves':
      for (const [at, move] of (
        value as { date: string; agreed: string | null; changeRequest: string | null }[]
      ).entries()) {
        await page.getByRole('button', { name: say(`${key}.parts.add`) }).click()
        const own = page.getByRole('group', { name: say(`${key}.parts.group`, { number: at + 1 }) })
        await own.getByLabel(say(`${key}.parts.date`)).fill(move.date)
        if (move.agreed) await own.getByLabel(say(`common:${move.agreed}`), { exact: true }).check()
        if (move.changeRequest) await own.getByLabel(say(`${key}.parts.changeRequest`)).fill(move.changeRequest)
      }
      return
    default:
      await page.getByLabel(label).first().fill(String(value))
  }
}

const fieldOf = (list: List, { path }: Question) => path.slice(list.path.length + 3)

/** Writes a whole case through the wizard, page by page, and ends on the check page. */
export async function writeCase(page: Page, say: Say, file: CaseFile) {
  const answers = file.answers as unknown as Record<string, Record<string, unknown>>
  await visit(page, '/')
  await beginCase(page, say)
  for (const step of interview.parts.flatMap(({ steps }) => steps)) {
    if (!isList(step) && step.apart) continue
    if (!page.url().endsWith(`/${step.id}`)) continue
    await unfold(page, say)
    for (const question of step.questions) {
      const [area = '', field = ''] = question.path.split('.')
      await answer(page, say, question, answers[area]?.[field])
    }
    if (isList(step)) {
      const [area = '', field = ''] = step.path.split('.')
      const rows = (answers[area]?.[field] ?? []) as Record<string, unknown>[]
      for (const row of rows) await writeRow(page, say, step, row)
    }
    await goOn(page, say('common:continue'))
  }
  await page.getByRole('heading', { name: say('assessment:heading') }).waitFor()
}

async function writeRow(page: Page, say: Say, list: List, row: Record<string, unknown>) {
  const [area = '', field = ''] = list.path.split('.')
  await goOn(page, say(`${area}:lists.${field}.add`))
  await unfold(page, say)
  for (const question of list.page.questions) await answer(page, say, question, row[fieldOf(list, question)])
  await goOn(page, say(`${area}:lists.${field}.save`))
}

/** Opens what is folded: questions under "more", and on the check page every part. */
export async function unfold(page: Page, say: Say) {
  const all = page.locator('main fieldset.whole > .disclosure:not([open]) > summary')
  while (await all.count()) await all.first().click()
  const more = page.locator('details:not([open]) > summary', { hasText: say('common:more') })
  if (await more.count()) await more.click()
}

export const caseFile = (name: string): string =>
  readFileSync(new URL(`../cases/${name}.json`, import.meta.url), 'utf8')

/** Gives a file to the chooser of the page; to the start page as a copy, which is nobody else's. */
export function giveFile(page: Page, name: string, content: string | Buffer) {
  const isStart = ['', '#/'].includes(new URL(page.url()).hash)
  const given =
    isStart && typeof content === 'string' ? content.replace(/("purpose":\s*)"handover"/, '$1"copy"') : content
  return page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(given) })
}

/** Opens a file that was handed over on the start page as one's own. */
export const takeAsOwn = (page: Page, say: Say) =>
  page.getByRole('button', { name: say('start:handedOver.own'), exact: true }).click()
