import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { CaseFile } from '../../../src/domain/case/caseFile.ts'
import { cleanText } from '../../../src/domain/case/cleanText.ts'
import { openCaseFile } from '../../../src/exchange/importCase.ts'
import { headersOf } from '../../../src/hosting/headers.ts'
import { BREAKERS, hostileCases, marksIn, withAnswers } from '../../support/everyText.ts'
import { OUTSIDE, ownCase, pagesOfCase } from '../allPages.ts'
import {
  test as base,
  caseFile,
  chooseLanguage,
  expect,
  giveFile,
  heading,
  newCase,
  unfold,
  visit,
  wordsOf,
  writeCase,
} from '../guide.ts'
import { textOfPages } from '../printed.ts'
import { downloaded } from '../reader.ts'

/** What runs although it should be text opens a dialog sooner or later. */
const test = base.extend<{ dialogs: undefined }>({
  dialogs: [
    async ({ page, trouble }, use) => {
      page.on('dialog', (dialog) => {
        trouble.push(`dialog: ${dialog.message()}`)
        void dialog.dismiss()
      })
      await use(undefined)
    },
    { auto: true },
  ],
})

const sv = wordsOf('sv')
const en = wordsOf('en')
const worked = JSON.parse(caseFile('C1')) as CaseFile
const KEPT = cleanText(BREAKERS)

/** What a browser would have made of markup: nothing of it may be in the page. */
const madeOfMarkup = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('img[src="x"], body script:not([src]), [onerror], a[href^="javascript:"]')].map(
      ({ outerHTML }) => outerHTML,
    ),
  )

const without = (text: string, blank: RegExp) => text.replace(blank, '')

const titleOf = async (pdf: Uint8Array): Promise<string> => {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const { info } = await document.getMetadata()
  await document.destroy()
  return (info as { Title: string }).Title
}

