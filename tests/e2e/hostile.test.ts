import { expect, goOn, heading, newCase, test, visit, wordsOf } from './guide.ts'

const sv = wordsOf('sv')

const MARKUP =
  '<img src=x onerror=alert(1)><script>alert(2)</script>{{date}} $t(common:yes) javascript:alert(3) \u202Eabc &amp;lt;'

test('markup, templates and turned letters that are typed in stay text wherever they are shown (X-01, F-02)', async ({
  page,
}) => {
  page.on('dialog', (dialog) => {
    throw new Error(`a dialog: ${dialog.message()}`)
  })
  const address = await newCase(page, sv)
  await page.getByLabel(sv('about:questions.company.label')).fill(MARKUP)
  await visit(page, `${address}/scope/deliverables`)
  await goOn(page, sv('scope:lists.deliverables.add'))
  await page.getByLabel(sv('scope:questions.deliverables.title.label')).fill(MARKUP)
  await page.getByLabel(sv('scope:questions.deliverables.status.choices.missing')).check()
  await visit(page, `${address}/scope/deliverables`)
  await expect(page.locator('.rows')).toContainText(MARKUP)
  await visit(page, `${address}/check`)
  await expect(page.locator('main')).toContainText(`S1 ${MARKUP}`)
  expect(await page.locator('main img, main script').count()).toBe(0)
  await visit(page, `${address}/checklist`)
  await expect(page.locator('.paper')).toContainText(MARKUP)
  expect(await page.title()).not.toContain('alert')
  await visit(page, '/')
  await expect(page.locator('main')).toContainText(MARKUP)
})

test('a text of 100,000 characters is kept whole, and a longer one is refused before it is there @slow', async ({
  page,
}) => {
  const address = await newCase(page, sv)
  await visit(page, `${address}/request/ask`)
  const ask = page.getByLabel(sv('request:questions.ask.label'))
  // Few emoji: a browser without a font for them takes seconds to look for one at each.
  const long = `${'åäö ord '.repeat(124)}😀 `.repeat(100).slice(0, 99_990)
  await ask.fill(long)
  await expect(page.locator('.status .on-wide')).toHaveText(sv('common:save.saved'))
  await page.reload()
  expect(await ask.inputValue()).toBe(long)
  await ask.evaluate((field) => {
    const transfer = new DataTransfer()
    transfer.setData('text/plain', 'x'.repeat(10_000_000))
    field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: transfer }))
  })
  await expect(page.getByRole('alert')).toContainText(/10\s000\s000|10000000/)
  expect(await ask.inputValue()).toBe(long)
  await visit(page, `${address}/check`)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: sv('assessment:handOver') }).click()
  await page.getByRole('button', { name: sv('handOver:anywayAs.pdf') }).click()
  await downloading
  await expect(heading(page)).toHaveText(sv('handOver:ready'))
})

test('control characters are removed once, everything else is kept (I-06)', async ({ page }) => {
  await newCase(page, sv)
  const company = page.getByLabel(sv('about:questions.company.label'))
  await company.fill('a\u0001b\u200b\u202Ec😀')
  await expect(company).toHaveValue('ab\u200b\u202Ec😀')
})

test('a page that a translator has rewritten goes on working (A-01) @deep', async ({ page }) => {
  const address = await newCase(page, sv)
  const wrap = () =>
    page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node as Text)
      for (const text of texts.filter(({ data }) => data.trim() !== '')) {
        const font = document.createElement('font')
        text.replaceWith(font)
        font.append(text)
      }
    })
  await wrap()
  await page.getByLabel('namn').first().fill('Nordfjäll')
  await page.getByLabel('e-postadress').first().fill('fel')
  await page.getByRole('button', { name: sv('common:continue'), exact: true }).click()
  await expect(page.locator('.error-summary')).toBeVisible()
  await page.getByRole('button', { name: sv('common:problems.continueAnyway') }).click()
  await heading(page).waitFor()
  await visit(page, `${address}/problem/what`)
  await wrap()
  await page.getByRole('radio').nth(1).check()
  await page.getByRole('radio').nth(0).check()
  await expect(page.getByRole('radio').nth(0)).toBeChecked()
})

test('what another origin would have to be asked for is refused by the policy (X-03)', async ({ page, trouble }) => {
  await visit(page, '/')
  const blocked = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective))
        const image = new Image()
        image.src = 'https://example.invalid/x.png'
      }),
  )
  expect(blocked).toBe('img-src')
  // The attempt itself is what this test makes; nothing of it left the browser.
  trouble.length = 0
})

