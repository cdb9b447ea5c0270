import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { aPdfOf } from '../support/aDocument.ts'
import { anEml } from '../support/mailFiles.ts'
import { chooseLanguage, expect, heading, pageName, test, visit, wordsOf } from './guide.ts'

const sv = wordsOf('sv')

interface Counts {
  pages: number
  screens: number
  fields: number
  presses: number
  typed: number
  twice: number
}

/** Somebody on the way through the product, who counts what it asks of them, from the pages themselves. */
class Walk {
  private readonly seen = new Map<string, { height: number; fields: number }>()
  private readonly texts: string[] = []
  private presses = 0

  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** What the open page is: its height in pixels, and the questions on it that are not folded. */
  private async look(): Promise<void> {
    const now = await this.page.evaluate(() => {
      const labels = [...document.querySelectorAll('main .field-label')]
      const ownLabels = labels.filter((label) => label.parentElement?.parentElement?.closest('fieldset.field') == null)
      const fields = ownLabels.filter(
        (label) => label.checkVisibility() && label.closest('details:not([open])') === null,
      )
      return { height: document.documentElement.scrollHeight, fields: fields.length }
    })
    const at = new URL(this.page.url()).hash.split('?')[0] ?? ''
    const before = this.seen.get(at) ?? { height: 0, fields: 0 }
    const more = (name: 'height' | 'fields') => Math.max(before[name], now[name])
    this.seen.set(at, { height: more('height'), fields: more('fields') })
  }

  async press(what: Locator): Promise<void> {
    await this.look()
    this.presses += 1
    await what.click()
  }

  /** Presses what leads to another page. */
  async go(what: Locator): Promise<void> {
    const before = await heading(this.page).elementHandle()
    await this.press(what)
    await this.page.waitForFunction((element) => element?.isConnected === false, before)
    await heading(this.page).waitFor()
  }

  /** One press that opens a file chooser, or one drop. */
  async give(where: Locator, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
    await this.look()
    this.presses += 1
    const before = await heading(this.page).elementHandle()
    await where.setInputFiles(files)
    await this.page.waitForFunction((element) => element?.isConnected === false, before)
    await this.page.locator('.in-sight').waitFor()
  }

  async select(where: Locator, choice: string): Promise<void> {
    await this.look()
    this.presses += 1
    await where.selectOption(choice)
  }

  async write(key: string, text: string): Promise<void> {
    this.texts.push(text)
    await this.page.getByLabel(sv(key)).first().fill(text)
  }

  async choose(key: string, choice: string): Promise<void> {
    const group = this.page.getByRole('group', { name: sv(`${key}.label`) })
    await this.press(group.getByLabel(sv(`${key}.choices.${choice}`), { exact: true }))
  }

  button = (key: string) => this.page.getByRole('button', { name: sv(key), exact: true })
  link = (key: string) => this.page.getByRole('link', { name: sv(key), exact: true })

  async counts(): Promise<Counts> {
    await this.look()
    const all = [...this.seen.values()]
    if (process.env.WALK === 'pages')
      console.log(
        [...this.seen]
          .map(([at, { height, fields }]) => `${at.replace(/case\/[^/]+/, '')} ${height} ${fields}`)
          .join('\n'),
      )
    // The pages of the interview: not the start, the check and the hand-over.
    const asking = [...this.seen].filter(([at]) => /case\/[^/]+\/\S+\/\S+$/.test(at) && !at.includes('/message/'))
    const sum = (name: 'height' | 'fields') => asking.reduce((total, [, each]) => total + each[name], 0)
    const words = this.texts.filter((text) => !/^[\d\s./-]+$/.test(text))
    return {
      pages: all.length,
      screens: Math.round(sum('height') / 800),
      fields: sum('fields'),
      presses: this.presses,
      typed: this.texts.length,
      twice: words.length - new Set(words).size,
    }
  }
}

/** For `npm run walk`. */
const tell = (name: string, counts: Counts) => process.env.WALK && console.log(name.padEnd(14), JSON.stringify(counts))

async function begin(page: Page): Promise<Walk> {
  await page.clock.setFixedTime(new Date('2026-11-28T09:00:00+01:00'))
  await chooseLanguage(page, 'sv')
  await visit(page, '/')
  return new Walk(page)
}

const Q = 'scope:questions.deliverables'
const L = 'partner:questions.log'
const E = 'examples:questions.items'