for (const [name, file] of Object.entries(hostileCases(worked)))
  test(`markup, templates and odd characters are text on every page, on paper and in the title: ${name} (X-01, X-04)`, async ({
    page,
  }) => {
    test.setTimeout(180_000)
    await chooseLanguage(page, 'sv')
    const address = await ownCase(page, JSON.stringify(file))
    const marks = marksIn(file)
    for (const at of ['/', ...pagesOfCase(address)]) {
      await visit(page, at)
      expect(await madeOfMarkup(page), at).toEqual([])
      const title = await page.title()
      expect(title, at).not.toMatch(/F\d{3}F|alert|<|\{\{/)
      expect(title, at).toMatch(new RegExp(`${sv('common:service')}$`))
    }
    // Every text stands on the page that holds every answer, as it was written.
    await visit(page, `${address}/check`)
    await unfold(page, sv)
    const notShown = async () => {
      const shown = (await page.locator('main').textContent()) ?? ''
      return marks.filter((mark) => !shown.includes(`${mark} ${KEPT}`))
    }
    await expect.poll(notShown).toEqual([])

    await visit(page, `${address}/sheet`)
    await expect(page.locator('.sheet-front')).toBeVisible()
    const printed = await page.pdf({ preferCSSPageSize: true })
    const onPaper = without((await textOfPages(printed)).join(''), /\s/g)
    expect(marks.filter((mark) => !onPaper.includes(mark))).toEqual([])
    expect(await titleOf(printed)).toBe(await page.title())

    await visit(page, `${address}/hand-over`)
    const made = await downloaded(page, () => page.getByRole('button', { name: /PDF$/ }).first().click())
    expect(made.name).toMatch(/^case-[a-z0-9-]+\.pdf$/)
    const inPdf = without((await textOfPages(made.bytes)).join(''), /\s/g)
    expect(marks.filter((mark) => !inPdf.includes(mark))).toEqual([])
    expect(await titleOf(made.bytes)).toMatch(new RegExp(`^${sv('sheet:heading')}: `))

    // The account manager's side: the case, and the list as a table.
    await visit(page, '/review')
    await giveFile(page, made.name, made.bytes)
    await page.locator('.sheet-front').waitFor()
    expect(await madeOfMarkup(page)).toEqual([])
    expect(await page.title()).not.toMatch(/F\d{3}F|alert|</)
    await visit(page, '/inbox')
    await page.getByRole('row').nth(1).waitFor()
    expect(await madeOfMarkup(page)).toEqual([])
    const table = await downloaded(page, () => page.getByRole('button', { name: sv('inbox:csv') }).click())
    const text = table.bytes.toString('utf8')
    // A line for the heads and one for the case: line ends within a cell are quoted.
    const outside = text.replace(/"(?:[^"]|"")*"/g, '""')
    expect(outside.trim().split('\r\n')).toHaveLength(2)
    const [heads = [], cells = []] = outside
      .trim()
      .split('\r\n')
      .map((line) => line.split(';'))
    expect(cells).toHaveLength(heads.length)
  })

test('names of files and what an account manager writes are text wherever they are shown (X-02)', async ({ page }) => {
  test.setTimeout(120_000)
  const NAME = '<img src=x onerror=alert(1)> {{name}} $t(common:yes) \u202egpj.exe "\'&.txt'
  await chooseLanguage(page, 'sv')
  const address = await ownCase(page, JSON.stringify(worked))
  await visit(page, `${address}/examples.items/E-1/example`)
  await giveFile(page, NAME, 'en rad')
  await expect(page.locator('.files > .file')).toHaveCount(1)
  const shows = page.locator('.files input[type=text], .files textarea').first()
  await shows.fill(BREAKERS)
  for (const at of ['/examples.items/E-1/example', '/check', '/sheet', '/hand-over', '/removed']) {
    await visit(page, `${address}${at}`)
    expect(await madeOfMarkup(page), at).toEqual([])
  }
  await visit(page, `${address}/check`)
  await unfold(page, sv)
  await expect(page.locator('main')).toContainText('<img src=x onerror=alert(1)> {{name}} $t(common:yes)')
  await visit(page, `${address}/hand-over`)
  const made = await downloaded(page, () => page.getByRole('button', { name: /PDF$/ }).first().click())
  const read = openCaseFile(made.bytes)
  expect(read.is === 'case' && read.opened.file.evidence.map(({ name }) => name)).toEqual([NAME])

  await visit(page, '/review')
  await giveFile(page, NAME, made.bytes)
  await heading(page).filter({ hasText: 'Nordfjäll' }).waitFor()
  await expect(page.locator('main')).toContainText('{{name}} $t(common:yes)')
  await page.locator('[id="ask-request.ask"]').click()
  await page.locator('[id="question-request.ask"]').fill(BREAKERS)
  await page.getByLabel(sv('reply:verdicts.needMore.label')).check()
  await page.getByLabel(sv('reply:form.note')).fill(BREAKERS)
  await page.getByLabel(sv('reply:form.from')).fill(BREAKERS)
  await page.getByLabel(sv('reply:notes.label'), { exact: true }).fill(BREAKERS)
  expect(await madeOfMarkup(page)).toEqual([])
  for (const link of await page.locator('a[href^="mailto:"]').all())
    expect(await link.getAttribute('href')).toMatch(/^mailto:\?subject=[^&]*&body=[^&]*$/)
  const reply = await downloaded(page, () => page.getByRole('button', { name: sv('reply:form.download') }).click())
  expect(reply.name).toMatch(/^reply-[a-z0-9-]+\.pdf$/)
  expect((await textOfPages(reply.bytes)).join(' ')).toContain('{{date}} $t(common:yes)')
  await visit(page, '/inbox')
  await page.getByRole('row').nth(1).waitFor()
  expect(await madeOfMarkup(page)).toEqual([])

  await visit(page, '/')
  await giveFile(page, NAME, reply.bytes)
  await expect(heading(page)).toHaveText(sv('reply:own.heading'))
  await expect(page.locator('main')).toContainText(KEPT)
  expect(await madeOfMarkup(page)).toEqual([])
  await visit(page, `${address}/request/ask`)
  await expect(page.locator('main')).toContainText(KEPT)
  expect(await madeOfMarkup(page)).toEqual([])
  expect(await page.title()).not.toMatch(/alert|</)
})

test('the policy is never broken on the whole way, and holds against scripts of the page itself (X-03)', async ({
  page,
  trouble,
}) => {
  test.setTimeout(120_000)
  // A script that comes from the host like ours: what is put into the page from outside does not obey its policy.
  await page.route('**/probe.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `
        const tries = {
          eval: () => eval('1'),
          text: () => new Function('return 1')(),
          markup: () => { document.createElement('p').innerHTML = '<b>x</b>' },
          policy: () => trustedTypes.createPolicy('other', {}),
          worker: () => new Worker(URL.createObjectURL(new Blob(['1']))),
        }
        window.probed = {}
        for (const [name, attempt] of Object.entries(tries))
          try { attempt(); window.probed[name] = 'done' } catch (error) { window.probed[name] = error.name }
        fetch('./case.schema.json').then(() => 'done', (error) => error.name).then((is) => { window.probed.fetch = is })
        const frame = document.createElement('iframe')
        frame.src = './index.html'
        document.body.append(frame)
        const inline = document.createElement('div')
        inline.setAttribute('style', 'color: red')
        document.body.append(inline)
      `,
    }),
  )
  await page.addInitScript(() => {
    const all: string[] = []
    Object.assign(window, { violations: all })
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => all.push(effectiveDirective))
  })
  const violations = () => page.evaluate(() => (window as unknown as { violations: string[] }).violations)
  await chooseLanguage(page, 'sv')
  const address = await ownCase(page, caseFile('C1'))
  for (const at of [...OUTSIDE, ...pagesOfCase(address)]) {
    await visit(page, at)
    expect(await violations(), at).toEqual([])
  }
  await visit(page, `${address}/hand-over`)
  await downloaded(page, () => page.getByRole('button', { name: /PDF$/ }).first().click())
  expect(await violations()).toEqual([])

  await page.goto('about:blank')
  await page.route('./', (route) => route.continue())
  await page.route(/\/$/, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace('</body>', '<script src="./probe.js"></script></body>')
    await route.fulfill({ response, body })
  })
  await visit(page, '/help')
  await page.waitForFunction(() => 'fetch' in ((window as unknown as { probed?: object }).probed ?? {}))
  expect(await page.evaluate(() => (window as unknown as { probed: Record<string, string> }).probed)).toEqual({
    eval: 'EvalError',
    text: 'EvalError',
    markup: 'TypeError',
    policy: 'TypeError',
    worker: 'TypeError',
    fetch: 'TypeError',
  })
  await expect.poll(violations).toEqual(expect.arrayContaining(['connect-src', 'frame-src', 'style-src-attr']))
  // The attempts are what this test makes, and the browser tells of each.
  trouble.length = 0
})

const ADDRESSES: readonly [written: string, host: string | null, disguised: boolean][] = [
  ['javascript:alert(1)', null, false],
  ['data:text/html,<script>alert(1)</script>', null, false],
  ['\u0001javascript:alert(1)', null, false],
  ['java\tscript:alert(1)', null, false],
  ['https://adobe.com@evil.example/login', 'evil.example', true],
  ['https://аdobe.com/login', 'xn--dobe-43d.com', true],
  ['https://example.com/agreed?x=1', 'example.com', false],
]
for (const [written, host, disguised] of ADDRESSES)
  test(`a web address leads where it says, after it has said so, or nowhere: ${JSON.stringify(written)} (X-05)`, async ({
    page,
  }) => {
    await chooseLanguage(page, 'sv')
    const answers = { ...worked.answers, request: { ...worked.answers.request, ask: `Se ${written} först` } }
    const file = withAnswers(worked, answers)
    // In one's own case no address is a link at all.
    const address = await ownCase(page, JSON.stringify(file))
    await visit(page, `${address}/check`)
    await unfold(page, sv)
    const foreign = page.locator('main a[href]:not([href^="#"])')
    const hrefs = await foreign.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(hrefs.filter((href) => !href.startsWith('https://experienceleague.adobe.com/'))).toEqual([])

    await visit(page, '/review')
    await giveFile(page, 'case.json', JSON.stringify(file))
    await heading(page).filter({ hasText: 'Nordfjäll' }).waitFor()
    const offered = page.getByText(/^Öppna adressen/)
    if (host === null) {
      await expect(offered).toHaveCount(0)
      return
    }
    const link = page.getByRole('link', { name: sv('review:odd.go', { host }) }).first()
    await expect(link).toBeHidden()
    await page.getByText(sv('review:odd.open', { host })).first().click()
    await expect(link).toBeVisible()
    const said = disguised ? 'review:odd.disguised' : 'review:odd.leaving'
    await expect(page.getByText(sv(said, { host })).first()).toBeVisible()
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
    expect(new URL((await link.getAttribute('href')) ?? '').host).toBe(host)
  })

test('with 14 MB of files the hand-over is a ZIP, and says what mail programs take, with both ways out (X-11)', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await chooseLanguage(page, 'sv')
  const address = await ownCase(page, JSON.stringify(worked))
  await visit(page, `${address}/examples.items/E-1/example`)
  const files = [1, 2, 3, 4].map((at) => ({
    name: `logg ${at}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(`${at} ${'0123456789abcdef'.repeat(218_750)}`),
  }))
  await page.locator('input[type=file]').setInputFiles(files)
  await expect(page.locator('.files > .file')).toHaveCount(4)
  await visit(page, `${address}/hand-over`)
  await expect(page.getByText(/Många e-postsystem tar emot/)).toContainText('14')
  // One way out: leaving files out brings the PDF back. The other is said: sharing it another way.
  await expect(page.getByText(/Utelämna några bilagor eller dela filen på annat sätt/)).toBeVisible()
  const made = await downloaded(page, () => page.getByRole('button', { name: /zip/i }).first().click())
  expect(made.name).toMatch(/^case-.*\.zip$/)
  const read = openCaseFile(made.bytes)
  expect(read.is === 'case' && read.opened.files.size).toBe(4)
  await expect(page.getByText(sv('handOver:notSent'))).toBeVisible()

  await page.getByRole('button', { name: sv('handOver:again') }).click()
  await page.getByText(sv('handOver:leaveOut.heading')).click()
  for (const { name } of files) await page.getByLabel(name).check()
  await expect(page.getByText(/Många e-postsystem tar emot/)).toHaveCount(0)
  const light = await downloaded(page, () => page.getByRole('button', { name: /PDF$/ }).first().click())
  expect(light.name).toMatch(/\.pdf$/)
  expect(light.bytes.length).toBeLessThan(1_000_000)
})

