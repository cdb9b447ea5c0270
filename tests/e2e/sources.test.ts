import type { Page } from '@playwright/test'
import { aDocx, aPdfOf, linesAt, paragraph } from '../support/aDocument.ts'
import { aMsg } from '../support/aMsg.ts'
import { aMeeting, anEml, anMbox } from '../support/mailFiles.ts'
import { chooseLanguage, expect, heading, newCase, test, visit, wordsOf } from './guide.ts'

const sv = wordsOf('sv')

const given = (name: string, bytes: Uint8Array | string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})
const give = (page: Page, id: string, ...files: readonly ReturnType<typeof given>[]) =>
  page.locator(`#${id}`).setInputFiles([...files])
const rows = (page: Page) => page.locator('.rows > li')

/** A thread of three: two files, and one that only the second quotes. */
const THREAD = [
  given('1.eml', anEml({ body: ['Vi levererar kassan den 20 november.', '', 'Mvh', 'Bo'] })),
  given(
    '2.eml',
    anEml({
      from: 'Anna Ek <anna@nordfjall.example>',
      to: 'Bo Lind <bo@kvistbro.example>',
      date: 'Mon, 23 Nov 2026 09:00:00 +0100',
      body: [
        'Kassan fungerar fortfarande inte. Svara senast den 27 november.',
        '',
        'Den 20 nov. 2026 kl. 16:00 skrev Bo Lind <bo@kvistbro.example>:',
        '> Det blir tyvärr inte klart i dag, vi återkommer.',
      ],
    }),
  ),
]

async function atMails(page: Page): Promise<string> {
  await page.clock.setFixedTime(new Date('2026-11-28T09:00:00+01:00'))
  await chooseLanguage(page, 'sv')
  const address = await newCase(page, sv)
  await visit(page, `${address}/partner/mails`)
  return address
}

test('a thread becomes entries of the log with one question, and goes again with one press', async ({ page }) => {
  const address = await atMails(page)
  await give(page, 'mails', ...THREAD)
  await expect(rows(page)).toHaveCount(3)
  await expect(page.locator('#found')).toBeFocused()
  // Who is who is asked once: the other side follows.
  const partner = page.getByRole('group', { name: sv('sources:mails.who', { sender: 'kvistbro.example' }) })
  await partner.getByLabel(sv('sources:mails.sides.partner')).check()
  await expect(page.locator('mark')).toHaveText([
    'Vi levererar kassan den 20 november.',
    'Det blir tyvärr inte klart i dag, vi återkommer.',
    'Kassan fungerar fortfarande inte.',
    'Svara senast den 27 november.',
  ])
  await page.getByRole('button', { name: sv('sources:mails.add_other', { count: 3 }) }).click()
  await expect(rows(page)).toHaveCount(3)
  await expect(rows(page).nth(0)).toContainText('sista dag 20 november 2026')
  await expect(rows(page).nth(2)).toContainText('svar senast 27 november 2026')
  await page.reload()
  await expect(rows(page)).toHaveCount(3)

  await visit(page, `${address}/partner/mails`)
  await give(page, 'mails', ...THREAD)
  await expect(page.getByText(sv('sources:mails.leftOut.known'))).toHaveCount(3)
  await page.goBack()

  await page.getByRole('button', { name: sv('common:undo') }).click()
  await expect(rows(page)).toHaveCount(0)

  // Who writes is noted.
  await visit(page, `${address}/about/company`)
  await expect(page.getByLabel(sv('about:questions.email.label'))).toHaveValue('anna@nordfjall.example')
})

test('files of every kind are read, and each third that is broken is told by its name', async ({ page }) => {
  await atMails(page)
  const good = (name: string, at: number) =>
    given(name, anEml({ body: [`Besked nummer ${at} om kassan.`], subject: name }))
  const files = Array.from({ length: 9 }, (_, at) =>
    at % 3 === 2 ? given(`trasig-${at}.eml`, at === 2 ? '' : '\u0089PNG\0\0') : good(`mejl-${at}.eml`, at),
  )
  const body = 'Vi återkommer.'
  const sent = { sentAt: Date.UTC(2026, 10, 3, 12), to: ['Anna Ek', 'anna@nordfjall.example'] as const }
  await give(
    page,
    'mails',
    ...files,
    given('outlook.msg', aMsg({ messageClass: 'IPM.Note', subject: 'Häcksax', body, senderName: 'Bo Lind' }, sent)),
    given('mote.ics', aMeeting()),
    given(
      'alla.mbox',
      anMbox(anEml({ body: ['Ett.'] }), anEml({ body: ['Två.'], date: 'Tue, 3 Nov 2026 10:00:00 +0100' })),
    ),
  )
  await expect(rows(page)).toHaveCount(10)
  await expect(page.getByRole('alert')).toContainText(sv('sources:why.empty', { name: 'trasig-2.eml' }))
  await expect(page.getByRole('alert')).toContainText(sv('sources:why.notMail', { name: 'trasig-5.eml' }))
  await expect(rows(page).filter({ hasText: 'Häcksax' })).toContainText(body)
  await expect(rows(page).filter({ hasText: 'Avstämning om kassan' })).toContainText('Möte')
})