test('while the scripts are still on their way the page says that it opens, in its own font', async ({ page }) => {
  let letGo = () => {}
  const onTheirWay = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/*.js', async (route) => {
    await onTheirWay
    await route.continue()
  })
  const opening = page.goto('./')
  await expect(page.getByText('Opening…')).toBeVisible()
  // The text is there before the styles that name its font.
  await page.waitForFunction(() =>
    [...document.fonts].some(({ family, status }) => family === 'Atkinson' && status === 'loaded'),
  )
  letGo()
  await opening
  await expect(heading(page)).toBeVisible()
  await expect(page.getByText('Opening…')).toHaveCount(0)
})

test('where the browser keeps nothing, everything works and says so (S-03) @deep', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError')
    }
    Object.defineProperty(window, 'localStorage', { get: refuse })
    Object.defineProperty(window, 'sessionStorage', { get: refuse })
    // Denied with everything else that pages share, each in the way of some browser.
    IDBFactory.prototype.open = () => {
      const opening = new EventTarget() as unknown as IDBOpenDBRequest
      Object.defineProperty(opening, 'error', { value: new DOMException('denied', 'UnknownError') })
      queueMicrotask(() => opening.onerror?.(new Event('error')))
      return opening
    }
    // Firefox has none on the empty page before this one.
    if (navigator.locks !== undefined)
      navigator.locks.request = () => Promise.reject(new DOMException('denied', 'SecurityError'))
    Object.assign(window, { BroadcastChannel: refuse })
  })
  await visit(page, '/')
  await expect(page.getByText(sv('keeping:refused.refused'))).toBeVisible()
  const address = await newCase(page, sv)
  await page.getByLabel(sv('about:questions.company.label')).fill('Nordfjäll')
  await goOn(page, sv('common:continue'))
  await expect(page.locator('.status .on-wide')).toHaveText(sv('common:save.memory'))
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: sv('common:download.copy') }).click()
  expect((await downloading).suggestedFilename()).toContain('copy-nordfjall')
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `${address}/check`)
  await expect(heading(page)).toHaveText(sv('assessment:heading'))
})

test('a second tab of the same case only reads, takes over when asked, and nothing is lost (T-01)', async ({
  page,
  context,
}) => {
  const address = await newCase(page, sv)
  const label = sv('about:questions.company.label')
  const other = await context.newPage()
  await visit(other, `${address}/about/company`)
  await expect(other.locator('.banner')).toContainText(sv('keeping:reading.otherTab'))
  await expect(other.getByLabel(label)).toBeDisabled()
  await page.getByLabel(label).fill('Första fliken')
  // Not a moment is waited: what stands there is saved before the turn is given away.
  await other.getByRole('button', { name: sv('keeping:reading.takeOver') }).click()
  await expect(other.getByLabel(label)).toBeEnabled()
  await expect(other.getByLabel(label)).toHaveValue('Första fliken')
  await expect(page.locator('.banner')).toContainText(sv('keeping:reading.otherTab'))
  await expect(page.getByLabel(label)).toBeDisabled()
  await expect(page.locator('.status .on-wide')).toHaveText(sv('common:save.reading'))
  await other.getByLabel(label).fill('Andra fliken')
  await expect(other.locator('.status .on-wide')).toHaveText(sv('common:save.saved'))
  await other.close()
  await expect(page.getByLabel(label)).toBeEnabled()
  await expect(page.getByLabel(label)).toHaveValue('Andra fliken')
})

test('a case that the browser does not take is not pretended to be there', async ({ page }) => {
  await visit(page, '/')
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await page.getByRole('button', { name: sv('start:new') }).click()
  await expect(page.getByText(sv('start:notKept'))).toBeVisible()
  await expect(heading(page)).toHaveText(sv('start:heading'))
})

test('a full disk is told while somebody types, nothing is lost, and saving goes on when there is room (S-01)', async ({
  page,
}) => {
  await newCase(page, sv)
  // The browser of the suite takes no notice of a smaller quota, so its refusal is played.
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: Parameters<typeof put>) {
      if (document.documentElement.dataset.full === 'yes') throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, given)
    }
    document.documentElement.dataset.full = 'yes'
  })
  const company = page.getByLabel(sv('about:questions.company.label'))
  const long = 'å'.repeat(99_000)
  await company.fill(long)
  await expect(page.locator('.banner.problem')).toContainText(sv('keeping:failed.quota'))
  await expect(page.locator('.status .on-wide')).toHaveText(sv('common:save.failed'))
  expect(await company.inputValue()).toBe(long)
  // In one go: with room made, the next attempt of the product's own would take the button away.
  await page.getByRole('button', { name: sv('keeping:retry') }).evaluate((button) => {
    document.documentElement.dataset.full = 'no'
    ;(button as HTMLButtonElement).click()
  })
  await expect(page.locator('.status .on-wide')).toHaveText(sv('common:save.saved'))
  await expect(page.locator('.banner.problem')).toHaveCount(0)
  await page.reload()
  expect(await company.inputValue()).toBe(long)
})