test('where the browser does not let a text be copied, it says so and the text can be selected (X-13)', async ({
  page,
}) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'))
  })
  await chooseLanguage(page, 'sv')
  const address = await ownCase(page, JSON.stringify(worked))
  await visit(page, `${address}/message/first`)
  await page.getByRole('button', { name: sv('handOver:copy') }).click()
  await expect(page.getByRole('status').filter({ hasText: sv('handOver:copyFailed') })).toBeVisible()
  const body = page.getByLabel(sv('drafts:page.body'))
  await body.selectText()
  const selected = await page.evaluate(() => {
    const field = document.activeElement as HTMLTextAreaElement
    return field.value.slice(field.selectionStart, field.selectionEnd)
  })
  expect(selected).toBe(await body.inputValue())

  await visit(page, `${address}/hand-over`)
  await downloaded(page, () => page.getByRole('button', { name: /PDF$/ }).first().click())
  const copy = page.locator('.copy-text')
  await copy.getByRole('button', { name: sv('handOver:copy') }).click()
  await expect(copy.getByRole('status')).toHaveText(sv('handOver:copyFailed'))
  await copy.locator('.own').selectText()
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('Nordfjäll')
})

test('on the whole way only our own files are asked for, and nothing that was typed is in any address (X-14)', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(180_000)
  const assets = new Set(readdirSync(new URL('../../../dist/assets/', import.meta.url)))
  const asked: { method: string; url: string; body: string | null }[] = []
  await context.route('**/*', async (route) => {
    const request = route.request()
    asked.push({ method: request.method(), url: request.url(), body: request.postData() })
    await route.continue()
  })
  const file = JSON.parse(caseFile('C1-sv')) as CaseFile
  await chooseLanguage(page, 'sv')
  await page.clock.setFixedTime(new Date(`${file.asOf}T09:00:00+01:00`))
  await writeCase(page, sv, file)
  await page.getByRole('link', { name: sv('assessment:handOver') }).click()
  const made = await downloaded(page, () => page.getByRole('button', { name: /PDF$/ }).first().click())
  await visit(page, '/review')
  await giveFile(page, made.name, made.bytes)
  await page.locator('.sheet-front').waitFor()
  await visit(page, '/inbox')
  await page.getByRole('row').nth(1).waitFor()
  expect(asked.length).toBeGreaterThan(5)
  const own = new Set([
    '',
    'icon.svg',
    'opening.js',
    'summary-sv.webp',
    'summary-en.webp',
    ...[...assets].map((name) => `assets/${name}`),
  ])
  const words = ['Nordfj', 'Kvistbro', 'ERP', 'lager', encodeURIComponent('ä')]
  for (const { method, url, body } of asked) {
    expect(method, url).toBe('GET')
    expect(body).toBeNull()
    if (url.startsWith('blob:')) continue
    expect(url.startsWith(baseURL ?? ''), url).toBe(true)
    const { pathname, search } = new URL(url)
    expect(search).toBe('')
    expect(own.has(pathname.slice(1)), pathname).toBe(true)
    for (const word of words) expect(url).not.toContain(word)
  }
  // Hashed names, and no code in them that could ask for anything.
  for (const name of assets) expect(name).toMatch(/^[\w.-]+-[\w-]{8}\.(?:js|css|woff2)$/)
  // Libraries that could ask for what an address names: they are given bytes, and their policy lets them ask for nothing.
  const couldAsk = /^(?:readPdfText|tickets\.worker)-/
  for (const name of assets)
    if (couldAsk.test(name))
      expect(headersOf(`/assets/${name}`)['Content-Security-Policy'], name).toContain("connect-src 'none'")
  const code = [...assets]
    .filter((name) => name.endsWith('.js') && !couldAsk.test(name))
    .map((name) => readFileSync(new URL(`../../../dist/assets/${name}`, import.meta.url), 'utf8'))
    .join('\n')
  expect(code.length).toBeGreaterThan(500_000)
  expect(code.match(/\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection)\b/g)).toBeNull()
})

