import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { CaseFile } from '../../../src/domain/case/caseFile.ts'
import { openCaseFile } from '../../../src/exchange/importCase.ts'
import { sealed } from '../../support/sealed.ts'
import { pagesOfCase } from '../allPages.ts'
import { caseFile, expect, giveFile, goOn, heading, newCase, test, unfold, visit, wordsOf } from '../guide.ts'

const sv = wordsOf('sv')
const whole = JSON.parse(caseFile('C1-sv')) as CaseFile
const company = (page: Page) => page.getByLabel(sv('about:questions.company.label'))
const saved = (page: Page) => expect(page.locator('.status .on-wide')).toHaveText(sv('common:save.saved'))

/** The worked case with other answers, as a file that is as it was made. */
function fileWith(change: (answers: CaseFile['answers']) => void): string {
  const file = structuredClone(whole)
  change(file.answers)
  return JSON.stringify(sealed(file))
}

/** Opens a file as one's own case, and gives the address of the case. */
async function ownCase(page: Page, file: string): Promise<string> {
  await visit(page, '/')
  await giveFile(page, 'underlag.json', file)
  await expect(heading(page)).toHaveText(sv('start:tasks.heading'), { timeout: 60_000 })
  return `/case/${whole.caseId}`
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('X-21 a mail address stays as it is typed, and as it is pasted, whatever letters it has', async ({ page }) => {
  const address = await newCase(page, sv)
  const mail = page.getByLabel(sv('about:questions.email.label'))
  for (const typed of ['info@företag.se', 'kontakt@große.de', ' anna@kund.se ', 'Anna Ek <anna@kund.se>']) {
    await mail.click()
    await mail.press('ControlOrMeta+a')
    await page.keyboard.insertText(typed)
    await expect(mail).toHaveValue(typed)
    await goOn(page, sv('common:continue'))
    await visit(page, `${address}/about/company`)
    await saved(page)
    await page.reload()
    await expect(mail).toHaveValue(typed)
  }
  await expect(mail).toHaveAttribute('inputmode', 'email')
  await expect(mail).toHaveAttribute('autocapitalize', 'none')
  await expect(mail).toHaveAttribute('spellcheck', 'false')
  await expect(mail).toHaveAttribute('autocomplete', 'email')
  await visit(page, `${address}/sheet`)
  await expect(page.getByText('anna@kund.se').first()).toBeVisible()
})

test('X-22 an address that an earlier version kept in ASCII is offered back, and changed by a press alone', async ({
  page,
}) => {
  const own = await ownCase(
    page,
    fileWith(({ about }) => {
      about.email = 'info@xn--fretag-wxa.se'
    }),
  )
  await visit(page, `${own}/about/company`)
  const mail = page.getByLabel(sv('about:questions.email.label'))
  await expect(page.getByText(sv('common:readableMail.text', { address: 'info@företag.se' }))).toBeVisible()
  await expect(mail).toHaveValue('info@xn--fretag-wxa.se')
  await page.getByRole('button', { name: sv('common:readableMail.use', { address: 'info@företag.se' }) }).click()
  await expect(mail).toHaveValue('info@företag.se')
  await expect(page.getByText('xn--')).toHaveCount(0)
  await saved(page)
  await page.reload()
  await expect(mail).toHaveValue('info@företag.se')
})

test('ten megabytes that are pasted are refused before they are there, text and caret as they were (I-01)', async ({
  page,
}) => {
  const address = await newCase(page, sv)
  await visit(page, `${address}/request/ask`)
  const ask = page.getByLabel(sv('request:questions.ask.label'))
  await ask.fill('Före och efter')
  const found = await ask.evaluate((element) => {
    const field = element as HTMLTextAreaElement
    field.setSelectionRange(4, 7)
    const transfer = new DataTransfer()
    transfer.setData('text/plain', 'x'.repeat(10_000_000))
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: transfer })
    const begun = performance.now()
    const isStopped = !field.dispatchEvent(event)
    return {
      took: performance.now() - begun,
      isStopped,
      text: field.value,
      caret: [field.selectionStart, field.selectionEnd],
    }
  })
  console.log(`ten megabytes refused after ${Math.round(found.took)} ms`)
  expect(found).toMatchObject({ isStopped: true, text: 'Före och efter', caret: [4, 7] })
  expect(found.took).toBeLessThan(200)
  await expect(page.getByRole('alert')).toContainText(/10\s000\s000|10000000/)
  await expect(ask).toBeFocused()
})

