import type { Page } from '@playwright/test'
import type { CaseFile } from '../../../src/domain/case/caseFile.ts'
import { hostileCases } from '../../support/everyText.ts'
import { OUTSIDE, ownCase, pagesOfCase, writingPages } from '../allPages.ts'
import {
  caseFile,
  chooseLanguage,
  expect,
  giveFile,
  goOn,
  heading,
  newCase,
  test,
  unfold,
  visit,
  wordsOf,
} from '../guide.ts'

const sv = wordsOf('sv')
const en = wordsOf('en')
const worked = caseFile('C1-sv')

const saved = (page: Page) => page.locator('.status .on-wide')

/** The fields of a page that hold what was typed or chosen, as one can see them. */
const valuesOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('main :is(input:not([type=file]), textarea, select)')].map(
      ({ type, checked, value }) => (/radio|checkbox/.test(type) ? checked : value),
    ),
  )

test('a reload right after one key keeps it, on every page on which something is written (L-01)', async ({ page }) => {
  test.setTimeout(180_000)
  await chooseLanguage(page, 'sv')
  const address = await ownCase(page, worked)
  let tried = 0
  for (const at of writingPages(address)) {
    await visit(page, at)
    const field = page.locator('main :is(input[type=text], textarea):visible').first()
    const choice = page.locator('main input[type=radio]:visible, main input[type=checkbox]:visible').last()
    if ((await field.count()) > 0) {
      await field.focus()
      await page.keyboard.press('End')
      await page.keyboard.press('x')
    } else if ((await choice.count()) > 0) {
      await choice.focus()
      await page.keyboard.press('Space')
    } else continue
    tried += 1
    const before = await valuesOf(page)
    await page.reload()
    await heading(page).waitFor()
    await expect.poll(() => valuesOf(page), at).toEqual(before)
  }
  expect(tried).toBeGreaterThan(12)
})

test('back and forward through every page find it with its answers, at its heading and where it was left (L-02)', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await chooseLanguage(page, 'sv')
  // Low enough for every page to be longer than the window.
  await page.setViewportSize({ width: 1280, height: 400 })
  const address = await ownCase(page, worked)
  await visit(page, `${address}/problem/what`)
  const left: number[] = []
  const walked: { url: string; heading: string; values: unknown }[] = []
  while (!page.url().endsWith('/check')) {
    // The lines of rows come after the page that is opened first, and make it longer.
    await page.waitForLoadState('networkidle')
    const field = page.locator('main :is(input[type=text], textarea):visible').first()
    if ((await field.count()) > 0 && (await field.inputValue()) === '') await field.fill('2026-11-02')
    walked.push({
      url: page.url(),
      heading: (await heading(page).textContent()) ?? '',
      values: await valuesOf(page),
    })
    await page.getByRole('button', { name: sv('common:continue'), exact: true }).scrollIntoViewIfNeeded()
    // At the press itself: what comes late above it moves the page.
    await page.evaluate(() =>
      addEventListener('click', () => Object.assign(window, { leftAt: scrollY }), { capture: true, once: true }),
    )
    await goOn(page, sv('common:continue'))
    left.push(await page.evaluate(() => (window as unknown as { leftAt: number }).leftAt))
  }
  expect(walked.length).toBeGreaterThan(8)
  const expectPage = async (number: number) => {
    const was = walked[number]
    if (was === undefined) throw new Error(`no page ${number}`)
    await expect(page).toHaveURL(was.url)
    await expect(heading(page)).toHaveText(was.heading)
    await expect(heading(page)).toBeFocused()
    // To the line: a note that was there while one wrote has gone since.
    const away = async () => Math.abs((await page.evaluate(() => window.scrollY)) - (left[number] ?? 0))
    await expect.poll(away, was.url).toBeLessThan(40)
    await expect.poll(() => valuesOf(page), was.url).toEqual(was.values)
  }
  for (let number = walked.length - 1; number >= 0; number -= 1) {
    await page.goBack()
    await expectPage(number)
  }
  for (let number = 1; number < walked.length; number += 1) {
    await page.goForward()
    await expectPage(number)
  }
  expect(Math.max(...left)).toBeGreaterThan(100)
})