test('a download that does not arrive is asked about, and counts as a copy only on yes (X-16)', async ({ page }) => {
  await chooseLanguage(page, 'sv')
  const address = await newCase(page, sv)
  await page.getByLabel(sv('about:questions.company.label')).fill('Nordfjäll')
  await visit(page, address)
  await expect(page.getByText(sv('start:tasks.noCopy'))).toBeVisible()
  const begin = async (press: () => Promise<void>) => {
    const downloading = page.waitForEvent('download')
    await press()
    return downloading
  }
  const download = await begin(() => page.getByRole('button', { name: sv('common:download.copy') }).click())
  await download.cancel()
  await expect(page.getByText(sv('common:download.arrived'))).toBeVisible()
  await expect(page.getByText(sv('start:tasks.noCopy'))).toBeVisible()
  // Not answered is not yes, after a reload either.
  await page.reload()
  await expect(page.getByText(sv('start:tasks.noCopy'))).toBeVisible()
  await begin(() => page.getByRole('button', { name: sv('common:download.copy') }).click())
  const again = await begin(() => page.getByRole('button', { name: sv('common:download.no') }).click())
  expect(again.suggestedFilename()).toMatch(/^copy-nordfjall-/)
  await expect(page.getByText(sv('start:tasks.noCopy'))).toBeVisible()
  await page.getByRole('button', { name: sv('common:yes'), exact: true }).click()
  await expect(page.getByText(sv('common:download.noted'))).toBeVisible()
  await expect(page.getByText(sv('start:tasks.noCopy'))).toHaveCount(0)
  await expect(page.locator('.status .on-wide')).toHaveText(sv('common:save.saved'))
  await page.reload()
  await heading(page).waitFor()
  await expect(page.getByText(sv('start:tasks.noCopy'))).toHaveCount(0)
})

