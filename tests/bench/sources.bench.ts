import type { Page } from '@playwright/test'
import { newCase, test, visit, wordsOf } from '../e2e/guide.ts'
import { aPdfOf } from '../support/aDocument.ts'
import { anEml, anMbox } from '../support/mailFiles.ts'
import { inTime, longestTask, median, report, watchLongTasks } from './measuring.ts'

const sv = wordsOf('sv')
const ROUNDS = Number(process.env.ROUNDS ?? 5)
const LINES_ON_A_PAGE = 45

const mail = (at: number) =>
  anEml({
    from: at % 2 === 0 ? 'Anna Ek <anna@nordfjall.example>' : 'Bo Lind <bo@kvistbro.example>',
    to: at % 2 === 0 ? 'Bo Lind <bo@kvistbro.example>' : 'Anna Ek <anna@nordfjall.example>',
    date: `${(at % 27) + 1} ${['Jan', 'Mar', 'May', 'Jul', 'Sep'][at % 5]} 2026 ${String(at % 24).padStart(2, '0')}:00:00 +0100`,
    subject: `Ärende ${at}: kassan`,
    body: [
      `Hej! Det gäller ärende ${at}. Kassan fungerar fortfarande inte som avtalat i avsnitt 4.2.`,
      `Vi levererar den ${(at % 27) + 1} december.`,
      ...[
        '',
        'Mvh',
        'Anna',
        '',
        'Den 1 jan. 2026 kl. 08:00 skrev Bo Lind <bo@kvistbro.example>:',
        `> Svar om ärende ${at}.`,
      ],
    ],
  })

const document = aPdfOf(
  Array.from({ length: 60 }, (_, page) => [
    { x: 72, y: 770, text: `${page + 1}.1 Leverans ${page + 1}`, size: 14, isBold: true },
    ...Array.from({ length: LINES_ON_A_PAGE }, (_line, at) => ({
      ...{ x: 72, y: 740 - at * 15 },
      text: `Byrån levererar del ${page + 1}.${at + 1} senast den ${(at % 27) + 1} december 2026, enligt bilagan.`,
    })),
  ]),
)

const file = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})

/** From the press that opens the files until what they hold is there, and the longest time that the page was busy. */
async function given(page: Page, at: string, id: string, files: ReturnType<typeof file>[], until: string) {
  const times: number[] = []
  let busy = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    await visit(page, at)
    await page.reload()
    await page.locator(`#${id}`).waitFor({ state: 'attached' })
    await watchLongTasks(page)
    times.push(
      await inTime(async () => {
        await page.locator(`#${id}`).setInputFiles(files)
        await page.locator(until).first().waitFor()
      }),
    )
    busy = Math.max(busy, await longestTask(page))
  }
  return [median(times), busy] as const
}

test('mails and documents that somebody has', async ({ page }) => {
  test.setTimeout(600_000)
  const address = await newCase(page, sv)
  report(['what is read', 'there after, ms', 'page busy at most, ms'])
  report(['---', '--:', '--:'])
  const few = Array.from({ length: 14 }, (_, at) => file(`${at}.eml`, mail(at)))
  report(['14 files of mail', ...(await given(page, `${address}/partner/mails`, 'mails', few, '.proposals'))])
  const many = [file('alla.mbox', anMbox(...Array.from({ length: 1_000 }, (_, at) => mail(at))))]
  report(['a mailbox of 1,000', ...(await given(page, `${address}/partner/mails`, 'mails', many, '.proposals'))])
  const pdf = [file('avtal.pdf', document)]
  report(['a PDF of 60 pages', ...(await given(page, `${address}/scope/read`, 'document', pdf, '.document'))])
})