test('what is typed past 100,000 characters is refused, nothing is cut, and the file opens; past a good length there is a counter (I-02)', async ({
  page,
}) => {
  const address = await newCase(page, sv)
  await visit(page, `${address}/request/ask`)
  const ask = page.getByLabel(sv('request:questions.ask.label'))
  const almost = 'åäö ord '.repeat(12_500).slice(0, 99_999)
  await ask.fill(almost)
  await page.keyboard.press('Control+End')
  await page.keyboard.type('!')
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)
  await page.keyboard.type('?')
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveText(
    sv('common:paste.typedTooLong', { count: 100_001, max: '100\u00a0000' }),
  )
  expect(await ask.inputValue()).toBe(`${almost}!`)
  await saved(page)
  await visit(page, address)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: sv('common:download.copy') }).click()
  const read = openCaseFile(new Uint8Array(readFileSync(await (await downloading).path())))
  if (read.is !== 'case') throw new Error(JSON.stringify(read))
  expect(read.opened.file.answers.request.ask).toBe(`${almost}!`)

  await visit(page, `${address}/problem/what`)
  const summary = page.getByLabel(sv('request:questions.summary.label'))
  await summary.fill('x'.repeat(5_000))
  await expect(page.locator('.counter')).toContainText('5')
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)
  await goOn(page, sv('common:continue'))
})

test('five thousand examples are opened, listed, changed, saved and handed over, and the page answers (I-03)', async ({
  page,
}) => {
  test.setTimeout(600_000)
  const [first] = whole.answers.examples.items
  if (first === undefined) throw new Error('the case has no example')
  const file = fileWith((answers) => {
    answers.examples.items = Array.from({ length: 5_000 }, (_, at) => ({
      ...first,
      id: `E-${at + 1}`,
      code: at + 1,
      title: `${first.title} ${at + 1}`,
      front: null,
    }))
  })
  const figures: string[] = []
  const timed = async (what: string, work: () => Promise<unknown>) => {
    await page.evaluate(() => {
      const seen = globalThis as unknown as { longest: number; watch?: PerformanceObserver }
      seen.watch?.disconnect()
      seen.longest = 0
      seen.watch = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration)
      })
      seen.watch.observe({ type: 'longtask' })
    })
    const begun = performance.now()
    await work()
    const busy = await page.evaluate(() => Math.round((globalThis as unknown as { longest: number }).longest))
    figures.push(`${what}: ${Math.round(performance.now() - begun)} ms, page busy ${busy} ms at a time`)
  }
  const wait = { timeout: 120_000 }
  await visit(page, '/')
  const address = `/case/${whole.caseId}`
  await timed('opened', () => ownCase(page, file))
  await timed('list', async () => {
    await visit(page, `${address}/examples/items`)
    await expect(page.locator('.rows > li')).toHaveCount(5_000, wait)
  })
  const rowPage = `${address}/examples.items/E-4000/example`
  await timed('page of a row', () => visit(page, rowPage))
  const title = page.getByLabel(sv('examples:questions.items.title.label'))
  await timed('ten keys', async () => {
    await title.fill('')
    await title.pressSequentially('Nytt namn!')
  })
  await timed('saved', () => expect(page.locator('.status .on-wide')).toHaveText(sv('common:save.saved'), wait))
  await page.reload()
  await expect(title).toHaveValue('Nytt namn!', wait)
  await timed('check page', async () => {
    await visit(page, `${address}/check`)
    await unfold(page, sv)
    await page.getByRole('heading', { name: sv('assessment:heading') }).waitFor(wait)
  })
  await visit(page, `${address}/hand-over`)
  const button = page.getByRole('button', { name: /PDF$/ }).first()
  await button.waitFor(wait)
  let pdf = Buffer.alloc(0)
  await timed('PDF', async () => {
    const downloading = page.waitForEvent('download', { timeout: 400_000 })
    await button.click()
    pdf = readFileSync(await (await downloading).path())
  })
  const read = openCaseFile(new Uint8Array(pdf))
  if (read.is !== 'case') throw new Error(JSON.stringify(read))
  const { items } = read.opened.file.answers.examples
  expect([read.opened.unchanged, items.length, items[3_999]?.title]).toEqual([true, 5_000, 'Nytt namn!'])
  console.log(['5,000 examples', ...figures, `PDF of ${Math.round(pdf.length / 1000)} kB`].join('\n  '))
})