/** Examples enough for many pages, each with a first and a last word to find it by. */
function manyExamples(count: number): CaseFile {
  const [first] = worked.answers.examples.items
  if (first === undefined) throw new Error('the case has no examples')
  const items = Array.from({ length: count }, (_, at) => ({
    ...first,
    id: `e${at}`,
    code: at + 1,
    title: `Begin${at}x stock is wrong again, and nobody at the partner knows why`,
    supportCase: `End${at}x`,
  }))
  return withAnswers(
    { ...worked, codes: { ...worked.codes, 'examples.items': count } },
    { ...worked.answers, examples: { ...worked.answers.examples, items } },
  )
}

for (const format of ['A4', 'Letter'] as const)
  test(`200 examples print with the sheet on page one, no card parted and no heading left alone, on ${format} (X-17)`, async ({
    page,
  }) => {
    test.setTimeout(180_000)
    await chooseLanguage(page, 'en')
    const address = await ownCase(page, JSON.stringify(manyExamples(200)))
    await visit(page, `${address}/sheet`)
    await expect(page.locator('.sheet-front')).toBeVisible()
    const pages = await textOfPages(await page.pdf({ format, preferCSSPageSize: false }))
    expect(pages.length).toBeGreaterThan(20)
    expect(pages[0]).toContain(en('sheet:foot').slice(0, 30))
    expect(pages[1]?.slice(0, 60)).toContain(en('sheet:table.deliverables'))
    for (const [at, text] of pages.entries()) expect(text).toContain(`Page ${at + 1} of ${pages.length}`)
    // The whole of each example stands behind the front page, on one page.
    const behind = pages.slice(1)
    const parted = Array.from({ length: 200 }, (_, at) => at).filter(
      (at) => !behind.some((text) => text.includes(`Begin${at}x`) && text.includes(`End${at}x`)),
    )
    expect(parted).toEqual([])
    // What a page ends with, above its number, is no heading of an example.
    for (const text of behind) {
      const end = text.replace(/Page \d+ of \d+/, '').trim()
      expect(end.slice(-80)).not.toMatch(/Begin\d+x[^.]*knows why$/)
    }
  })

