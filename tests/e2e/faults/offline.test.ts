import { readdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { dist } from '../../support/host.ts'
import { chooseLanguage, expect, heading, visit, wordsOf } from '../guide.ts'
import {
  caseWith,
  company,
  copiesOf,
  goOffline,
  isFirst,
  isSecond,
  kept,
  notice,
  offered,
  onlyAbout,
  openAndKeep,
  test,
} from '../ownHost.ts'

const sv = wordsOf('sv')
const useIt = sv('offline:version.use')

test.describe('a page whose parts are gone from the host', () => {
  // With the offline copy they would still be there.
  test.use({ serviceWorkers: 'block' })
  const GONE = /404|MIME type|dynamically imported module|blocked by Playwright/

  for (const [way, id] of [
    ['not found', 'L-06'],
    ['with the page', 'L-07'],
  ] as const) {
    test(`a part that is answered "${way}" is said, nothing written is lost, and one press leads on (${id})`, async ({
      page,
      host,
      second,
      trouble,
    }) => {
      await caseWith(page, sv, 'Nordfjäll')
      await page.waitForLoadState('networkidle')
      host.serve(second)
      host.answersMissing(way)
      host.asked.length = 0
      await company(page, sv).fill('Nordfjäll Friluft')
      await page.getByRole('link', { name: sv('common:help') }).click()
      await expect(notice(page)).toHaveText(sv('offline:part.saved'))
      await expect(heading(page)).toHaveText(sv('common:crash.heading'))
      // The rest works: back to what was being written, and on with it.
      await page.goBack()
      await expect(company(page, sv)).toHaveValue('Nordfjäll Friluft')
      await company(page, sv).fill('Nordfjäll Friluft AB')
      await expect(notice(page)).toHaveText(sv('offline:part.ready'))
      expect(host.asked).not.toContain('/')
      await page.getByRole('button', { name: sv('offline:reload') }).click()
      await expect(company(page, sv)).toHaveValue('Nordfjäll Friluft AB')
      await isSecond(page)
      expect(host.asked.filter((path) => path === '/')).toHaveLength(1)
      await page.getByRole('link', { name: sv('common:help') }).click()
      await expect(heading(page)).toHaveText(sv('help:heading'))
      onlyAbout(trouble, GONE)
    })

    test(`"try again" on the page that could not be shown leads to it, answered "${way}" (${id})`, async ({
      page,
      host,
      second,
      trouble,
    }) => {
      await visit(page, '/')
      // What comes after the first page is there before the host changes.
      await page.waitForLoadState('networkidle')
      host.serve(second)
      host.answersMissing(way)
      await page.getByRole('link', { name: sv('common:help') }).click()
      await page.getByRole('button', { name: sv('common:crash.again') }).click()
      await expect(heading(page)).toHaveText(sv('help:heading'))
      await isSecond(page)
      onlyAbout(trouble, GONE)
    })
  }

  test('a part that cannot be fetched without a connection takes nobody to a page that is not there (L-06)', async ({
    page,
    context,
    host,
    trouble,
  }) => {
    await caseWith(page, sv, 'Nordfjäll')
    // The last of what is fetched ahead.
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /CheckPage/.test(name)),
    )
    await goOffline(context, host)
    await expect(notice(page)).toHaveText(sv('offline:offline.partly'))
    await page.getByRole('link', { name: sv('common:help') }).click()
    await expect(notice(page)).toHaveText(sv('offline:part.offline'))
    await expect(page.getByRole('button', { name: sv('offline:reload') })).toBeHidden()
    await page.getByRole('button', { name: sv('common:crash.again') }).click()
    await page.goBack()
    await expect(company(page, sv)).toHaveValue('Nordfjäll')
    onlyAbout(trouble, /ERR_INTERNET_DISCONNECTED|dynamically imported module|blocked by Playwright/)
  })
})

test('a first visit without a connection is the browser’s own matter (L-08)', async ({ page, context, host }) => {
  await goOffline(context, host)
  await expect(page.goto(host.address)).rejects.toThrow('ERR_INTERNET_DISCONNECTED')
})