test('switching the language in the middle of a word keeps the text, the place in it and the errors (L-04)', async ({
  page,
  context,
}) => {
  await newCase(page, sv)
  const email = page.getByLabel(sv('about:questions.email.label')).first()
  await email.fill('anna')
  await page.getByRole('button', { name: sv('common:continue'), exact: true }).click()
  await expect(page.getByText(sv('common:problems.heading'))).toBeVisible()

  const name = page.locator('[id="about.name"]')
  await name.fill('Anna Andersson')
  await name.evaluate((field) => (field as HTMLInputElement).setSelectionRange(4, 4))
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(name).toHaveValue('Anna Andersson')
  expect(await name.evaluate((field) => (field as HTMLInputElement).selectionStart)).toBe(4)
  await expect(page.getByText(en('common:problems.heading'))).toBeVisible()
  await expect(page.locator('.error-summary')).not.toContainText(/e-post/i)

  // A word that is still being composed, as Japanese and Chinese are typed, is not lost either.
  await name.focus()
  await page.keyboard.press('End')
  const session = await context.newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: ' にほ', selectionStart: 3, selectionEnd: 3 })
  await expect(name).toHaveValue('Anna Andersson にほ')
  await page.getByRole('button', { name: 'Svenska' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv')
  await expect(name).toHaveValue('Anna Andersson にほ')
  await expect(page.getByText(sv('common:problems.heading'))).toBeVisible()
  await name.focus()
  await page.keyboard.press('End')
  await session.send('Input.imeSetComposition', { text: 'ん', selectionStart: 1, selectionEnd: 1 })
  await session.send('Input.insertText', { text: '本' })
  await expect(name).toHaveValue('Anna Andersson にほ本')
  await expect(saved(page)).toHaveText(sv('common:save.saved'))
  await page.reload()
  await expect(name).toHaveValue('Anna Andersson にほ本')
})

test('a clock that goes back an hour or on ten years loses nothing and is told as it is (L-05)', async ({
  page,
  trouble,
}) => {
  await chooseLanguage(page, 'sv')
  await page.clock.setFixedTime(new Date('2026-11-24T12:00:00+01:00'))
  const address = await ownCase(page, worked)
  const company = page.getByLabel(sv('about:questions.company.label'))
  await visit(page, `${address}/examples.items/E-1/example`)
  await giveFile(page, 'logg.txt', 'en rad')
  await expect(page.locator('.files > .file')).toHaveCount(1)
  await visit(page, `${address}/scope/deliverables`)
  await page
    .getByRole('button', { name: new RegExp(`^${sv('common:remove')}`) })
    .first()
    .click()
  await expect(page.getByRole('button', { name: new RegExp(`^${sv('common:undo')}`) })).toBeFocused()
  const moments = ['2026-11-24T11:00:00+01:00', '2036-11-24T12:00:00+01:00', '2026-11-24T12:30:00+01:00']
  for (const [at, moment] of moments.entries()) {
    await page.clock.setFixedTime(new Date(moment))
    await visit(page, `${address}/about/company`)
    await company.fill(`Företaget ${at}`)
    await expect(saved(page)).toHaveText(sv('common:save.saved'))
    // What was written last stands, whatever the clock says of when that was.
    await page.reload()
    await expect(company).toHaveValue(`Företaget ${at}`)
    await visit(page, '/')
    await expect(page.locator('.rows')).toContainText(`Företaget ${at}`)
    await expect(page.locator('.rows')).toContainText(moment.startsWith('2036') ? '2036' : '2026')
    await visit(page, `${address}/examples.items/E-1/example`)
    await expect(page.locator('.files > .file')).toHaveCount(1)
    await visit(page, `${address}/removed`)
    await expect(page.getByRole('button', { name: sv('start:removedPage.putBack') })).toHaveCount(1)
    for (const own of ['', '/check', '/sheet', '/messages']) {
      await visit(page, `${address}${own}`)
      await expect(page.locator('main')).not.toContainText(/NaN|Invalid|undefined/)
    }
  }
  // The bytes of the file are still there: they go along.
  const downloading = page.waitForEvent('download')
  await visit(page, `${address}/hand-over`)
  await page.getByRole('button', { name: /PDF$/ }).first().click()
  await downloading
  await expect(page.getByText(sv('handOver:holds.files_one', { count: 1 }))).toBeVisible()
  // After a reload the browser takes the font from its memory, and finds its own fetching of it unneeded.
  expect(trouble.filter((text) => !/woff2 was preloaded .* but not used/.test(text))).toEqual([])
  trouble.length = 0
})

