import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { OUTSIDE, ownCase, pagesOfCase } from '../../e2e/allPages.ts'
import { caseFile, chooseLanguage, expect, giveFile, heading, prefer, test, visit } from '../../e2e/guide.ts'

const sourceOf = (path: string) => readFileSync(new URL(`node_modules/${path}`, import.meta.url), 'utf8')
const ibm = sourceOf('accessibility-checker-engine/ace.js')
const htmlCodeSniffer = sourceOf('html_codesniffer/build/HTMLCS.js')

/** Rules that find something here that is none, each with its reason. */
const NOISE: Readonly<Record<string, string>> = {
  'hcs G1,G123,G124.NoSuchID': 'links of the router lead to pages, not to places on this one',
  'hcs 1_3_1.F92,ARIA4': 'the fieldset round a case only switches off what is in it, and is no group',
  'ibm fieldset_legend_valid': 'the same fieldset; and a legend that is there for those who hear the page',
  'ibm element_attribute_deprecated': 'the policy of the page stands in a meta element, where no header can be set',
  'ibm aria_content_in_landmark': 'the link that leads past the bar stands before everything',
  'ibm label_ref_valid': 'the button of a file chooser is the label of its input, as browsers say themselves',
  'ibm element_tabbable_role_valid': 'a table that scrolls by itself is reached by keyboard',
}

declare const ace: {
  Checker: new () => {
    check: (
      root: Document,
      rules: string[],
    ) => Promise<{ results: { ruleId: string; value: string[]; snippet: string; message: string }[] }>
  }
}
declare const HTMLCS: {
  process: (standard: string, root: Document, done: () => void, failed: () => void) => void
  getMessages: () => { type: number; code: string; msg: string; element: Element }[]
}

interface Finding {
  rule: string
  what: string
}

/** What IBM's checker and HTML_CodeSniffer are certain about on the page as it stands. */
async function findingsOn(page: Page): Promise<readonly Finding[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  const isThere = await page.evaluate(() => 'ace' in window)
  if (!isThere) {
    await page.evaluate(`${ibm}; window.ace = ace`)
    await page.evaluate(htmlCodeSniffer)
  }
  return page.evaluate(async () => {
    const { results } = await new ace.Checker().check(document, ['WCAG_2_2', 'IBM_Accessibility'])
    const certain = results
      .filter(({ value }) => value[1] === 'FAIL')
      .map(({ ruleId, snippet, message }) => ({ rule: `ibm ${ruleId}`, what: `${message} ${snippet}` }))
    await new Promise<void>((resolve, reject) => HTMLCS.process('WCAG2AA', document, resolve, reject))
    const errors = HTMLCS.getMessages()
      .filter(({ type }) => type === 1)
      .map(({ code, msg, element }) => ({
        rule: `hcs ${code.split('.').slice(-2).join('.')}`,
        what: `${msg} ${element.outerHTML?.slice(0, 120) ?? ''}`,
      }))
    return [...certain, ...errors]
  })
}

for (const [language, theme, width] of [
  ['sv', 'light', 1280],
  ['en', 'dark', 320],
] as const)
  test(`two more checkers find nothing on any page, ${language}, ${theme}, ${width} px wide`, async ({ page }) => {
    test.setTimeout(600_000)
    await page.setViewportSize({ width, height: 900 })
    await chooseLanguage(page, language)
    await prefer(page, 'theme', theme)
    const found: string[] = []
    const look = async (at: string) => {
      for (const { rule, what } of await findingsOn(page)) if (!(rule in NOISE)) found.push(`${rule} ${at}: ${what}`)
    }
    const address = await ownCase(page, caseFile(language === 'sv' ? 'C1-sv' : 'C1'))
    for (const at of [...OUTSIDE, ...pagesOfCase(address)]) {
      await visit(page, at)
      await look(at)
    }
    await visit(page, '/review')
    await giveFile(page, 'C4.json', caseFile('C4'))
    await heading(page).filter({ hasText: 'Vadtorp' }).waitFor()
    await page.locator('[id="ask-request.ask"]').click()
    await look('a case in review')
    await visit(page, '/inbox')
    await page.getByRole('row').nth(1).waitFor()
    await look('the list of received cases')
    expect(found).toEqual([])
  })