/** The colours of a printed page, as the share of points that are dark and of points that have a colour. */
const inkOn = (page: Page) =>
  page.evaluate(() => {
    const colours = [...document.querySelectorAll('.sheet, .sheet *')]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => {
        const { color, backgroundColor, fill, stroke } = getComputedStyle(element)
        return { color, backgroundColor, fill, stroke, tag: element.tagName, text: element.textContent ?? '' }
      })
    const lightness = (colour: string) => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
      return alpha === 0 || colour === 'none' ? null : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
    }
    return {
      paleText: colours.filter(({ color, text }) => text.trim() !== '' && (lightness(color) ?? 0) > 0.45),
      darkGround: colours.filter(({ backgroundColor }) => (lightness(backgroundColor) ?? 1) < 0.9),
      shapes: colours.filter(({ tag }) => ['line', 'rect', 'circle', 'path', 'polygon'].includes(tag)).length,
      paleShapes: colours.filter(
        ({ tag, fill, stroke }) =>
          ['line', 'rect', 'circle', 'path', 'polygon'].includes(tag) &&
          (lightness(fill) ?? 1) > 0.75 &&
          (lightness(stroke) ?? 1) > 0.75,
      ),
    }
  })

test('printed from the dark look and without backgrounds, the sheet is black on white with all its shapes (X-18)', async ({
  page,
}) => {
  await chooseLanguage(page, 'sv')
  await page.addInitScript(() => localStorage.setItem('theme', 'dark'))
  const address = await ownCase(page, caseFile('C1-sv'))
  await visit(page, `${address}/sheet`)
  await expect(page.locator('.sheet-front')).toBeVisible()
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe('rgb(255, 255, 255)')
  await page.emulateMedia({ media: 'print' })
  const ink = await inkOn(page)
  expect(ink.paleText).toEqual([])
  expect(ink.darkGround).toEqual([])
  expect(ink.shapes).toBeGreaterThan(10)
  expect(ink.paleShapes).toEqual([])
  await page.emulateMedia({ media: null })
  // The same drawing from either look, with backgrounds and without: what the printer gets does not differ.
  const dark = await page.pdf({ preferCSSPageSize: true, printBackground: false })
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'light'
  })
  const light = await page.pdf({ preferCSSPageSize: true, printBackground: false })
  expect(await drawnIn(dark)).toEqual(await drawnIn(light))
  expect((await drawnIn(dark)).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(500)
})

/** How many drawing instructions each page has. */
async function drawnIn(pdf: Uint8Array): Promise<number[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const counts: number[] = []
  for (let number = 1; number <= document.numPages; number += 1)
    counts.push((await (await document.getPage(number)).getOperatorList()).fnArray.length)
  await document.destroy()
  return counts
}
