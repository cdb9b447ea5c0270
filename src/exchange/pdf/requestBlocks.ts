import { outcomeWords } from '../../i18n/assessmentWords.ts'
import { questionWords } from '../../i18n/questionWords.ts'
import type { Block } from './blocks.ts'
import type { SheetInput } from './sheetDocument.ts'
import { heading, joined, ownWords, paragraph, plain, quiet, strong } from './spans.ts'

/** Room on the first page, in characters. */
const ROOM = { ask: 280, reason: 90, summary: 300, settled: 140, figure: 90, why: 160 }

/** What the customer asks for, and by when. */
export function askBlocks(input: SheetInput): readonly Block[] {
  const { sheet, words } = input
  const say = words.translate
  const { summary, ask, settledWhen } = sheet.report.answers.request
  const { hardDate } = sheet
  const wish = ownWords(input, ask, ROOM.ask) ?? quiet(say('sheet:noAsk'))
  const about = ownWords(input, summary, ROOM.summary)
  const settled = ownWords(input, settledWhen, ROOM.settled)
  return [
    heading(say('sheet:ask')),
    { is: 'paragraph', size: 'large', text: [wish] },
    hardDate === null
      ? paragraph(plain(say('sheet:noDate')))
      : paragraph(
          ...joined(
            strong(say('sheet:byWhen', { date: words.formats.date(hardDate.date) })),
            ownWords(input, hardDate.reason, ROOM.reason),
          ),
        ),
    ...(about === null ? [] : [paragraph(plain(`${say('sheet:summary')}: `), about)]),
    ...(settled === null ? [] : [paragraph(plain(`${say('sheet:settledWhen')}: `), settled)]),
  ]
}

/** What it has led to. */
export function impactBlocks(input: SheetInput): readonly Block[] {
  const { sheet, words } = input
  const say = words.translate
  const { effect, figures } = sheet.impact
  const { choice } = questionWords(words, { path: 'examples.items.*.effect' })
  return [
    heading(say('sheet:impact')),
    ...(effect === null ? [] : [paragraph(strong(choice(effect)))]),
    ...(effect === null && figures.length === 0 ? [paragraph(plain(say('sheet:noImpact')))] : []),
    figures.length === 0
      ? paragraph(quiet(say('sheet:noFigures')))
      : {
          is: 'list',
          items: figures.map((row) =>
            joined(plain(`E${row.code}`), ownWords(input, row.impact, ROOM.figure)),
          ),
        },
  ]
}

const PRACTICES = ['scope', 'added', 'partner', 'examples'] as const

/** Whether it is ready, why, and what is open. */
export function outcomeBlocks(input: SheetInput): readonly Block[] {
  const { sheet, words } = input
  const say = words.translate
  const { assessment, answers } = sheet.report
  const { outcome, until, open, states, warranted } = assessment
  const said = outcomeWords(words, outcome, until, 'sheet:outcomes')
  const why = ownWords(input, answers.request.whyAnyway, ROOM.why)
  const codes = (reasons: (typeof open)[number]['reasons']) => {
    const named = [...new Set(reasons.map(({ texts }) => texts?.code).filter((code) => code !== undefined))]
    return named.length === 0 ? '' : ` (${named.slice(0, 6).join(', ')}${named.length > 6 ? ' …' : ''})`
  }
  return [
    heading(say('sheet:outcome')),
    paragraph(
      ...joined(
        strong(`${said.heading}.`),
        plain(said.text),
        warranted && outcome !== 'READY' && states.partner !== 'NA' && plain(say('review:warranted')),
      ),
    ),
    {
      is: 'list',
      items: PRACTICES.map((practice) => [
        quiet(`${say(`sheet:practice.${practice}.label`)}: `),
        plain(say(`sheet:practice.${practice}.${states[practice]}`)),
      ]),
    },
    ...(open.length > 1
      ? [
          paragraph(strong(say('sheet:openHeading'))),
          {
            is: 'list' as const,
            items: open.map(({ action, until: day, reasons }) => [
              plain(outcomeWords(words, action, day, 'sheet:outcomes').heading + codes(reasons)),
            ]),
          },
        ]
      : []),
    ...(why === null ? [] : [paragraph(plain(`${say('sheet:whyAnyway')}: `), why)]),
  ]
}