const TURNED = '\u202Eenv\u2066dra'
test('names that turn their direction leave what stands beside them where it is, and are marked for the reader (I-05)', async ({
  page,
}) => {
  const file = fileWith((answers) => {
    Object.assign(answers.about, { company: TURNED, partnerCompany: TURNED })
    for (const row of answers.scope.deliverables) Object.assign(row, { title: TURNED })
  })
  const address = await ownCase(page, file)
  await visit(page, `${address}/scope/deliverables`)
  const row = page.locator('.rows > li').first()
  await expect(row).toContainText(TURNED)
  // In the order of the document: what comes before the name begins before it, what comes after begins after.
  const places = await row.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const found: { text: string; left: number; top: number }[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const range = document.createRange()
      range.selectNodeContents(node)
      const { left, top, width } = range.getBoundingClientRect()
      if (width > 1 && (node as Text).data.trim() !== '') found.push({ text: (node as Text).data, left, top })
    }
    return found
  })
  expect(places[0]?.text).toContain('S1')
  const name = places.findIndex(({ text }) => text.includes('\u202E'))
  expect(name).toBeGreaterThan(0)
  for (const [at, { left, top }] of places.entries()) {
    const before = places[at - 1]
    if (before !== undefined && Math.abs(before.top - top) < 4) expect(left).toBeGreaterThanOrEqual(before.left)
  }
  // Its neighbours look as they look beside an ordinary name.
  const code = row.locator('.code').first()
  const turned = await code.screenshot()
  await visit(page, `${address}/scope.deliverables/S-1/deliverable`)
  await page.getByLabel(sv('scope:questions.deliverables.title.label')).fill('Vanligt')
  await visit(page, `${address}/scope/deliverables`)
  await expect(row).toContainText('Vanligt')
  expect((await code.screenshot()).equals(turned)).toBe(true)

  await visit(page, '/review')
  await giveFile(page, 'underlag.json', file)
  await expect(page.locator('.sheet .odd-code').first()).toHaveText('U+202E')
  await expect(page.locator('.sheet .odd-code').nth(1)).toHaveText('U+2066')
})

test('ten thousand marks on one letter move nothing around it (I-08)', async ({ page }) => {
  const address = await ownCase(
    page,
    fileWith((answers) => {
      Object.assign(answers.scope.deliverables[0] ?? {}, { title: 'Sök' })
    }),
  )
  await visit(page, `${address}/scope/deliverables`)
  const rows = page.locator('.rows > li')
  await expect(rows.first()).toContainText('Sök')
  // The line of each row comes after its words.
  const linesAreDrawn = async () => expect(rows.locator('svg.strip')).toHaveCount(await rows.count())
  await linesAreDrawn()
  const boxes = () => rows.evaluateAll((all) => all.map((row) => Math.round(row.getBoundingClientRect().height)))
  const before = await boxes()
  const head = await heading(page).screenshot()
  await visit(page, `${address}/scope.deliverables/S-1/deliverable`)
  const title = page.getByLabel(sv('scope:questions.deliverables.title.label'))
  await title.fill(`S\u0301${'\u0300\u0301'.repeat(5_000)}ök`)
  await saved(page)
  await visit(page, `${address}/scope/deliverables`)
  await expect(rows.first()).toContainText('ök')
  await linesAreDrawn()
  expect(await boxes()).toEqual(before)
  expect(await sideways(page)).toBeLessThanOrEqual(0)
  expect((await heading(page).screenshot()).equals(head)).toBe(true)
})

