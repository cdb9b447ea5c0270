import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { ownCase } from './allPages.ts'
import { caseFile, chooseLanguage, expect, giveFile, heading, test, visit, wordsOf } from './guide.ts'
import { textOfPages } from './printed.ts'

const print = (page: Page) => page.pdf({ preferCSSPageSize: true, printBackground: false })

const count = (text: string, what: RegExp) => [...text.matchAll(what)].length

for (const language of ['sv', 'en'] as const) {
  const say = wordsOf(language)
  // Swedish words are the longer ones.
  const tag = language === 'sv' ? '' : ' @deep'

  test(`the blank checklist prints on three pages of A4, no row split, ${language}${tag}`, async ({ page }) => {
    await chooseLanguage(page, language)
    await visit(page, '/checklist')
    const pdf = await print(page)
    expect(pdf.toString('latin1')).toMatch(/MediaBox\s*\[\s*0 0 59[45]\.?\d* 84[12]/)
    const pages = await textOfPages(pdf)
    expect(pages.length).toBe(3)
    const note = new RegExp(say('checklist:notes'), 'g')
    const agreed = new RegExp(`${say('checklist:yes')} ${say('checklist:no')}`, 'g')
    for (const [at, text] of pages.entries()) {
      expect(text).toContain(language === 'sv' ? `Sida ${at + 1} av 3` : `Page ${at + 1} of 3`)
      // Every row has its line for notes on the same page.
      expect(count(text, note), text).toBe(count(text, agreed))
    }
    expect(count(pages.join(' '), note)).toBe(8 + 4 + 8 + 3)
    // The examples are on a page of their own.
    expect(pages[2]).toContain(say('checklist:examples'))
    expect(pages[2]).not.toContain(say('checklist:unanswered'))
  })

  test(`the checklist to show the partner holds nothing that is not for them, ${language}${tag}`, async ({ page }) => {
    await chooseLanguage(page, language)
    const file = JSON.parse(caseFile('C1'))
    const secrets = {
      ask: 'SECRET-ASK',
      ourSide: 'SECRET-OURS',
      hardReason: 'SECRET-REASON',
      whyAnyway: 'SECRET-WHY',
    }
    Object.assign(file.answers.request, secrets, { hardDate: '2031-01-17' })
    file.answers.about.adobeContact = 'SECRET-CONTACT'
    file.answers.examples.items[0].impact = 'SECRET-IMPACT'
    file.answers.examples.items[0].evidenceText = 'SECRET-FILE'
    await visit(page, `${await ownCase(page, JSON.stringify(file))}/checklist`)
    const ours = (await textOfPages(await print(page))).join(' ')
    for (const own of ['SECRET-ASK', 'SECRET-OURS', 'SECRET-REASON', 'SECRET-IMPACT']) expect(ours).toContain(own)
    await page.getByLabel(say('checklist:safe')).check()
    const safe = (await textOfPages(await print(page))).join(' ')
    expect(safe).not.toMatch(/SECRET|2031/)
    for (const code of ['S1', 'S2', 'S3', 'A1', 'A2', 'E1', 'E2', 'E3']) expect(safe).toContain(code)
  })

  test(`the first page is one page with everything given, in type of 9.5 points, ${language}${tag}`, async ({
    page,
  }) => {
    await chooseLanguage(page, language)
    const file = JSON.parse(caseFile(language === 'sv' ? 'C1-sv' : 'C1'))
    const { about, request } = file.answers
    const given = {
      ...{ customerNumber: 'SE-204417', adobeProject: 'abc123def', adobeContact: 'Jonas Berg', name: 'Maria Ek' },
      ...{ role: 'head of e-commerce', email: 'maria.ek@nordfjall.example', phone: '+46 70 123 45 67' },
    }
    Object.assign(about, given, { partnerPeople: [{ name: 'Sara Lind', role: '' }] })
    Object.assign(about, { urgent: 'down', urgentCase: 'E-100234' })
    Object.assign(request, {
      ...{ wants: ['meeting', 'datedPlan'], mayContact: 'yes', by: '2026-12-01', hardDate: '2026-12-15' },
      ...{ hardReason: 'Christmas trade', ourSide: 'Test data for the gift cards, promised for 27 November.' },
      settledWhen: 'Both have run without fault for two weeks.',
    })
    await visit(page, `${await ownCase(page, JSON.stringify(file))}/sheet`)
    await expect(page.locator('.sheet-front')).toBeVisible()
    const pages = await textOfPages(await print(page))
    const [first = '', second = ''] = pages
    for (const key of ['ask', 'impact', 'outcome', 'line.heading', 'scope', 'contacts', 'additions'])
      expect(first).toContain(say(`sheet:${key}`))
    for (const key of ['notAnswered', 'ourSide', 'foot']) expect(first).toContain(say(`sheet:${key}`))
    for (const text of [...Object.values(given), 'E-100234', 'Sara Lind', request.ask.slice(0, 60), 'CR-07'])
      expect(first).toContain(text)
    expect(second.slice(0, 60)).toContain(say('sheet:table.deliverables'))
    expect(first).toContain(language === 'sv' ? `Sida 1 av ${pages.length}` : `Page 1 of ${pages.length}`)
    await page.emulateMedia({ media: 'print' })
    const smallest = await page
      .locator('.sheet-front *')
      .evaluateAll((all) => Math.min(...all.map((each) => Number.parseFloat(getComputedStyle(each).fontSize))))
    expect((smallest / 96) * 72).toBeGreaterThanOrEqual(9.49)
  })

  test(`a case with three hundred words in each answer keeps the ask, the impact and the outcome on the first page, ${language}${tag}`, async ({
    page,
  }) => {
    await chooseLanguage(page, language)
    const file = JSON.parse(caseFile('C1'))
    const long = 'Lagersaldot följer inte affärssystemet, och ingen vet varför. '.repeat(30)
    for (const field of ['summary', 'ask', 'settledWhen', 'ourSide', 'hardReason', 'whyAnyway'])
      file.answers.request[field] = long
    file.answers.request.hardDate = '2026-12-24'
    for (const row of file.answers.scope.deliverables)
      Object.assign(row, { title: long, quote: long, reference: long, lacking: long })
    for (const row of file.answers.partner.log) Object.assign(row, { text: long, person: long })
    for (const row of file.answers.examples.items)
      Object.assign(row, {
        title: long,
        expected: long,
        actual: long,
        where: long,
        period: long,
        impact: long,
      })
    Object.assign(file.answers.about, { company: long, partnerCompany: long, version: long })
    await visit(page, `${await ownCase(page, JSON.stringify(file))}/sheet`)
    await expect(page.locator('.sheet-front')).toBeVisible()
    const pages = await textOfPages(await print(page))
    for (const key of ['ask', 'impact', 'outcome', 'line.heading']) expect(pages[0]).toContain(say(`sheet:${key}`))
    for (const key of ['scope', 'contacts', 'notAnswered', 'ourSide', 'foot'])
      expect(pages.slice(0, 2).join(' ')).toContain(say(`sheet:${key}`))
  })

  test(`the checklist of a case carries the codes of the screens, boxes of five millimetres and lines, ${language}${tag}`, async ({
    page,
  }) => {
    await chooseLanguage(page, language)
    await visit(page, '/')
    await giveFile(page, 'C1.json', caseFile('C1'))
    await page.waitForURL(/case/)
    const address = page.url().split('#')[1] ?? ''
    await visit(page, `${address}/checklist`)
    for (const code of ['S1', 'S2', 'S3', 'A1', 'A2', 'E1', 'E2', 'E3'])
      await expect(page.locator('.paper .code').getByText(code, { exact: true })).toHaveCount(1)
    await page.emulateMedia({ media: 'print' })
    const small = await page.evaluate(() => {
      const millimetre = 96 / 25.4
      return [...document.querySelectorAll('.box')].filter(
        (box) => box.getBoundingClientRect().width < 5 * millimetre - 0.1,
      ).length
    })
    expect(small).toBe(0)
    await expect(page.getByRole('button', { name: say('checklist:print') })).toBeHidden()
    await expect(page.locator('.top-bar')).toBeHidden()
    await page.emulateMedia({ media: null })
    const { caseId, answers } = JSON.parse(caseFile('C1'))
    const sheets = await textOfPages(await print(page))
    expect(sheets.length).toBeGreaterThan(1)
    for (const text of sheets)
      for (const each of [answers.about.company, caseId.slice(0, 8).toUpperCase()]) expect(text).toContain(each)
  })
}

test('the check page prints every answer, without bars and buttons', async ({ page }) => {
  const sv = wordsOf('sv')
  await visit(page, '/')
  await giveFile(page, 'C1-sv.json', caseFile('C1-sv'))
  await page.waitForURL(/case/)
  await visit(page, `${page.url().split('#')[1]}/check`)
  await page.emulateMedia({ media: 'print' })
  // What the browser says before it prints.
  await page.evaluate(() => void window.dispatchEvent(new Event('beforeprint')))
  await expect(page.getByRole('link', { name: new RegExp(`^${sv('common:change')}`) }).first()).toBeHidden()
  await expect(page.getByText('Saldot för NF-2210 följer ERP inom 5 minuter (4.2.1)').first()).toBeVisible()
  await expect(heading(page)).toBeVisible()
  const { answers } = JSON.parse(readFileSync(new URL('../cases/C1-sv.json', import.meta.url), 'utf8')) as {
    answers: { partner: { log: { text: string }[] } }
  }
  for (const { text } of answers.partner.log) await expect(page.getByText(text, { exact: true }).first()).toBeVisible()
})

test('what was closed after one print is on paper again at the next @deep', async ({ page }) => {
  await chooseLanguage(page, 'sv')
  await visit(page, `${await ownCase(page, caseFile('C1-sv'))}/check`)
  const fold = page.locator('details.on-paper').filter({ hasText: wordsOf('sv')('examples:name') })
  const printNow = () => page.evaluate(() => void window.dispatchEvent(new Event('beforeprint')))
  for (let prints = 0; prints < 2; prints += 1) {
    await printNow()
    await expect(fold).toHaveAttribute('open')
    // By key: what is drawn for paper moves what a pointer would meet.
    await fold.locator('summary').first().press('Enter')
    await expect(fold).not.toHaveAttribute('open')
  }
})

test('an answer of five thousand characters is printed whole, over as many pages as it takes @deep', async ({
  page,
}) => {
  const words = Array.from({ length: 800 }, (_, at) => `ord${at}`).join(' ')
  expect(words.length).toBeGreaterThan(5000)
  const file = JSON.parse(caseFile('C1-sv'))
  file.answers.examples.items[1].actual = words
  await visit(page, `${await ownCase(page, JSON.stringify(file))}/sheet`)
  await expect(page.locator('.sheet-front')).toBeVisible()
  const all = (await textOfPages(await print(page))).slice(1).join(' ')
  const missing = Array.from({ length: 800 }, (_, at) => at).filter((at) => !new RegExp(`\\bord${at}\\b`).test(all))
  expect(missing).toEqual([])
})

test('no page is empty or ends with a heading, and every heading and code can be found on paper (A-27, A-28, A-29)', async ({
  page,
}) => {
  test.slow()
  // A delay counts one more every day.
  await page.clock.setFixedTime(new Date('2026-11-30T09:00:00+01:00'))
  await chooseLanguage(page, 'sv')
  const address = await ownCase(page, caseFile('C1-sv'))
  for (const at of [`${address}/sheet`, `${address}/check`, `${address}/checklist`, '/checklist']) {
    await visit(page, at)
    await page.waitForLoadState('networkidle')
    const pages = await textOfPages(await print(page))
    const words = pages.map((text) => text.replace(/Sida \d+ av \d+/, '').trim())
    const headings = (await page.locator('main :is(h2, h3, h4):visible').allInnerTexts())
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '')
    expect(headings.length, at).toBeGreaterThan(3)
    for (const [number, text] of words.entries()) {
      expect(text, `${at}, page ${number + 1}`).not.toBe('')
      expect(
        headings.filter((each) => text.endsWith(each)),
        `${at}, page ${number + 1}`,
      ).toEqual([])
    }
    const all = words.join(' ')
    expect(
      headings.filter((each) => !all.includes(each)),
      at,
    ).toEqual([])
    if (at.endsWith('/sheet')) for (const code of ['S1', 'P1', 'E1', '+47 d', '2026-10-15']) expect(all).toContain(code)
  }
})

test('what is reviewed is on paper with the day of its file, and no page is empty @deep', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-30T09:00:00+01:00'))
  await chooseLanguage(page, 'en')
  for (const name of ['C1', 'C4', 'V14']) {
    await visit(page, '/review')
    await giveFile(page, `${name}.json`, caseFile(name))
    await expect(page.locator('.sheet')).toBeVisible()
    const pages = await textOfPages(await print(page))
    for (const [at, text] of pages.entries())
      expect(text.replace(/Page \d+ of \d+/, '').trim(), `${name}, page ${at + 1}`).not.toBe('')
    expect(pages[0]).toContain('Created by the customer on 23 November 2026')
    expect(pages[0]).toContain('As of today, 30 November 2026.')
    await page.goto('/')
  }
})
