import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { caseFile, chooseLanguage, expect, test, visit, wordsOf } from './guide.ts'

const sv = wordsOf('sv')
const whole = JSON.parse(caseFile('C1-sv'))

interface Given {
  about?: object
  request?: object
  effect?: string
  asOf?: string
}

const caseText = (caseId: string, { about, request, effect = 'nuisance', asOf = whole.asOf }: Given = {}): string => {
  const { answers } = whole
  const items = answers.examples.items.map((row: object) => ({ ...row, effect }))
  return JSON.stringify({
    ...whole,
    caseId,
    asOf,
    answers: {
      ...answers,
      about: { ...answers.about, ...about },
      request: { ...answers.request, ...request },
      examples: { ...answers.examples, items },
    },
  })
}

const give = (page: Page, texts: readonly string[]) =>
  page
    .locator('input[type=file]')
    .first()
    .setInputFiles(
      texts.map((text, at) => ({ name: `case-${at}.json`, mimeType: 'application/json', buffer: Buffer.from(text) })),
    )

const rows = (page: Page) => page.locator('.cases tbody tr')
const names = (page: Page) => page.locator('.cases tbody th a').allTextContents()

test('on a laptop the rows begin on the first screen, two lines each, and on a wide screen they take all of it', async ({
  page,
}) => {
  await chooseLanguage(page, 'sv')
  await page.setViewportSize({ width: 1280, height: 800 })
  await visit(page, '/inbox')
  const partners = ['Commerce AB', 'Kvistbro Digital AB', 'Sjöbacka Webb']
  const texts = Array.from({ length: 9 }, (_, at) =>
    caseText(`case-${at}`, { about: { company: `Kund ${at} AB`, partnerCompany: partners[at % 3] } }),
  )
  await give(page, texts)
  await expect(rows(page)).toHaveCount(9)
  await expect(rows(page).nth(6)).toBeInViewport({ ratio: 1 })
  const heights = await rows(page).evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height))
  for (const height of heights) expect(height).toBeLessThanOrEqual(52)
  // Each word of a partner is on one line.
  const broken = await page.locator('.cases tbody td:nth-child(3) .own').evaluateAll((all) =>
    all.flatMap(({ firstChild }) => {
      const text = firstChild?.textContent ?? ''
      return [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
        const range = document.createRange()
        if (firstChild === null) return [text]
        range.setStart(firstChild, index)
        range.setEnd(firstChild, index + word.length)
        return range.getClientRects().length > 1 ? [word] : []
      })
    }),
  )
  expect(broken).toEqual([])
  const box = await page.locator('.drop').boundingBox()
  expect(box?.height).toBeLessThanOrEqual(72)
  await page.setViewportSize({ width: 1920, height: 1080 })
  expect((await page.locator('.cases').boundingBox())?.width).toBeGreaterThan(1800)
})

