import type { Page } from '@playwright/test'
import { untilRest } from '../support/budget.mjs'
import { ownCase } from './allPages.ts'
import { caseFile, expect, giveFile, heading, pageName, test, visit, wordsOf } from './guide.ts'

const MAIN = '**/assets/index-*.js'

/** A line on which the app itself takes its time: what stands in `index.html` is there long before. */
async function slowLine(page: Page, address = './') {
  let letCome = () => {}
  const coming = new Promise<void>((resolve) => {
    letCome = resolve
  })
  await page.route(MAIN, async (route) => {
    await coming
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  return letCome
}

/** What is on the page and where, apart from the file chooser, which comes later. */
const seen = (page: Page) =>
  page.locator('#root').evaluate((root) => {
    root.querySelector('.open-own')?.remove()
    const all = [...root.querySelectorAll('header *, main *, footer *')]
    return all
      .filter((element) => element.checkVisibility({ contentVisibilityAuto: true }))
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        const { textContent, className, id } = element
        return { tag: element.tagName, id, className, textContent, at: [x, y, width, height].map(Math.round) }
      })
  })

for (const language of ['sv', 'en'] as const) {
  const say = wordsOf(language)
  const rare = language === 'en' ? ' @deep' : ''

  test.describe(`the start page before the scripts, ${language}`, () => {
    test.use({ locale: language === 'sv' ? 'sv-SE' : 'en-GB' })

    test('is the one that they draw: the same words in the same places', async ({ page }) => {
      const letCome = await slowLine(page)
      await expect(heading(page)).toHaveText(say('start:heading'))
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      // Not `fonts.ready`: before the style sheet has come, nothing is wanted yet.
      await page.waitForFunction(() => {
        const own = [...document.fonts].filter(({ family }) => !family.includes('stand-in'))
        return own.length > 0 && own.every(({ status }) => status === 'loaded')
      })
      const before = await seen(page)
      letCome()
      await expect(heading(page)).toBeFocused()
      await expect(page.locator('.open-own')).toBeVisible()
      expect(await seen(page)).toEqual(before)
    })

    test(`takes a press, and the app goes on from there${rare}`, async ({ page }) => {
      const letCome = await slowLine(page)
      await page.getByRole('button', { name: say('start:new') }).click()
      await expect(heading(page)).toHaveText(say('start:heading'))
      letCome()
      await expect(page).toHaveURL(/#\/case\/[^/]+\/problem\/what$/)
    })

    test(`says so where the scripts do not come${rare}`, async ({ page, trouble }) => {
      await page.route(MAIN, (route) => route.abort())
      for (const address of ['./', './#/case/none/check']) {
        await page.goto(address)
        await expect(page.getByRole('alert').first()).toHaveText(say('start:notLoaded'))
        await page.goto('about:blank')
      }
      expect(trouble.splice(0)).toHaveLength(2)
    })
  })
}

const sv = wordsOf('sv')
const en = wordsOf('en')

test('what has been chosen at the top and the foot before the scripts holds after them', async ({ page }) => {
  const letCome = await slowLine(page)
  await page.getByLabel(sv('common:theme.label')).selectOption(sv('common:theme.dark'))
  await page.getByRole('button', { name: 'English' }).click()
  letCome()
  await expect(heading(page)).toHaveText(en('start:heading'))
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('whoever has a case, and dark colours, sees the heading alone until the cases are there @deep', async ({
  page,
}) => {
  await page.goto('./')
  await giveFile(page, 'underlag.json', caseFile('C1-sv'))
  await expect(page).toHaveURL(/\/case\//)
  await page.goto('./#/')
  await expect(page.getByRole('heading', { name: sv('start:cases') })).toBeVisible()
  await page.getByLabel(sv('common:theme.label')).selectOption(sv('common:theme.dark'))
  await page.goto('about:blank')
  const letCome = await slowLine(page)
  await expect(heading(page)).toHaveText(sv('start:heading'))
  await expect(page.getByRole('button', { name: sv('start:new') })).toHaveCount(0)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  letCome()
  await expect(page.getByRole('heading', { name: sv('start:cases') })).toBeVisible()
})

test('the frame of another page takes presses too: a language, and the way to the content @deep', async ({ page }) => {
  await page.goto('./#/help')
  await heading(page).waitFor()
  await page.goto('about:blank')
  const letCome = await slowLine(page, './#/help')
  await page.getByRole('link', { name: sv('common:skip') }).press('Enter')
  await page.getByRole('button', { name: 'English' }).click()
  letCome()
  await expect(heading(page)).toHaveText(en('help:heading'))
  await expect(page).toHaveURL(/#\/help$/)
})

test('a link pressed before the scripts leads to the top of its page, and both kinds of presses are kept @deep', async ({
  page,
}) => {
  let letCome = await slowLine(page)
  await page.getByRole('link', { name: sv('start:checklist') }).click()
  letCome()
  await expect(heading(page)).toBeFocused()
  await expect(heading(page)).toHaveText(sv('checklist:heading'))
  expect(await page.evaluate(() => window.scrollY)).toBe(0)

  await page.goto('about:blank')
  await page.unrouteAll()
  letCome = await slowLine(page)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: sv('start:new') }).click()
  letCome()
  await expect(pageName(page)).toHaveText(en('problem:steps.what'))
})

test('whoever turns back before the case is drawn finds it in the list @deep', async ({ page }) => {
  // The pages of a case come late.
  let letCome = () => {}
  const coming = new Promise<void>((resolve) => {
    letCome = resolve
  })
  let isKept = false
  await page.route('**/assets/TaskListPage-*.js', async (route) => {
    isKept = true
    await coming
    await route.continue()
  })
  await page.goto('./')
  await giveFile(page, 'underlag.json', caseFile('C1-sv'))
  await expect(page).toHaveURL(/\/case\//)
  await expect.poll(() => isKept).toBe(true)
  await page.evaluate(() => {
    location.hash = '/'
  })
  await expect(page).toHaveURL(/#\/$/)
  letCome()
  await expect(page.getByRole('heading', { name: sv('start:cases') })).toBeVisible()
})

test('a page of questions needs nothing more once what it fetched at first is there @deep', async ({
  page,
  trouble,
}) => {
  // Firefox's driver says nothing but "Error" of one that is logged.
  await page.addInitScript(() => {
    const log = console.error
    console.error = (...given) => log(...given.map((each) => (each instanceof Error ? String(each) : each)))
  })
  const own = await ownCase(page, caseFile('C1-sv'))
  for (const place of ['about/company', 'request/ask', 'problem/what', 'scope/deliverables'])
    for (const address of ['/case/example', own]) {
      await page.goto('about:blank')
      const letCome = await slowLine(page, `./#${address}/${place}`)
      await page.waitForFunction(() => {
        const fetched = [...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')]
        const there = performance.getEntriesByType('resource').map(({ name }) => name)
        return fetched.length > 0 && fetched.every(({ href }) => there.includes(href))
      })
      await page.route('**/assets/*.js', (route) =>
        route.request().url().includes('/index-') ? route.fallback() : route.abort(),
      )
      letCome()
      await expect(heading(page), place).toBeFocused()
      await expect(page.getByRole('button', { name: sv('common:continue') }), place).toBeVisible()
      await page.unrouteAll({ behavior: 'ignoreErrors' })
    }
  // What comes ahead of the next pages did not, and nothing else was wrong.
  const others = trouble
    .splice(0)
    .filter((each) => !/(?:Failed to fetch|error loading) dynamically imported module|ERR_FAILED/.test(each))
  expect(others).toEqual([])
})

test('every page of the table and its words are fetched beside the app, and nothing of them after it @deep', async ({
  page,
}) => {
  test.slow()
  const address = await ownCase(page, caseFile('C1-sv'))
  const script = await page.locator('script[data-wanted]').getAttribute('data-wanted')
  type Wanted = { path: string; words: string[]; files: string[] }
  const { pages, around, words } = JSON.parse(script ?? '') as {
    pages: Wanted[]
    around: Wanted[]
    words: { sv: Record<string, string> }
  }
  const ofCase = around.find(({ path }) => path === '/case/:caseId')
  expect(pages.length).toBeGreaterThan(20)
  let asked: string[] = []
  page.on('request', (request) => asked.push(`./${new URL(request.url()).pathname.slice(1)}`))
  for (const { path, words: parts, files } of pages) {
    if (path === '/') continue
    const isOfCase = path.startsWith('/case/')
    const all = isOfCase ? [...parts, ...(ofCase?.words ?? [])] : parts
    const own = [...files, ...((isOfCase && ofCase?.files) || []), ...all.map((part) => words.sv[part] ?? part)]
    const isQuestion = path.endsWith('/:step')
    const place = isQuestion ? '/about/company' : path.replace('/case/:caseId', '')
    const at = isOfCase ? address + place.replace(':kind', 'first').replace(':saveNo', '1') : path
    await page.goto('about:blank')
    asked = []
    const letCome = await slowLine(page, `./#${at}`)
    for (const file of own) await expect.poll(() => asked, path).toContain(file)
    asked = []
    letCome()
    await expect(heading(page), path).toBeFocused()
    expect(
      asked.filter((file) => own.includes(file)),
      path,
    ).toEqual([])
    await page.unrouteAll()
  }
})

test('a page whose words do not come says so, and shows no key', async ({ page, trouble }) => {
  await page.route('**/assets/later-*.js', (route) => route.abort())
  await page.goto('./#/help')
  await expect(heading(page)).toHaveText(sv('common:crash.heading'))
  await page.unrouteAll()
  await page.getByRole('button', { name: sv('common:crash.again') }).click()
  await expect(heading(page)).toHaveText(sv('help:heading'))
  expect(trouble.splice(0).length).toBeGreaterThan(0)
})

test('what stands beside a page and does not come is left out, and the page stays (L-34) @deep', async ({
  page,
  trouble,
}) => {
  const address = await ownCase(page, caseFile('C1-sv'))
  await page.route(/(ExamplePairs|AskedAtField|later)-[^/]*\.js$/, (route) => route.abort())
  const field = page.getByLabel(sv('about:questions.company.label'))
  await page.goto('about:blank')
  await page.goto(`./#${address}/about/company`)
  await field.fill('Nordfjäll Outdoor')
  await expect(page.getByText(sv('offline:part.saved')).first()).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByLabel(wordsOf('en')('about:questions.company.label'))).toHaveValue('Nordfjäll Outdoor')
  await page.getByRole('button', { name: 'Svenska' }).click()
  for (const list of ['scope/deliverables', 'partner/log', 'examples/items']) {
    await page.goto(`./#${address}/${list}`)
    await expect(page.locator('.rows > li a').first(), list).toBeVisible()
    await expect(page.getByRole('button', { name: sv('common:continue') }), list).toBeVisible()
  }
  expect(trouble.splice(0).length).toBeGreaterThan(0)
})

test('a page that is there is drawn in one step with the press; while another is fetched, the page before stays', async ({
  page,
}) => {
  const address = await ownCase(page, caseFile('C1-sv'))
  await visit(page, address)
  await expect(heading(page)).toHaveText(sv('start:tasks.heading'))
  await visit(page, `${address}/examples/items`)
  // Words for it are there when those of the rail are.
  await expect(page.locator('.rail-room')).not.toBeEmpty()
  const add = page.getByRole('button', { name: sv('examples:lists.items.add') })
  const drawn = await add.evaluate(async (button: HTMLButtonElement) => {
    button.click()
    // What React draws of a press comes with the end of the press, before any frame or task.
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
    return document.querySelectorAll('main textarea').length
  })
  expect(drawn).toBeGreaterThan(0)

  const asked = page.waitForRequest(/HandOverPage-/)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/HandOverPage-/, (route) => held.then(() => route.continue()))
  // Two addresses in one go: the page before is the overview that was drawn with the first, not the list.
  const seen = await page.evaluate(async (to) => {
    for (const next of [to, `${to}/hand-over`]) {
      history.pushState(null, '', `#${next}`)
      dispatchEvent(new PopStateEvent('popstate'))
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
    }
    await new Promise((resolve) => requestAnimationFrame(resolve))
    return document.querySelector('h1')?.textContent
  }, address)
  await asked
  expect(seen).toBe(sv('start:tasks.heading'))
  await expect(page.locator('html')).toHaveClass('waiting')
  release()
  await expect(heading(page)).not.toHaveText(seen ?? '')
  await expect(page.locator('html')).not.toHaveClass('waiting')
})

test('an address that is gone to while the app is drawn is the page that is shown @deep', async ({ page }) => {
  // The router, which is drawn into a copy of the place, has read the address and does not hear of another yet.
  await page.addInitScript(() => {
    const { addEventListener } = window
    const { cloneNode } = Node.prototype
    let isDrawing = false
    Node.prototype.cloneNode = function (...given) {
      isDrawing ||= (this as Element).id === 'root'
      return cloneNode.apply(this, given)
    }
    window.addEventListener = (...given: Parameters<typeof addEventListener>) => {
      // The event of this one has been and gone.
      if (given[0] === 'popstate' && isDrawing && location.hash !== '#/help') history.replaceState(null, '', '#/help')
      addEventListener.apply(window, given)
    }
  })
  await page.goto('./')
  await expect(heading(page)).toHaveText(wordsOf('sv')('help:heading'))
  await expect(page.locator('#root')).not.toHaveAttribute('data-place')
})

test('a phone fetches what the start page needs, and more when it has been left alone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  // Nothing of what comes after a while comes by itself.
  await page.clock.install()
  const asked = new Set<string>()
  page.on('request', (request) => {
    const file = new URL(request.url()).pathname.slice(1) || 'index.html'
    // Some browsers show it, and fetch it first.
    if (file !== 'icon.svg') asked.add(file)
  })
  await page.goto('./')
  await expect(heading(page)).toBeFocused()
  await expect(page.locator('.open-own')).toBeVisible()
  await page.evaluate(() => document.fonts.ready)
  await page.waitForLoadState('networkidle')
  expect([...asked].sort()).toEqual([...untilRest('sv')].sort())
  await page.clock.runFor(2_000)
  for (const part of ['later', 'case', 'questions', 'UrgentPage', 'AppNotices'])
    await expect.poll(() => [...asked].some((file) => file.includes(`/${part}-`)), { message: part }).toBe(true)
})