for (const language of ['sv', 'en'] as const)
  test(`after one visit every page opens without a connection, in ${language} (L-08)`, async ({
    page,
    context,
    host,
  }) => {
    test.slow()
    const say = wordsOf(language)
    await chooseLanguage(page, language)
    await openAndKeep(page, host)
    await goOffline(context, host)
    await caseWith(page, say, 'Nordfjäll')
    const base = page.url().split('#')[1]?.split('/').slice(0, 3).join('/') ?? ''
    const pages = ['urgent', 'review', 'inbox', 'checklist', 'help', 'accessibility'].map((name) => `/${name}`)
    const ofCase = ['about/before', 'partner/mails', 'scope/read', 'examples/tickets', 'check', 'sheet']
    const after = ['hand-over', 'checklist', 'messages', 'reply', 'removed', 'delete']
    for (const address of [...pages, base, ...[...ofCase, ...after].map((name) => `${base}/${name}`)])
      await test.step(address, async () => {
        await page.goto(`${host.address}icon.svg`)
        await visit(page, address)
        await expect(heading(page)).not.toHaveText(say('common:crash.heading'))
        await expect(heading(page)).not.toHaveText(say('common:notFound.heading'))
      })
    await expect(notice(page)).toHaveText(say('offline:offline.works'))
  })

test('every part of the build is kept, and nothing that only the host needs (L-08)', async ({ page, host }) => {
  await openAndKeep(page, host)
  const paths = await page.evaluate(async () => {
    const [name = ''] = await caches.keys()
    const requests = await (await caches.open(name)).keys()
    return requests.map(({ url }) => new URL(url).pathname)
  })
  const all = readdirSync(join(dist, 'assets')).map((file) => `/assets/${file}`)
  // The reader of PDF is large, and few need it: it is kept when it has been fetched once.
  const parts = all.filter((file) => !file.includes('/readPdfText-'))
  expect(parts.length).toBe(all.length - 1)
  expect(paths).toEqual(expect.arrayContaining([...parts, '/', '/icon.svg', '/manifest.webmanifest']))
  for (const path of ['/sw.js', '/_headers', '/parts.json', '/case.schema.json']) expect(paths).not.toContain(path)
})

test('a build that comes incomplete from the host is not kept, and the app works all the same (L-08)', async ({
  page,
  host,
  trouble,
}) => {
  host.answersMissing('with the page')
  host.lose(/HelpPage/)
  await page.goto(host.address)
  await heading(page).waitFor()
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    const worker = registration?.installing
    if (worker)
      await new Promise<void>((resolve) =>
        worker.addEventListener('statechange', () => worker.state === 'redundant' && resolve()),
      )
  })
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active ?? null)).toBe(null)
  await caseWith(page, sv, 'Nordfjäll')
  onlyAbout(trouble, /digest/)
})

test('a new version is offered, comes when it is pressed, and finds everything that was written (L-09)', async ({
  page,
  host,
  second,
}) => {
  await openAndKeep(page, host)
  await caseWith(page, sv, 'Nordfjäll')
  const before = await copiesOf(page)
  host.serve(second)
  await page.reload()
  await offered(page, sv('offline:version.saved'))
  await isFirst(page)
  await page.getByRole('button', { name: useIt }).click()
  await isSecond(page)
  await expect(company(page, sv)).toHaveValue('Nordfjäll')
  await expect(notice(page)).toBeHidden()
  // The earlier copy goes when no page is left that may ask for it.
  await expect.poll(() => copiesOf(page)).toHaveLength(1)
  expect(await copiesOf(page)).not.toEqual(before)
})

test('who does not want the new version yet goes on in the old one, and has it at the next visit (L-09)', async ({
  page,
  host,
  second,
}) => {
  await openAndKeep(page, host)
  host.serve(second)
  await page.reload()
  await offered(page, sv('offline:version.saved'))
  await page.getByRole('button', { name: sv('offline:version.notNow') }).click()
  await expect(notice(page)).toBeHidden()
  await page.getByRole('link', { name: sv('common:help') }).click()
  await expect(heading(page)).toHaveText(sv('help:heading'))
  // The browser changes over some time after the last page of the app was closed. Opened in the middle of that, a page
  // never comes where Playwright holds on to the workers; without it, 87 of 87 came.
  const tools = await page.context().newCDPSession(page)
  const changedOver = new Promise<void>((resolve) => {
    let waiting = ''
    tools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      waiting ||= versions.find(({ status }) => status === 'installed')?.versionId ?? ''
      if (versions.some(({ status, versionId }) => status === 'activated' && versionId === waiting)) resolve()
    })
  })
  await tools.send('ServiceWorker.enable')
  await page.goto('about:blank')
  await changedOver
  await visit(page, '/')
  await isSecond(page)
})