test('an emergency stands first, the worst impact comes with the first press, and a partner can be chosen', async ({
  page,
}) => {
  await chooseLanguage(page, 'sv')
  await page.clock.setFixedTime(new Date('2026-12-20T09:00:00+01:00'))
  await visit(page, '/inbox')
  await give(page, [
    caseText('old', { about: { company: 'Äldst' }, asOf: '2026-11-01', effect: 'none_yet' }),
    caseText('down', { about: { company: 'Ånge Bruk', urgent: 'down', partnerCompany: 'Kvistbro Digital' } }),
    caseText('sales', {
      about: { company: 'Łódź', partnerCompany: 'Sjöbacka', customerNumber: '10442', adobeProject: 'prj-7' },
      request: { ask: 'Ett möte den här veckan', by: '2026-12-01' },
      effect: 'stops_sales',
      asOf: '2026-12-19',
    }),
  ])
  await expect(rows(page)).toHaveCount(3)
  expect(await names(page)).toEqual(['Ånge Bruk', 'Äldst', 'Łódź'])
  await expect(rows(page).first()).toContainText(sv('inbox:emergencies.down'))
  const last = rows(page).last()
  for (const said of ['Avtal 10442', 'Projekt prj-7', 'Ett möte den här veckan', '19 dec. 2026', '1 dag', 'Adobe'])
    await expect(last).toContainText(said)
  await expect(last).toContainText(sv('inbox:overdue.by'))
  await expect(last).toContainText(sv('inbox:effects.stops_sales'))

  await page.locator('#sort-effect').click()
  expect((await names(page))[0]).toBe('Łódź')
  await expect(page.getByRole('columnheader', { name: sv('inbox:columns.effect') })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await page.locator('#sort-age').click()
  expect((await names(page))[0]).toBe('Ånge Bruk')

  const partner = page.locator('#inbox-partner')
  await expect(partner.locator('option')).toHaveText([sv('inbox:all'), 'Kvistbro Digital AB', 'Sjöbacka'])
  await partner.selectOption('Kvistbro Digital AB')
  await expect(rows(page)).toHaveCount(2)
  await partner.selectOption('Sjöbacka')
  await expect(rows(page)).toHaveCount(1)
  // What the filter names is gone: the rest of the list is not hidden with it.
  await rows(page)
    .getByRole('button', { name: sv('inbox:remove') })
    .click()
  await expect(rows(page)).toHaveCount(2)
  await page.getByLabel(sv('inbox:search')).fill('a\u030ange')
  await expect(rows(page)).toHaveCount(1)
  await page.getByLabel(sv('inbox:search')).fill('ODZ')
  await expect(page.getByText(sv('inbox:noMatch'))).toBeVisible()
})

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikationsversandhandelsverein'.slice(0, 79)
const ALPHABETS = [
  'Łódzkie Rowery',
  'Βόρειο Εμπόριο',
  'متجر الشمال',
  'חנות הצפון',
  '株式会社みどり',
  '🛒 Kiosk 🌲',
  LONG,
]

test('names of 79 letters and names in any script stand in their rows, and nothing scrolls sideways @deep', async ({
  page,
}) => {
  await chooseLanguage(page, 'sv')
  await visit(page, '/inbox')
  await give(
    page,
    ALPHABETS.map((name, at) => {
      const about = {
        company: name,
        partnerCompany: name,
        adobeContact: name,
        customerNumber: LONG,
        adobeProject: LONG,
      }
      return caseText(`case-${at}`, { about: { ...about, urgent: 'payments' }, request: { ask: `${name} ${LONG}` } })
    }),
  )
  await expect(rows(page)).toHaveCount(ALPHABETS.length)
  for (const name of ALPHABETS) await expect(page.getByRole('link', { name })).toHaveCount(1)
  for (const [width, size] of [
    ...[320, 390, 768, 1024, 1247, 1248, 1280, 1600, 1920].map((each) => [each, '100%'] as const),
    // Text as large as the browser makes it.
    [320, '200%'],
    [1280, '200%'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    const over = await page.evaluate((fontSize) => {
      document.documentElement.style.fontSize = fontSize
      const { scrollWidth, clientWidth } = document.documentElement
      const frames = [...document.querySelectorAll('.table-frame')]
      return [scrollWidth - clientWidth, ...frames.map((frame) => frame.scrollWidth - frame.clientWidth)]
    }, size)
    expect(Math.max(...over), `${width}, ${size}`).toBe(0)
    const small = await page
      .locator('main :is(button, .button, input:not(.unseen), select, summary)')
      .evaluateAll((all) =>
        all
          .map((element) => ({ text: element.outerHTML.slice(0, 80), box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.height > 0 && (box.height < 24 || box.width < 24))
          .map(({ text }) => text),
      )
    expect(small, `${width}, ${size}`).toEqual([])
  }
})

/** Two thousand take their time where many tests share a small machine: the deep checks take them. */
const MANY = process.env.DEEP ? 2_000 : 200

test(`a folder of ${MANY} files, with folders in it, doubles and names that a Mac wrote apart, is read once each @deep`, async ({
  page,
}, testInfo) => {
  test.slow()
  const folder = testInfo.outputPath('ärenden'.normalize('NFD'))
  const cases = MANY / 2
  for (let at = 0; at < cases; at += 1) {
    const place = `${folder}/${at % 7}/å${at % 3}`.normalize('NFD')
    mkdirSync(place, { recursive: true })
    const company = at % 2 === 0 ? `Ånge ${at}` : `Ånge ${at}`.normalize('NFD')
    const text = caseText(`case-${at}`, { about: { company } })
    writeFileSync(`${place}/ä${at}.json`.normalize('NFD'), text)
    writeFileSync(`${place}/kopia av ä${at}.json`, text)
  }
  await chooseLanguage(page, 'sv')
  await visit(page, '/inbox')
  await page.locator('input[type=file]').nth(1).setInputFiles(folder)
  await expect(page.getByText(sv('inbox:shown_other', { count: cases })).first()).toBeVisible({ timeout: 100_000 })
  await expect(page.locator('.progress')).toHaveCount(0, { timeout: 100_000 })
  await expect(page.getByText(sv('inbox:shown_other', { count: cases })).first()).toBeVisible()
  await page.getByLabel(sv('inbox:search')).fill(`ange ${cases - 1}`)
  await expect(rows(page)).toHaveCount(1)
})

test('after everything was deleted for good the inbox is empty, and keeps nothing that comes @deep', async ({
  page,
}) => {
  await chooseLanguage(page, 'sv')
  await visit(page, '/inbox')
  await give(page, [caseText('case-1', { about: { company: 'Ett AB' } })])
  await expect(rows(page)).toHaveCount(1)
  await page.getByLabel(sv('inbox:keep')).check()
  await expect(page.locator('.keep-choice')).toHaveAttribute('aria-busy', 'false')
  await page.getByRole('link', { name: sv('common:data') }).click()
  await page.getByRole('button', { name: sv('keeping:data.deleteAll') }).click()
  await page.getByRole('button', { name: sv('keeping:data.forGood') }).click()
  await expect(page.locator('#gone-for-good')).toBeVisible()
  await page.evaluate(() => {
    location.hash = '/inbox'
  })
  await expect(page.getByLabel(sv('inbox:keep'))).not.toBeChecked()
  await expect(rows(page)).toHaveCount(0)
  await give(page, [caseText('case-2', { about: { company: 'Två AB' } })])
  await expect(rows(page)).toHaveCount(1)
  await page.reload()
  await expect(page.getByLabel(sv('inbox:keep'))).not.toBeChecked()
  await expect(rows(page)).toHaveCount(0)
})