test('whoever has never told the partner has the draft after a few pages', async ({ page }) => {
  const walk = await begin(page)
  await walk.go(walk.button('start:new'))
  await walk.write(
    'request:questions.summary.label',
    'Kassan skulle ha varit klar i september, och vi får inget svar om när.',
  )
  await walk.choose('scope:questions.concern', 'unmet')
  await walk.go(walk.button('common:continue'))
  await walk.choose('partner:questions.told', 'no')
  await walk.go(walk.button('common:continue'))
  await walk.go(walk.button('scope:lists.deliverables.add'))
  await walk.write(`${Q}.title.label`, 'Kassa med kortbetalning')
  await walk.choose(`${Q}.status`, 'late')
  await walk.write(`${Q}.promised.label`, '15 sept')
  await walk.go(walk.button('scope:lists.deliverables.save'))
  await expect(page.getByLabel(sv('drafts:page.body'))).toHaveValue(/Kassa med kortbetalning/)
  const counts = await walk.counts()
  tell('never told', counts)
  expect(counts.pages).toBeLessThanOrEqual(6)
  expect(counts.presses).toBeLessThanOrEqual(14)
  expect(counts.twice).toBe(0)

  // Sent, it is in the log, and the box says how long to wait.
  await page.getByRole('button', { name: sv('drafts:page.sent.button') }).click()
  await page.getByRole('link', { name: sv('drafts:page.sent.toCheck') }).click()
  await expect(page.locator('#outcome')).toContainText('4 december 2026')

  // The button of the box is the day for the calendar itself.
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: sv('assessment:do.calendar') }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  expect(file).toContain('DTSTART;VALUE=DATE:20261204')

  // The log has answered the question.
  await visit(
    page,
    page
      .url()
      .replace(/^.*#/, '')
      .replace(/check$/, 'problem/told'),
  )
  const told = page.getByRole('group', { name: sv('partner:questions.told.label') })
  await expect(told.getByLabel(sv('partner:questions.told.choices.yes'), { exact: true })).toBeChecked()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the shortest honest way leads to a useful draft', async ({ page }) => {
    const walk = await begin(page)
    await walk.go(walk.button('start:new'))
    await walk.choose('scope:questions.concern', 'unmet')
    await walk.go(walk.button('common:continue'))
    await walk.choose('partner:questions.told', 'no')
    await walk.go(walk.button('common:continue'))
    await walk.go(walk.button('scope:lists.deliverables.add'))
    await walk.write(`${Q}.title.label`, 'Sökfunktion')
    await walk.choose(`${Q}.status`, 'missing')
    await walk.go(walk.button('scope:lists.deliverables.save'))
    await expect(page.getByLabel(sv('drafts:page.body'))).toHaveValue(/Sökfunktion/)
    const counts = await walk.counts()
    tell('on a phone', counts)
    expect(counts.pages).toBeLessThanOrEqual(6)
    expect(counts.presses).toBeLessThanOrEqual(14)
    expect(counts.typed).toBeLessThanOrEqual(5)
  })
})