test('without JavaScript the page says in both languages that it needs it (L-11)', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' })
  const page = await context.newPage()
  await page.goto('./')
  const said = page.locator('noscript')
  const [swedish, english] = [said.locator('[lang=sv]'), said.locator('[lang=en]')]
  await expect(swedish).toHaveText('Guiden behöver JavaScript. Inget du skriver lämnar din dator.')
  await expect(english).toHaveText('The guide needs JavaScript. Nothing you write leaves your computer.')
  await expect(swedish).toBeVisible()
  await expect(english).toBeVisible()
  // What does not open does not say that it opens.
  await expect(page.getByText('Öppnar …')).toBeHidden()
  await context.close()
})

test('without a secure connection a file is not locked, says why, and everything else works (L-12)', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })
    Object.defineProperty(window, 'isSecureContext', { get: () => false })
  })
  await chooseLanguage(page, 'sv')
  const address = await ownCase(page, worked)
  await visit(page, `${address}/about/company`)
  await page.getByLabel(sv('about:questions.name.label')).fill('Anna')
  await expect(saved(page)).toHaveText(sv('common:save.saved'))
  await visit(page, `${address}/examples.items/E-1/example`)
  await giveFile(page, 'logg.txt', 'en rad')
  await expect(page.locator('.files > .file')).toHaveCount(1)
  await visit(page, `${address}/hand-over`)
  await expect(page.getByText(sv('handOver:lock.insecure'))).toBeVisible()
  await expect(page.getByLabel(sv('handOver:lock.label'))).toHaveCount(0)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: /PDF$/ }).first().click()
  const download = await downloading
  await visit(page, '/review')
  await page.locator('input[type=file]').setInputFiles(await download.path())
  await heading(page).filter({ hasText: 'Nordfjäll' }).waitFor()
  await expect(page.getByText(sv('review:unchanged'))).toBeVisible()
})

test('an address that leads to no case or no page says so, and the cases are one press away (L-14)', async ({
  page,
  trouble,
}) => {
  const address = await newCase(page, sv)
  await page.getByLabel(sv('about:questions.company.label')).fill('Nordfjäll')
  await expect(saved(page)).toHaveText(sv('common:save.saved'))
  const lead: readonly (readonly [string, 'missing' | 'notFound'])[] = [
    ['/case/nowhere', 'missing'],
    ['/case/nowhere/problem/what', 'missing'],
    ['/case/%00%ff/about/company', 'missing'],
    ['/case/..%2F..%2Fx', 'missing'],
    ['/case/<img src=x onerror=alert(1)>/check', 'missing'],
    [`${address}/no/where`, 'notFound'],
    [`${address}/scope/nothing`, 'notFound'],
    [`${address}/__proto__/constructor`, 'notFound'],
    [`${address}/scope.deliverables/gone/deliverable`, 'notFound'],
    [`${address}/no.list/gone/deliverable`, 'notFound'],
    [`${address}/message/other`, 'notFound'],
    ['/nowhere', 'notFound'],
  ]
  for (const [at, says] of lead) {
    await page.goto(`./#${at}`)
    const told = sv(says === 'missing' ? 'keeping:trouble.missing.heading' : 'common:notFound.heading')
    await expect(heading(page), at).toHaveText(told)
    await expect(heading(page), at).toBeFocused()
    await page.getByRole('link', { name: sv('common:toStart') }).click()
    await expect(heading(page), at).not.toHaveText(told)
    await page.getByRole('link', { name: sv('start:resume', { company: 'Nordfjäll' }) }).waitFor()
  }
  // Of an address that cannot be decoded the router tells, and of nothing else.
  expect(trouble.filter((text) => !text.includes('could not be decoded'))).toEqual([])
  trouble.length = 0
})