test('fifty thousand characters without a blank wrap on a phone, and are printed whole (I-09)', async ({ page }) => {
  const long = 'abcdefghij'.repeat(5_000)
  const file = fileWith((answers) => {
    Object.assign(answers.request, { summary: long })
    Object.assign(answers.scope.deliverables[0] ?? {}, { title: long.slice(0, 3_000) })
  })
  await page.setViewportSize({ width: 320, height: 700 })
  const address = await ownCase(page, file)
  for (const at of ['', '/request/ask', '/scope/deliverables', '/check', '/sheet']) {
    await visit(page, `${address}${at}`)
    // The page has come to its end.
    if (at === '/check') await unfold(page, sv)
    if (at === '/check') await expect(page.locator('main')).toContainText(long.slice(-500))
    expect(await sideways(page), at).toBeLessThanOrEqual(0)
  }
  await visit(page, `${address}/check`)
  await unfold(page, sv)
  await expect(page.locator('main')).toContainText(long.slice(-500))
  const printed = page.locator('.own').filter({ hasText: long }).first()
  await page.emulateMedia({ media: 'print' })
  const clipped = await printed.evaluate((element) => {
    const cut: string[] = []
    for (let each: Element | null = element; each !== null; each = each.parentElement) {
      const { overflow, textOverflow } = getComputedStyle(each)
      const wider = each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0
      if (wider || textOverflow === 'ellipsis' || overflow === 'hidden')
        if (each !== document.documentElement) cut.push(each.className || each.tagName)
    }
    return cut
  })
  expect(clipped).toEqual([])
})

test('names of 79 letters fit on a phone wherever they stand, for both readers (I-09)', async ({ page }) => {
  const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
  const fields =
    /^(?:company|partnerCompany|name|role|customerNumber|adobe\w+|version|title|person|reference|quote|ask|where)$/
  const file = fileWith((answers) => {
    for (const part of Object.values(answers))
      for (const row of [part, ...Object.values(part).filter(Array.isArray).flat()])
        for (const field of Object.keys(row ?? {})) if (fields.test(field)) Object.assign(row, { [field]: long })
  })
  expect(file.split(long).length).toBeGreaterThan(20)
  await page.setViewportSize({ width: 320, height: 700 })
  const address = await ownCase(page, file)
  for (const at of pagesOfCase(address)) {
    await visit(page, at)
    expect(await sideways(page), at).toBeLessThanOrEqual(0)
  }
  await visit(page, '/review')
  await giveFile(page, 'case.json', file)
  await expect(page.locator('.sheet')).toBeVisible()
  expect(await sideways(page), 'review').toBeLessThanOrEqual(0)
  await visit(page, '/inbox')
  const buffer = Buffer.from(file)
  const choosing = page.locator('input[type=file]').first()
  await choosing.setInputFiles({ name: 'case.json', mimeType: 'application/json', buffer })
  await expect(page.getByText(long).first()).toBeVisible()
  expect(await sideways(page), 'inbox').toBeLessThanOrEqual(0)
})

for (const leave of ['Continue', 'pagehide'] as const)
  test(`what a program has filled in without telling the page is there after ${leave} (I-12)`, async ({ page }) => {
    await newCase(page, sv)
    const fields = { company: 'Nordfjäll', name: 'Anna Ek', email: 'anna@example.com' }
    await unfold(page, sv)
    await page.getByLabel(sv('about:questions.role.label')).fill('IT-chef')
    await saved(page)
    for (const [field, text] of Object.entries(fields))
      await page
        .getByLabel(sv(`about:questions.${field}.label`))
        .first()
        .evaluate((element, value) => {
          const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {}
          set?.call(element, value)
        }, text)
    const here = page.url()
    if (leave === 'Continue') {
      await goOn(page, sv('common:continue'))
      await page.goBack()
    } else {
      await page.goto('about:blank')
      await page.goto(here)
    }
    for (const [field, text] of Object.entries(fields))
      await expect(page.getByLabel(sv(`about:questions.${field}.label`)).first()).toHaveValue(text)
  })

