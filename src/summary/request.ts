import { requestIn } from '../domain/areas/request/requestIn.ts'
import type { Conclusion } from '../domain/assessment/conclusion.ts'
import { answerOrNull } from '../domain/case/answer.ts'
import { nextForReader, resultOf, saidWords } from '../i18n/assessmentWords.ts'
import { questionWords } from '../i18n/questionWords.ts'
import { type Block, heading, lines, paragraph, section } from './blocks.ts'
import { code, joined, own, quiet, type SummaryInput, strong } from './spans.ts'

/** Room on the first page, in characters. */
const ROOM = { summary: 300, ask: 280, reason: 90, settledWhen: 140, figure: 90, whyAnyway: 160 }

export function askSection(from: SummaryInput): Block {
  const { sheet, words } = from
  const say = words.translate
  const { settledWhen, wants, by, mayContact } = sheet.report.answers.request
  const { summary, ask } = requestIn(sheet.report.answers.request, words.language)
  // These two, and with them the section, are then in English.
  const isEnglish = ask !== sheet.report.answers.request.ask
  const input = isEnglish ? { ...from, language: 'en' } : from
  const { hardDate } = sheet
  const actBy = answerOrNull(by)
  const said = own(input, ask, ROOM.ask)
  const { choices } = questionWords(words, { path: 'request.wants' })
  const named = (key: string, text: string | null, most: number) => {
    const said = own(input, text, most)
    return said !== null && paragraph(`${say(`sheet:${key}`)}: `, said)
  }
  return section(
    heading(2, say('sheet:ask'), 'sheet-ask'),
    said !== null && { is: 'paragraph', size: 'large', text: [said] },
    said === null && (wants ?? []).length === 0 && paragraph(quiet(say('sheet:noAsk'))),
    (wants ?? []).length > 0 &&
      paragraph(
        ...joined([
          `${say('sheet:wants')}: ${choices(wants ?? [])}.`,
          mayContact !== null && say(`sheet:mayContact.${mayContact}`),
        ]),
      ),
    (wants ?? []).length === 0 && mayContact !== null && paragraph(say(`sheet:mayContact.${mayContact}`)),
    (actBy !== null || hardDate !== null) &&
      paragraph(
        ...joined([
          actBy !== null && strong(`${say('sheet:byWhen', { date: words.formats.date(actBy) })}.`),
          hardDate !== null && strong(`${say('sheet:hardDate', { date: words.formats.date(hardDate.date) })}.`),
          hardDate !== null && own(input, hardDate.reason, ROOM.reason),
        ]),
      ),
    named('summary', summary, ROOM.summary),
    named('settledWhen', settledWhen, ROOM.settledWhen),
  )
}

export function impactSection(input: SummaryInput): Block {
  const { sheet, words } = input
  const say = words.translate
  const { effect, figures } = sheet.impact
  const { choice } = questionWords(words, { path: 'examples.items.*.effect' })
  return section(
    heading(2, say('sheet:impact'), 'sheet-impact'),
    effect !== null && paragraph(strong(choice(effect))),
    effect === null && figures.length === 0 && paragraph(say('sheet:noImpact')),
    figures.length === 0
      ? paragraph(quiet(say('sheet:noFigures')))
      : lines(figures.map((row) => joined([code(`E${row.code}`), own(input, row.impact, ROOM.figure)]))),
  )
}

/** Whose turn it is and why, in sentences that say only what the customer has said. */
export function outcomeSection(input: SummaryInput): Block {
  const { sheet, words } = input
  const say = words.translate
  const { assessment, answers } = sheet.report
  const { open, settled } = assessment
  const why = own(input, answers.request.whyAnyway, ROOM.whyAnyway)
  const conclusions = [...settled, ...open.flatMap(({ reasons }) => reasons)].sort(inOrderOfPractices)
  const said = [...new Set(conclusions.flatMap((conclusion) => saidWords(words, conclusion) ?? []))]
  const openLines = open.map(({ action, until, reasons }) => {
    const name = nextForReader(words, { next: action, until, isOpen: false })
    return [{ text: name + codesOf(reasons.map(({ texts }) => texts?.code)) }]
  })
  return section(
    heading(2, say('sheet:outcome'), 'sheet-outcome'),
    paragraph(
      strong(`${say(`sheet:turn.${assessment.turn}`)}. ${nextForReader(words, resultOf(assessment))}.`),
      ` ${said.map(asSentence).join(' ')}`,
    ),
    open.length > 1 && paragraph(strong(say('sheet:openHeading'))),
    open.length > 1 && lines(openLines),
    why !== null && paragraph(`${say('sheet:whyAnyway')}: `, why),
  )
}

/** One that ends in the customer's own words may lack its full stop. */
const asSentence = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`)

const PRACTICES = ['scope', 'added', 'partner', 'examples']
const practiceOf = ({ rule }: Conclusion) => PRACTICES.indexOf(rule.split('.')[0] ?? '')
const inOrderOfPractices = (a: Conclusion, b: Conclusion) => practiceOf(a) - practiceOf(b)

/** Which rows an open point is about; the rest is on the following pages. */
function codesOf(codes: readonly (string | undefined)[]): string {
  const named = [...new Set(codes.filter((each) => each !== undefined))]
  if (named.length === 0) return ''
  return ` (${named.slice(0, 6).join(', ')}${named.length > 6 ? ' …' : ''})`
}