test('a full case is written in as few pages, fields and presses as it needs @deep', async ({ page }) => {
  test.slow()
  const walk = await begin(page)
  const goOn = () => walk.go(walk.button('common:continue'))
  await walk.go(walk.button('start:new'))
  await walk.write('about:questions.partnerCompany.label', 'Kvistbro Digital AB')
  await walk.write('request:questions.summary.label', 'Tre leveranser är sena, och partnern svarar inte om kassan.')
  await walk.choose('scope:questions.concern', 'both')
  await goOn()
  await walk.choose('partner:questions.told', 'yes')
  await goOn()

  const deliverables = [
    ['Kassa med kortbetalning', 'late', 'Betalning med kort går inte på mobil', '1 okt', '4.2'],
    ['Kundunika prislistor', 'missing', 'Inget är levererat', '15 sept', '4.3'],
    ['Orderhistorik', 'unsatisfactory', 'Order äldre än ett år visas inte', '1 sept', '4.5'],
  ] as const
  for (const [at, [title, status, lacking, promised, section]] of deliverables.entries()) {
    await walk.go(walk.button(at === 0 ? 'scope:lists.deliverables.add' : 'scope:lists.deliverables.saveAndAdd'))
    await walk.write(`${Q}.title.label`, title)
    await walk.choose(`${Q}.status`, status)
    await walk.write(`${Q}.lacking.label`, lacking)
    await walk.write(`${Q}.promised.label`, promised)
    await walk.choose(`${Q}.agreedIn`, 'contract')
    await walk.write(`${Q}.reference.label`, section)
    await walk.choose(`${Q}.inScope`, 'yes')
  }
  await walk.go(walk.button('scope:lists.deliverables.save'))
  await goOn()
  await walk.write('scope:questions.documentTitle.label', 'Uppdragsbeskrivning v1.3')
  await walk.write('scope:questions.documentDate.label', '2026-03-18')
  await walk.write('scope:questions.reviewedOn.label', 'idag')
  await goOn()
  await walk.choose('added:questions.any', 'yes')
  await walk.go(walk.button('added:lists.items.add'))
  await walk.write('added:questions.items.title.label', 'Klicka och hämta')
  await walk.write('added:questions.items.addedOn.label', 'juni 2026')
  await walk.choose('added:questions.items.requestedBy', 'merchant')
  await walk.choose('added:questions.items.effect', 'delay')
  await walk.write('added:questions.items.delayWorkingDays.label', '10')
  await walk.go(walk.button('added:lists.items.save'))
  await goOn()

  const contacts = [
    ['merchant', '5 okt', 'Frågade när kassan blir klar.'],
    ['partner', '8 okt', 'Lovade kassan till den 1 november.'],
    ['merchant', '3 nov', 'Kassan kom inte. Bad om ett nytt datum.'],
    ['partner', '5 nov', 'Ringde om orderhistoriken, utan besked om kassan.'],
    ['merchant', '13 nov', 'Påminde om kassan och prislistorna.'],
  ] as const
  for (const [at, [from, day, text]] of contacts.entries()) {
    await walk.go(walk.button(at === 0 ? 'partner:lists.log.add' : 'partner:lists.log.saveAndAdd'))
    await walk.choose(`${L}.from`, from)
    await walk.write(`${L}.date.label`, day)
    await walk.press(page.getByLabel(/^S1 /))
    await walk.write(`${L}.text.label`, text)
    if (from === 'merchant') await walk.choose(`${L}.concernStated`, 'yes')
    else {
      await walk.choose(`${L}.answer`, at === 1 ? 'plan' : 'unclear')
      if (at === 1) await walk.write(`${L}.promised.label`, '1 nov')
    }
  }
  await walk.go(walk.button('partner:lists.log.save'))
  await goOn()

  const examples = [
    [
      'Kortbetalning avbryts',
      'Köpet går igenom',
      'Sidan blir vit efter Betala',
      '20 nov',
      'Kassan, mobil',
      'Cirka 30 order per dag',
      'Ärende 4711',
    ],
    [
      'Fel pris till företag',
      'Avtalspris visas',
      'Ordinarie pris visas',
      '18 nov',
      'Kund 1002',
      'Två timmar per dag',
      'Ärende 4712',
    ],
  ] as const
  for (const [at, [title, expected, actual, day, where, impact, found]] of examples.entries()) {
    await walk.go(walk.button(at === 0 ? 'examples:lists.items.add' : 'examples:lists.items.saveAndAdd'))
    await walk.write(`${E}.title.label`, title)
    await walk.write(`${E}.expected.label`, expected)
    await walk.write(`${E}.actual.label`, actual)
    await walk.write(`${E}.date.label`, day)
    await walk.write(`${E}.where.label`, where)
    await walk.choose(`${E}.effect`, at === 0 ? 'stops_sales' : 'costs_weekly')
    await walk.write(`${E}.impact.label`, impact)
    await walk.write(`${E}.evidenceText.label`, found)
  }
  await walk.go(walk.button('examples:lists.items.save'))
  await goOn()
  await walk.press(page.getByLabel(sv('request:questions.wants.choices.meeting')))
  await walk.press(page.getByLabel(sv('request:questions.wants.choices.datedPlan')))
  await walk.write('request:questions.ask.label', 'Ett möte med partnerns leveransansvariga före den 4 december.')
  await walk.write('request:questions.hardDate.label', '14 dec')
  await walk.write('request:questions.ourSide.label', 'Vi ska godkänna prislistorna den 30 november.')
  await walk.choose('request:questions.mayContact', 'yes')
  await goOn()
  await walk.write('about:questions.company.label', 'Nordfjäll Friluft AB')
  await walk.write('about:questions.name.label', 'Anna Lindqvist')
  await walk.write('about:questions.email.label', 'anna@nordfjall.example')
  await goOn()
  await walk.choose('about:questions.deployment', 'cloud')
  await walk.write('about:questions.version.label', '2.4.8-p3')
  await walk.choose('about:questions.phase', 'maintenance')
  await goOn()
  await expect(pageName(page).or(heading(page)).first()).toContainText(sv('assessment:heading'))
  await walk.go(walk.link('assessment:handOver').first())
  await expect(heading(page)).toHaveText(sv('handOver:heading'))
  const counts = await walk.counts()
  tell('full case', counts)
  expect(counts.pages).toBeLessThanOrEqual(25)
  expect(counts.screens).toBeLessThanOrEqual(40)
  expect(counts.fields).toBeLessThanOrEqual(95)
  expect(counts.presses).toBeLessThanOrEqual(65)
  expect(counts.twice).toBe(0)
})