test('after 5,000 edits the page holds no more than before, and every edit was saved (L-15)', async ({
  page,
  context,
}) => {
  test.setTimeout(300_000)
  const address = await newCase(page, sv)
  await visit(page, `${address}/about/company`)
  const session = await context.newCDPSession(page)
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    return usedSize / 1024 / 1024
  }
  /** Edits as they come over a day, each saved before the next: how many were said to be saved. */
  const edit = (from: number, to: number) =>
    page.evaluate(
      async ([first, last, words]) => {
        const status = document.querySelector('.status .on-wide') as HTMLElement
        const fields = ['about.company', 'about.name', 'about.role', 'about.phone'].map(
          (id) => document.getElementById(id) as HTMLInputElement,
        )
        const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {}
        let acknowledged = 0
        for (let at = first; at < last; at += 1) {
          const isSaved = new Promise<void>((resolve) => {
            const observer = new MutationObserver(() => {
              if (status.textContent !== words) return
              observer.disconnect()
              resolve()
            })
            observer.observe(status, { childList: true, characterData: true, subtree: true })
          })
          const field = fields[at % fields.length]
          set?.call(field, `${field?.id} ${at} ${'x'.repeat(at % 90)}`)
          field?.dispatchEvent(new Event('input', { bubbles: true }))
          window.dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, cancelable: true }))
          await isSaved
          acknowledged += 1
        }
        return acknowledged
      },
      [from, to, sv('common:save.saved')] as const,
    )
  let acknowledged = await edit(0, 500)
  const figures = [await heap()]
  for (let from = 500; from < 5_000; from += 1_500) {
    acknowledged += await edit(from, from + 1_500)
    figures.push(await heap())
  }
  console.log(`heap after 500, 2,000, 3,500 and 5,000 edits: ${figures.map((size) => size.toFixed(2)).join(', ')} MB`)
  expect(acknowledged).toBe(5_000)
  const [before = 0] = figures
  expect(Math.max(...figures) - before).toBeLessThan(2)
  await page.reload()
  for (const [at, id] of ['about.company', 'about.name', 'about.role', 'about.phone'].entries()) {
    const last = 4_996 + at
    await expect(page.locator(`[id="${id}"]`)).toHaveValue(`${id} ${last} ${'x'.repeat(last % 90)}`)
  }
})

test('no address, title, history or small setting holds anything that somebody wrote (L-16)', async ({ page }) => {
  test.setTimeout(180_000)
  await chooseLanguage(page, 'sv')
  const cases = hostileCases(JSON.parse(caseFile('C1')) as CaseFile)
  const address = await ownCase(page, JSON.stringify(cases['every text']))
  const WRITTEN = /F\d{3}F|alert|Nordfj|Kvistbro/
  const looked = async (at: string) => {
    const found = await page.evaluate(() => ({
      url: window.location.href,
      title: document.title,
      state: JSON.stringify(window.history.state),
      links: [...document.querySelectorAll('a[href]:not([href^="mailto:"])')].map((link) => link.getAttribute('href')),
      settings: JSON.stringify({ ...localStorage, ...sessionStorage }),
      name: window.name,
      cookies: document.cookie,
    }))
    expect(JSON.stringify(found), at).not.toMatch(WRITTEN)
    // Ids, the names of pages and where one came from.
    expect(found.url.split('#')[1] ?? '/', at).toMatch(/^\/[\w./-]*(\?(at|from)=[\w.-]+(&(at|from)=[\w.-]+)*)?$/)
    return found.links.length
  }
  let links = 0
  for (const at of [...OUTSIDE, ...pagesOfCase(address)]) {
    await visit(page, at)
    links += await looked(at)
  }
  expect(links).toBeGreaterThan(200)
  // By links and buttons, too: what one came from goes along in the history.
  await visit(page, `${address}/check`)
  await unfold(page, sv)
  await page.locator('[id="about.email"] a').click()
  await heading(page).waitFor()
  await looked('a change from the check page')
  // Such a text is no mail address, which is said, and stops nobody.
  await page.getByRole('button', { name: sv('common:continue'), exact: true }).click()
  await goOn(page, sv('common:problems.continueAnyway'))
  await looked('back on the check page')
  await visit(page, `${address}/hand-over`)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: /PDF$/ }).first().click()
  const path = await (await downloading).path()
  await looked('after the hand-over')
  await visit(page, '/review')
  await page.locator('input[type=file]').setInputFiles(path)
  await page.locator('.sheet-front').waitFor()
  await looked('a case in review')
  await visit(page, '/inbox')
  await page.getByRole('row').nth(1).waitFor()
  await looked('the list of received cases')
  await page.getByRole('row').nth(1).getByRole('link').first().click()
  await page.locator('.sheet-front').waitFor()
  await looked('a case from the list')
})