test('mails are not called damaged where what reads them does not come @deep', async ({ page, trouble }) => {
  await atMails(page)
  await page.route('**/mail.worker-*.js', (route) => route.abort())
  await give(page, 'mails', ...THREAD)
  await expect(page.getByText(sv('sources:why.notStarted', { name: '1.eml' }))).toBeVisible()
  await page.unrouteAll()
  await give(page, 'mails', ...THREAD)
  await expect(rows(page)).toHaveCount(3)
  trouble.splice(0)
})

test('a mail with scripts, pictures and forms is text, and asks nobody for anything', async ({ page, trouble }) => {
  await atMails(page)
  const html = [
    '<img src="https://tracker.example/p.gif" onerror="document.title=1"><script>document.title=1</script>',
    '<form action="https://evil.example"><button>Klicka</button></form><iframe src="https://evil.example"></iframe>',
    '<p>Kassan kraschar.</p>',
  ].join('')
  await give(page, 'mails', given('1.eml', anEml({ body: [html], type: 'text/html; charset=utf-8' })))
  await expect(rows(page)).toContainText('Kassan kraschar.')
  await expect(page.locator('main img, main form, main iframe')).toHaveCount(0)
  expect(trouble).toEqual([])
})

test('a pasted thread is kept while it is looked at, and is added like files @deep', async ({ page }) => {
  await atMails(page)
  await page.getByText(sv('sources:mails.orPaste')).click()
  const box = page.getByLabel(sv('sources:mails.pasted'))
  await box.fill(
    'Från: Bo Lind <bo@kvistbro.example>\nSkickat: den 12 november 2026\nÄmne: Kassan\n\nVi levererar den 4 december.',
  )
  await page.reload()
  await expect(box).toHaveValue(/levererar/)
  await page.getByLabel(sv('sources:mails.from')).selectOption('partner')
  await page.getByRole('button', { name: sv('sources:mails.add_one', { count: 1 }) }).click()
  await expect(rows(page)).toContainText('sista dag 4 december 2026')
})

const SCOPE = aPdfOf([
  [
    { x: 72, y: 740, text: 'Omfattning', size: 20, isBold: true },
    { x: 72, y: 700, text: 'Datum: 2026-03-12' },
    { x: 72, y: 660, text: '4.2 Kassa', size: 14, isBold: true },
    ...linesAt(72, 630, ['Gästköp ingår. Byrån levererar kassan senast den 12 juni 2026.']),
    { x: 72, y: 560, text: '6.1 Leveransplan', size: 14, isBold: true },
    ...linesAt(72, 530, ['Leverans']),
    ...linesAt(272, 530, ['Klart senast']),
    ...linesAt(72, 500, ['Sök']),
    ...linesAt(272, 500, ['2026-06-05']),
    ...linesAt(72, 470, ['Presentkort']),
    ...linesAt(272, 470, ['2026-06-19']),
  ],
])

test('sentences and rows of a scope document become deliverables, by keyboard, with where they stand', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2026-11-28T09:00:00+01:00'))
  await chooseLanguage(page, 'sv')
  const address = await newCase(page, sv)
  await visit(page, `${address}/scope/deliverables`)
  // Given to the list itself.
  await page.locator('.drop input[type=file]').setInputFiles(given('avtal.pdf', SCOPE))
  await expect(page.locator('#read')).toHaveText('Omfattning')
  await page.locator('.sentence').first().focus()
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('ArrowDown')
  await expect(page.locator('.sentence:focus')).toHaveText('Byrån levererar kassan senast den 12 juni 2026.')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: sv('sources:document.allRows_other', { count: 2 }) }).click()
  await page.getByRole('button', { name: sv('sources:document.add_other', { count: 3 }) }).click()
  await expect(rows(page)).toHaveCount(3)
  // What they all lack is asked at once.
  await page.getByLabel(/^Kassan: /).selectOption('late')
  await expect(rows(page).first()).toContainText('Kassa')
  await expect(rows(page).first()).toContainText(sv('scope:questions.deliverables.status.choices.late').slice(0, 6))
  await page.getByRole('link', { name: 'Kassan', exact: true }).click()
  await expect(page.getByLabel(sv('scope:questions.deliverables.reference.label'))).toHaveValue('Avsnitt 4.2, sidan 1')
  await expect(page.getByLabel(sv('scope:questions.deliverables.promised.label'))).toHaveValue('2026-06-12')
  await expect(page.getByLabel(sv('scope:questions.deliverables.quote.label'))).toHaveValue(
    'Byrån levererar kassan senast den 12 juni 2026.',
  )
  await visit(page, `${address}/scope/document`)
  await expect(page.getByLabel(sv('scope:questions.documentTitle.label'))).toHaveValue('Omfattning')
  await expect(page.getByLabel(sv('scope:questions.documentDate.label'))).toHaveValue('2026-03-12')
  await expect(page.getByLabel(sv('scope:questions.reviewedOn.label'))).toHaveValue('2026-11-28')
})