/** Three deliverables in a table, and the thread about them, as the merchant has them. */
const SCOPE = aPdfOf([
  [
    { x: 72, y: 740, text: 'Uppdragsbeskrivning v1.3', size: 20, isBold: true },
    { x: 72, y: 700, text: 'Datum: 2026-03-18' },
    { x: 72, y: 660, text: '4.1 Leveransplan', size: 14, isBold: true },
    ...[
      ['Leverans', 'Beskrivning', 'Klart senast'],
      ['Kassa med kortbetalning', 'Kort i ett steg', '2026-10-01'],
      ['Kundunika prislistor', 'Priser per kund', '2026-09-15'],
      ['Orderhistorik', 'Tre års order', '2026-09-01'],
    ].flatMap((row, at) => row.map((text, column) => ({ x: 72 + column * 150, y: 630 - at * 30, text }))),
  ],
])
const US = 'Anna Lindqvist <anna@nordfjall.example>'
const THEM = 'Bo Lind <bo@kvistbrodigital.example>'
const mail = (from: string, date: string, subject: string, ...body: string[]) =>
  anEml({ from, to: from === US ? THEM : US, date: `${date} 09:00:00 +0100`, subject, body })
const MAILS = [
  mail(US, '5 Oct 2026', 'Kassan', 'Kassan skulle ha varit klar den 1 oktober och saknas fortfarande.'),
  mail(THEM, '8 Oct 2026', 'SV: Kassan', 'Vi levererar kassan den 1 november.', '', 'Mvh', 'Bo'),
  mail(US, '3 Nov 2026', 'SV: Kassan', 'Kassan kom inte. Vi behöver ett nytt datum.'),
  mail(THEM, '5 Nov 2026', 'Orderhistorik', 'Vi återkommer om orderhistoriken.'),
  mail(US, '13 Nov 2026', 'Kassan och prislistorna', 'Både kassan och prislistorna saknas fortfarande.'),
]
const TICKETS =
  'Ärende;Rubrik;Skapad;Beskrivning\n4711;Kortbetalning avbryts;2026-11-20;Sidan blir vit efter Betala\n' +
  '4712;Fel pris till företag;2026-11-18;Ordinarie pris visas\n'