test('a text that is being composed is saved meanwhile without a character too few or too many (I-13)', async ({
  page,
}) => {
  await newCase(page, sv)
  await company(page).focus()
  await page.keyboard.type('AB ')
  const keyboard = await page.context().newCDPSession(page)
  for (const [text, at] of [
    ['に', 1],
    ['にほ', 2],
    ['にほん', 3],
  ] as const) {
    await keyboard.send('Input.imeSetComposition', { text, selectionStart: at, selectionEnd: at })
    await expect(company(page)).toHaveValue(`AB ${text}`)
    // Each step is saved before the next comes.
    await saved(page)
  }
  await keyboard.send('Input.insertText', { text: '日本' })
  await page.keyboard.type('!')
  await expect(company(page)).toHaveValue('AB 日本!')
  await saved(page)
  await page.reload()
  await expect(company(page)).toHaveValue('AB 日本!')
})

test('a page into which another program inserts and moves nodes goes on working (I-14)', async ({ page }) => {
  await page.addInitScript(() => {
    const mark = () => {
      for (const element of document.querySelectorAll('label, input, textarea, legend, h1, button, form')) {
        if ((element as HTMLElement).dataset.marked === 'yes') continue
        ;(element as HTMLElement).dataset.marked = 'yes'
        const added = document.createElement('span')
        added.className = 'added-by-a-program'
        added.textContent = '★'
        if (element.matches('input, textarea')) {
          element.after(added)
          element.setAttribute('data-lpignore', 'true')
        } else element.prepend(added)
      }
    }
    document.addEventListener('DOMContentLoaded', () => {
      new MutationObserver(mark).observe(document.body, { childList: true, subtree: true })
    })
  })
  const address = await newCase(page, sv)
  await expect(page.locator('.added-by-a-program').first()).toBeAttached()
  await company(page).fill('Nordfjäll')
  await page.getByLabel(sv('about:questions.email.label')).first().fill('fel')
  await page.getByRole('button', { name: new RegExp(`${sv('common:continue')}$`) }).click()
  await expect(page.locator('.error-summary')).toBeVisible()
  await page.getByRole('button', { name: sv('common:problems.continueAnyway') }).click()
  await expect(page.locator('.error-summary')).toHaveCount(0)
  await visit(page, `${address}/problem/what`)
  await page.getByRole('radio').nth(1).check()
  await page.getByRole('radio').nth(0).check()
  await visit(page, `${address}/scope/deliverables`)
  await page.getByRole('button', { name: sv('scope:lists.deliverables.add') }).click()
  await page.getByLabel(sv('scope:questions.deliverables.title.label')).fill('Sök')
  await visit(page, `${address}/scope/deliverables`)
  await page.getByRole('button', { name: `${sv('common:remove')} Sök` }).click()
  await page.getByRole('button', { name: `${sv('common:undo')} Sök` }).click()
  await expect(page.locator('.rows > li')).toHaveCount(1)
  await visit(page, `${address}/check`)
  await unfold(page, sv)
  await expect(page.locator('main')).toContainText('Nordfjäll')
})