test('another tab keeps the parts of its own version when the new one takes over, and is told (L-09)', async ({
  page,
  context,
  host,
  second,
}) => {
  await openAndKeep(page, host)
  const other = await context.newPage()
  await caseWith(other, sv, 'Nordfjäll')
  host.serve(second)
  await page.reload()
  await offered(page, sv('offline:version.saved'))
  await page.getByRole('button', { name: useIt }).click()
  await isSecond(page)
  await offered(other, sv('offline:version.saved'))
  // Not loaded again by anybody, and no part of it is missing.
  await isFirst(other)
  await other.getByRole('link', { name: sv('common:help') }).click()
  await expect(heading(other)).toHaveText(sv('help:heading'))
  await other.goBack()
  await other.getByRole('button', { name: useIt }).click()
  await isSecond(other)
  await expect(company(other, sv)).toHaveValue('Nordfjäll')
})

test('the switch that turns the offline copy off leads out of a stuck version and touches nothing written (L-09)', async ({
  page,
  host,
  second,
}) => {
  await openAndKeep(page, host)
  await caseWith(page, sv, 'Nordfjäll')
  host.serve(second)
  host.put('/sw.js', '/sw-off.js')
  await page.reload()
  await offered(page, sv('offline:version.saved'))
  await isFirst(page)
  await page.getByRole('button', { name: useIt }).click()
  await isSecond(page)
  await expect(company(page, sv)).toHaveValue('Nordfjäll')
  expect(await copiesOf(page)).toEqual([])
  const registered = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
  await expect.poll(registered).toBe(0)
})

test('a new version that never takes over does not make the press wait for ever (L-09)', async ({ page, host }) => {
  await openAndKeep(page, host)
  await caseWith(page, sv, 'Nordfjäll')
  // It is there, waits, and hears nothing: a browser that has forgotten it behaves the same.
  const silent = test.info().outputPath('silent.js')
  writeFileSync(silent, '')
  host.put('/sw.js', relative(dist, silent))
  await page.reload()
  await offered(page, sv('offline:version.saved'))
  await page.evaluate(() => Object.assign(window, { isBefore: true }))
  await page.getByRole('button', { name: useIt }).click()
  await page.waitForFunction(() => !('isBefore' in window))
  await expect(company(page, sv)).toHaveValue('Nordfjäll')
})

test('a new version that comes while somebody writes waits for them, and takes no letter away (L-10)', async ({
  page,
  host,
  second,
}) => {
  await openAndKeep(page, host)
  await caseWith(page, sv, 'Nordfjäll')
  host.serve(second)
  host.asked.length = 0
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  await offered(page, sv('offline:version.saved'))
  // What is being written is not said to be saved.
  await company(page, sv).pressSequentially(' Friluft')
  await expect(notice(page)).toHaveText(sv('offline:version.ready'))
  await expect(company(page, sv)).toBeFocused()
  expect(host.asked.filter((path) => path === '/')).toHaveLength(1)
  await isFirst(page)
  await company(page, sv).pressSequentially(' AB')
  await page.getByRole('button', { name: useIt }).click()
  await isSecond(page)
  await expect(company(page, sv)).toHaveValue('Nordfjäll Friluft AB')
})

test('the offline copy comes only when the first page is there, and contacts no other host (L-08)', async ({
  page,
  host,
}) => {
  await page.goto(host.address)
  await heading(page).waitFor()
  await kept(page)
  const at = (path: string) => host.asked.indexOf(path)
  const words = host.asked.findIndex((path) => /\/assets\/start-.*\.js$/.test(path))
  expect(words).toBeGreaterThan(-1)
  expect(at('/sw.js')).toBeGreaterThan(words)
})

test.describe('a page whose own parts do not come', () => {
  test.use({ serviceWorkers: 'block' })

  test('a language whose words do not come changes nothing, and shows no key', async ({ page, trouble }) => {
    await caseWith(page, sv, 'Nordfjäll')
    await page.waitForLoadState('networkidle')
    await page.route('**/*.js', (route) => route.abort())
    await page.getByRole('button', { name: 'English' }).click()
    await expect(notice(page)).toHaveText(sv('offline:part.saved'))
    await expect(company(page, sv)).toHaveValue('Nordfjäll')
    await expect(page.locator('html')).toHaveAttribute('lang', 'sv')
    await page.unrouteAll()
    await page.reload()
    await expect(company(page, sv)).toHaveValue('Nordfjäll')
    onlyAbout(trouble, /net::ERR_FAILED|dynamically imported module|blocked by Playwright/)
  })
})