/** A new case whose scope document has been pasted and read. */
async function withPasted(page: Page, text: string): Promise<string> {
  await chooseLanguage(page, 'sv')
  const address = await newCase(page, sv)
  await visit(page, `${address}/scope/read`)
  await page.getByText(sv('sources:document.orPaste')).click()
  await page.getByLabel(sv('sources:document.pasted')).fill(text)
  await page.getByRole('button', { name: sv('sources:document.readPasted') }).click()
  return address
}

test('another version says what has changed, and a deliverable is given its sentence @deep', async ({ page }) => {
  const address = await withPasted(page, '4.2 Kassa\n\nByrån levererar kassan senast den 12 juni 2026.\n')
  await page.getByRole('button', { name: /levererar kassan/ }).click()
  await page.getByRole('button', { name: sv('sources:document.add_one', { count: 1 }) }).click()
  await expect(rows(page)).toHaveCount(1)

  await visit(page, `${address}/scope/read`)
  const newer = aDocx({
    body: paragraph('Byrån levererar kassan senast den 11 september 2026.') + paragraph('Gästköp ingår.'),
  })
  await page.getByText(sv('sources:another')).click()
  await give(page, 'document', given('avtal-2.docx', newer))
  await page.getByText('Gästköp ingår.').waitFor()
  await page.getByText(sv('sources:document.known_one', { count: 1 })).click()
  await expect(page.locator('#known')).toContainText('11 september 2026')
  await page.getByRole('button', { name: sv('sources:document.useNew') }).click()
  await expect(page.locator('#known')).toContainText('står här')

  // Nothing fits: it has been read all the same.
  await page.getByRole('button', { name: sv('sources:document.nothingFits') }).click()
  await expect(page.getByLabel(sv('scope:questions.reviewedOn.label'))).not.toHaveValue('')
})