test('the same case with the mails and the scope document at hand takes a third fewer presses @deep', async ({
  page,
}) => {
  test.slow()
  const walk = await begin(page)
  const goOn = () => walk.go(walk.button('common:continue'))
  const give = async (name: string, ...bytes: readonly (Uint8Array | string)[]) => {
    const chosen = bytes.map((each, at) => ({
      name: `${at}${name}`,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(each),
    }))
    await walk.give(page.locator('.drop input[type=file]').first(), chosen)
  }
  await walk.go(walk.button('start:new'))
  await walk.write('about:questions.partnerCompany.label', 'Kvistbro Digital AB')
  await walk.write('request:questions.summary.label', 'Tre leveranser är sena, och partnern svarar inte om kassan.')
  await walk.choose('scope:questions.concern', 'both')
  await goOn()
  await walk.choose('partner:questions.told', 'yes')
  await goOn()
  await give('avtal.pdf', SCOPE)
  await walk.press(page.getByRole('button', { name: sv('sources:document.allRows_other', { count: 3 }) }))
  await walk.go(page.getByRole('button', { name: sv('sources:document.add_other', { count: 3 }) }))
  for (const [title, status] of [
    ['Kassa med kortbetalning', 'late'],
    ['Kundunika prislistor', 'missing'],
    ['Orderhistorik', 'unsatisfactory'],
  ] as const)
    await walk.select(page.getByLabel(new RegExp(`^${title}: `)), status)
  await goOn()
  // The document has been read, so its page is passed by.
  await walk.choose('added:questions.any', 'yes')
  await walk.go(walk.button('added:lists.items.add'))
  await walk.write('added:questions.items.title.label', 'Klicka och hämta')
  await walk.write('added:questions.items.addedOn.label', 'juni 2026')
  await walk.choose('added:questions.items.requestedBy', 'merchant')
  await walk.choose('added:questions.items.effect', 'delay')
  await walk.write('added:questions.items.delayWorkingDays.label', '10')
  await walk.go(walk.button('added:lists.items.save'))
  await goOn()
  await give('.eml', ...MAILS)
  await walk.go(page.getByRole('button', { name: sv('sources:mails.add_other', { count: 5 }) }))
  await expect(page.locator('.rows > li')).toHaveCount(5)
  await expect(page.locator('.rows > li').nth(1)).toContainText('sista dag 1 november 2026')
  await goOn()
  await give('lista.csv', TICKETS)
  await walk.press(page.getByLabel('4711 · Kortbetalning avbryts'))
  await walk.press(page.getByLabel('4712 · Fel pris till företag'))
  await walk.go(page.getByRole('button', { name: sv('sources:tickets.add_other', { count: 2 }) }))
  for (const [expected, where, effect, impact] of [
    ['Köpet går igenom', 'Kassan, mobil', 'stops_sales', 'Cirka 30 order per dag'],
    ['Avtalspris visas', 'Kund 1002', 'costs_weekly', 'Två timmar per dag'],
  ] as const) {
    await walk.write(`${E}.expected.label`, expected)
    await walk.write(`${E}.where.label`, where)
    await walk.choose(`${E}.effect`, effect)
    await walk.write(`${E}.impact.label`, impact)
    await walk.go(walk.button('examples:lists.items.save'))
  }
  await goOn()
  await walk.press(page.getByLabel(sv('request:questions.wants.choices.meeting')))
  await walk.press(page.getByLabel(sv('request:questions.wants.choices.datedPlan')))
  await walk.write('request:questions.ask.label', 'Ett möte med partnerns leveransansvariga före den 4 december.')
  await walk.write('request:questions.hardDate.label', '14 dec')
  await walk.choose('request:questions.mayContact', 'yes')
  await goOn()
  await walk.write('about:questions.company.label', 'Nordfjäll Friluft AB')
  await expect(page.getByLabel(sv('about:questions.email.label'))).toHaveValue('anna@nordfjall.example')
  await goOn()
  await walk.choose('about:questions.deployment', 'cloud')
  await walk.write('about:questions.version.label', '2.4.8-p3')
  await walk.choose('about:questions.phase', 'maintenance')
  await goOn()
  await walk.go(walk.link('assessment:handOver').first())
  await expect(heading(page)).toHaveText(sv('handOver:heading'))
  const counts = await walk.counts()
  tell('with the files', counts)
  expect(counts.presses).toBeLessThanOrEqual(40)
  expect(counts.typed).toBeLessThanOrEqual(15)
  expect(counts.twice).toBe(0)
})

test('whose turn it is stands beside the questions from the third page on, and follows what is written', async ({
  page,
}) => {
  const walk = await begin(page)
  await walk.go(walk.button('start:new'))
  await expect(page.locator('.rail')).toHaveCount(0)
  await walk.choose('scope:questions.concern', 'unmet')
  await walk.go(walk.button('common:continue'))
  await walk.choose('partner:questions.told', 'cannot')
  await walk.go(walk.button('common:continue'))
  await expect(page.locator('.rail summary')).toBeVisible()
  const before = await page.locator('.rail summary').textContent()
  await walk.go(walk.button('scope:lists.deliverables.add'))
  await walk.write(`${Q}.title.label`, 'Kassa')
  await expect(page.locator('.rail summary')).toHaveText(before ?? '')
  await page.getByRole('link', { name: sv('common:overview') }).click()
  await expect(page.getByText('1 leverans')).toBeVisible()
})