test('a double click on Continue, and Enter that is held, lead one page on (I-15)', async ({ page }) => {
  const address = await newCase(page, sv)
  await company(page).fill('Nordfjäll')
  const first = page.url()
  await page.getByRole('button', { name: new RegExp(`${sv('common:continue')}$`) }).dblclick()
  await expect(company(page)).toHaveCount(0)
  const second = page.url()
  await page.goBack()
  await expect(company(page)).toHaveValue('Nordfjäll')
  expect(page.url()).toBe(first)

  await company(page).focus()
  for (let press = 0; press < 12; press += 1) {
    // Without letting go: from the second on the browser calls it a repeat.
    await page.keyboard.down('Enter')
  }
  await page.keyboard.up('Enter')
  await expect(company(page)).toHaveCount(0)
  expect(page.url()).toBe(second)
  await page.goBack()
  await expect(company(page)).toHaveValue('Nordfjäll')

  await visit(page, `${address}/scope/deliverables`)
  await page.getByRole('button', { name: sv('scope:lists.deliverables.add') }).dblclick()
  await page.getByLabel(sv('scope:questions.deliverables.title.label')).fill('Sök')
  await visit(page, `${address}/scope/deliverables`)
  await expect(page.locator('.rows > li')).toHaveCount(1)
})

test('five hundred files that are dropped at once, and a folder, are told of by number and by name (I-17)', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const address = await ownCase(page, JSON.stringify(whole))
  const [example] = whole.answers.examples.items
  await visit(page, `${address}/examples.items/${example?.id}/example`)
  const area = page.locator('.drop')
  await area.evaluate((element) => {
    const transfer = new DataTransfer()
    for (let at = 1; at <= 500; at += 1) transfer.items.add(new File([`rad ${at}`], `rad ${at}.txt`))
    element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))
  })
  await expect(page.getByText(sv('evidence:notAdded_other', { count: 460 }))).toBeVisible({
    timeout: 120_000,
  })
  await expect(page.locator('.files > .file')).toHaveCount(40)
  await expect(page.getByRole('alert')).toContainText(sv('evidence:why.files', { name: 'rad 41.txt', count: 40 }))
  await area.evaluate((element) => {
    const folder = new File([], 'mapp')
    Object.defineProperty(folder, 'arrayBuffer', {
      value: () => Promise.reject(new DOMException('', 'NotFoundError')),
    })
    const event = new DragEvent('drop', { bubbles: true, cancelable: true })
    Object.defineProperty(event, 'dataTransfer', { value: { files: [folder] } })
    element.dispatchEvent(event)
  })
  await expect(page.getByRole('alert')).toContainText(sv('evidence:why.unreadable', { name: 'mapp' }))
})

test('a page with pictures that is copied and pasted becomes plain text, and nothing is fetched (I-19)', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const address = await newCase(page, sv)
  await visit(page, `${address}/request/ask`)
  const ask = page.getByLabel(sv('request:questions.ask.label'))
  await ask.focus()
  // As a browser copies it: with its markup, and with the text that stands in it.
  await page.evaluate(() =>
    navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob(
          ['<b>Fet</b> text<img src="https://example.invalid/spion.png"><script>alert(1)</script>'],
          { type: 'text/html' },
        ),
        'text/plain': new Blob(['Fet text'], { type: 'text/plain' }),
      }),
    ]),
  )
  await page.keyboard.press('Control+V')
  await expect(ask).toHaveValue('Fet text')
  await saved(page)
  await visit(page, `${address}/check`)
  await unfold(page, sv)
  await expect(page.locator('main')).toContainText('Fet text')
  expect(await page.locator('main img, main b, main script').count()).toBe(0)
})

test('text is undone by the browser itself after it was saved, and the change is saved too (I-20)', async ({
  page,
}) => {
  await newCase(page, sv)
  await company(page).focus()
  await page.keyboard.type('Nordfjäll')
  await saved(page)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('X')
  await expect(company(page)).toHaveValue('X')
  await saved(page)
  await page.keyboard.press('Control+Z')
  await expect(company(page)).toHaveValue('Nordfjäll')
  await page.keyboard.press('Control+Shift+Z')
  await expect(company(page)).toHaveValue('X')
  await page.keyboard.press('Control+Z')
  await expect(company(page)).toHaveValue('Nordfjäll')
  await saved(page)
  await page.reload()
  await expect(company(page)).toHaveValue('Nordfjäll')
})