test('a document that cannot be read says why, and what to do @deep', async ({ page }) => {
  await chooseLanguage(page, 'sv')
  const address = await newCase(page, sv)
  await visit(page, `${address}/scope/read`)
  const why = (reason: string, name: string) =>
    expect(page.getByRole('alert')).toHaveText(sv(`sources:document.why.${reason}`, { name }))
  await give(page, 'document', given('skannad.pdf', aPdfOf([[], []])))
  await why('scan', 'skannad.pdf')
  await give(page, 'document', given('gammal.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])))
  await why('oldWord', 'gammal.doc')
  await give(page, 'document', given('bild.png', '\u0089PNG\0\0'))
  await why('notDocument', 'bild.png')
})

const TICKETS =
  'Ärende;Rubrik;Skapad;Status\nÄ-1;Kassan kraschar;2026-11-14;Öppen\nÄ-2;Sök saknas;2026-11-12;Ny\nÄ-3;Annat;2026-11-10;Ny\n'

test('tickets that are ticked become examples, which are gone through one after the other', async ({ page }) => {
  await chooseLanguage(page, 'sv')
  const address = await newCase(page, sv)
  await visit(page, `${address}/examples/items`)
  await page.locator('.drop input[type=file]').setInputFiles(given('lista.csv', TICKETS))
  await expect(rows(page)).toHaveCount(3)
  await page.getByLabel('Ä-1 · Kassan kraschar').check()
  await page.getByLabel('Ä-2 · Sök saknas').check()
  // Another page may be looked at meanwhile.
  await page.goBack()
  await page.goForward()
  await expect(page.getByLabel('Ä-2 · Sök saknas')).toBeChecked()
  await page.getByRole('button', { name: sv('sources:tickets.add_other', { count: 2 }) }).click()
  const title = page.getByLabel(sv('examples:questions.items.title.label'))
  await expect(title).toHaveValue('Kassan kraschar')
  await expect(page.getByLabel(sv('examples:questions.items.evidenceText.label'))).toHaveValue('Ä-1')
  await page.getByRole('button', { name: sv('examples:lists.items.save'), exact: true }).click()
  await expect(title).toHaveValue('Sök saknas')
  await page.getByRole('button', { name: sv('examples:lists.items.save'), exact: true }).click()
  await expect(heading(page)).toContainText(sv('examples:lists.items.heading'))
  await expect(rows(page)).toHaveCount(2)
})

test('a document that begins with a table is entered by one stop of the tab key @deep', async ({ page }) => {
  await withPasted(page, '| Kund | Nordfjäll |\n| --- | --- |\n| Kassa | 2026-06-12 |\n\nByrån levererar kassan.\n')
  const sentences = page.locator('.sentence')
  await expect(sentences.last()).toHaveText('Byrån levererar kassan.')
  await expect(page.locator('.sentence[tabindex="0"]')).toHaveCount(1)
  await page.getByRole('button', { name: sv('sources:document.nothingFits') }).focus()
  await page.keyboard.press('Shift+Tab')
  if ((await page.locator('.sentence:focus').count()) === 0) await page.keyboard.press('Shift+Tab')
  await expect(sentences.first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(sentences.nth(1)).toBeFocused()
})

test('whoever is going through tickets that became examples is not led to one that was removed @deep', async ({
  page,
}) => {
  await chooseLanguage(page, 'sv')
  const address = await newCase(page, sv)
  await visit(page, `${address}/examples/items`)
  await page.locator('.drop input[type=file]').setInputFiles(given('lista.csv', TICKETS))
  for (const name of ['Ä-1 · Kassan kraschar', 'Ä-2 · Sök saknas', 'Ä-3 · Annat']) await page.getByLabel(name).check()
  await page.getByRole('button', { name: sv('sources:tickets.add_other', { count: 3 }) }).click()
  const title = page.getByLabel(sv('examples:questions.items.title.label'))
  await expect(title).toHaveValue('Kassan kraschar')
  await page
    .getByRole('main')
    .getByRole('link', { name: sv('common:back'), exact: true })
    .click()
  await page.getByRole('button', { name: `${sv('common:remove')} Sök saknas` }).click()
  await page.getByRole('button', { name: `${sv('common:undo')} Sök saknas` }).waitFor()
  await page.goBack()
  await expect(title).toHaveValue('Kassan kraschar')
  await page.getByRole('button', { name: sv('examples:lists.items.save'), exact: true }).click()
  await expect(title).toHaveValue('Annat')
})

test('a list of tickets that was chosen by mistake does not replace the right one when it comes later @deep', async ({
  page,
}) => {
  await chooseLanguage(page, 'sv')
  const address = await newCase(page, sv)
  await visit(page, `${address}/examples/tickets`)
  await page.getByLabel(sv('sources:tickets.choose')).waitFor()
  // What the first worker has to say is held back until the test lets it come.
  await page.evaluate(() => {
    const { set } = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage') ?? {}
    let isFirst = true
    Object.defineProperty(Worker.prototype, 'onmessage', {
      set(this: Worker, hear: (event: MessageEvent) => void) {
        const held = (event: MessageEvent) => Object.assign(window, { letCome: () => hear(event) })
        set?.call(this, isFirst ? held : hear)
        isFirst = false
      },
    })
  })
  await give(page, 'tickets', given('fel.csv', TICKETS))
  await page.waitForFunction(() => 'letCome' in window)
  await give(page, 'tickets', given('rätt.csv', 'Ärende;Rubrik\nÄ-9;Frakten saknas\n'))
  await expect(rows(page)).toHaveCount(1)
  await page.evaluate(async () => {
    ;(window as unknown as { letCome(): void }).letCome()
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    for (let frames = 0; frames < 5; frames += 1) await frame()
  })
  await expect(rows(page)).toHaveCount(1)
  await expect(page.getByLabel('Ä-9 · Frakten saknas')).toBeVisible()
})

test('a sender whose side is corrected stays in its place @deep', async ({ page }) => {
  const address = await atMails(page)
  await give(page, 'mails', ...THREAD)
  const sideOf = (sender: string) => page.getByRole('group', { name: sv('sources:mails.who', { sender }) })
  await sideOf('kvistbro.example').getByLabel(sv('sources:mails.sides.partner')).check()
  await expect(sideOf('kvistbro.example')).toBeVisible()
  await page.getByRole('button', { name: sv('sources:mails.add_other', { count: 3 }) }).click()
  await expect(rows(page)).toHaveCount(3)

  // The case tells now who Anna is.
  await visit(page, `${address}/partner/mails`)
  await give(page, 'mails', ...THREAD)
  const known = page.locator('details', { hasText: sv('sources:mails.who', { sender: 'nordfjall.example' }) })
  await known.locator('summary').click()
  const other = sideOf('nordfjall.example').getByLabel(sv('sources:mails.sides.other'))
  await other.check()
  await expect(other).toBeFocused()
  await expect(known).toHaveCount(1)
})
