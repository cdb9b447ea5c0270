import type { Addition } from '../domain/areas/added/schema.ts'
import type { Example } from '../domain/areas/examples/schema.ts'
import type { DatedContact } from '../domain/areas/partner/contactLog.ts'
import { agreedDate, isAgreedOn } from '../domain/areas/scope/affected.ts'
import type { Deliverable } from '../domain/areas/scope/schema.ts'
import { answerOrNull, nonBlank } from '../domain/case/answer.ts'
import { FRONT } from '../domain/report/sheet.ts'
import { quoted } from '../i18n/languages.ts'
import { questionWords } from '../i18n/questionWords.ts'
import { DOT, kindOfAnswer } from '../i18n/sheetWords.ts'
import { type Block, columns, heading, lines, paragraph, section, small } from './blocks.ts'
import { code, joined, own, quiet, type SummaryInput, spansOf, strong, type Text } from './spans.ts'

/** Room on the first page, in characters. */
const ROOM = {
  document: 90,
  lacking: 90,
  title: 60,
  quote: 130,
  reference: 40,
  message: 80,
  person: 30,
  said: 220,
  part: 120,
  where: 60,
}

/** What was agreed on each deliverable that is in question, and where. */
export function scopeSection(input: SummaryInput): Block {
  const { sheet, words } = input
  const say = words.translate
  const { scope } = sheet.report.answers
  const document = own(input, scope.documentTitle, ROOM.document)
  const shown = sheet.findings.slice(0, FRONT.findings)
  const more = sheet.findings.length - shown.length
  return section(
    heading(2, say('sheet:scope'), 'sheet-scope'),
    scope.noDocument === true && paragraph(say('sheet:noDocument')),
    document !== null && paragraph(`${say('sheet:document')}: `, document),
    shown.length === 0 ? paragraph(quiet(say('sheet:noAffected'))) : lines(shown.map((row) => findingText(input, row))),
    more > 0 && small(say('sheet:more', { count: more })),
  )
}

function findingText(input: SummaryInput, row: Deliverable): Text {
  const say = input.words.translate
  const reference = own(input, row.reference, ROOM.reference)
  const agreedIn = answerOrNull(row.agreedIn)
  const { short } = questionWords(input.words, { path: 'scope.deliverables.*.agreedIn' })
  const where = joined([agreedIn !== null && agreedIn !== 'contract' && short(agreedIn), reference], ', ')
  const quote = own(input, row.quote, ROOM.quote)
  const acceptance = own(input, row.acceptance, ROOM.quote)
  const date = agreedDate(row)
  const moved = (row.moves ?? []).findLast((move) => move.agreed === 'yes' && answerOrNull(move.date) === date)
  const change = own(input, nonBlank(moved?.changeRequest ?? null) ?? row.changeRequest, ROOM.reference)
  const lacking = own(input, row.lacking, ROOM.lacking)
  const approved = acceptance === null ? [quiet(say('sheet:noQuote'))] : [`${say('sheet:approvedWhen')}: `, acceptance]
  return spansOf(
    code(`S${row.code}`),
    ' ',
    own(input, row.title, ROOM.title) ?? quiet(say('sheet:line.untitled')),
    ': ',
    strong(say(`sheet:finding.${row.inScope ?? 'none'}`)),
    ...(where.length === 0 ? [] : [' (', ...where, ')']),
    `, ${agreedText(input, row)}`,
    ...(change === null ? [] : [' (', change, ')']),
    '\n',
    ...(quote === null ? approved : [{ ...quote, text: quoted(input.words.language, quote.text) }]),
    ...(lacking === null ? [] : [`\n${say('sheet:lacking')}: `, lacking]),
  )
}

/** The agreed day in words, and the first one if both moved it. */
function agreedText({ words, sheet }: SummaryInput, row: Deliverable): string {
  const say = (key: string, values = {}) => words.translate(`sheet:${key}`, values)
  const agreed = agreedDate(row)
  const first = answerOrNull(row.promised)
  if (agreed === null || !isAgreedOn(row)) return say('noAgreed')
  const values = { agreed: words.formats.shortDate(agreed, sheet.schedule.asOf) }
  if (first === null || first === 'none' || first === agreed) return say('agreedOn', values)
  return say('agreedMoved', { ...values, first: words.formats.shortDate(first, sheet.schedule.asOf) })
}

export function additionsSection(input: SummaryInput): Block | null {
  const { sheet, words } = input
  const { additions } = sheet
  if (additions.length === 0) return null
  const more = sheet.report.answers.added.items.length - additions.length
  return section(
    heading(2, words.translate('sheet:additions'), 'sheet-additions'),
    lines(additions.map((row) => additionText(input, row))),
    more > 0 && small(words.translate('sheet:more', { count: more })),
  )
}

/** What was added, which the partner may name as the reason. */
function additionText(input: SummaryInput, row: Addition): Text {
  const { words } = input
  const { short } = questionWords(words, { path: 'added.items.*.effect' })
  const days = row.effect === 'delay' ? answerOrNull(row.delayWorkingDays) : null
  const change = own(input, row.changeRequest, ROOM.reference)
  const effect =
    days === null ? row.effect && short(row.effect) : words.translate('sheet:addition.days', { count: days })
  return spansOf(
    code(`A${row.code}`),
    ' ',
    own(input, row.title, ROOM.title) ?? quiet(words.translate('sheet:noText')),
    effect !== null && `: ${effect.charAt(0).toLowerCase()}${effect.slice(1)}`,
    ...(change === null ? [] : [' (', change, ')']),
  )
}

export function contactsSection(input: SummaryInput): Block {
  const { sheet, words } = input
  const say = words.translate
  const { shown, others, partnerSaid } = sheet.contacts
  return section(
    heading(2, say('sheet:contacts'), 'sheet-contacts'),
    shown.length === 0
      ? paragraph(quiet(say(others === 0 ? 'sheet:noContacts' : 'sheet:noDatedContacts')))
      : lines(shown.map((row) => contactText(input, row, row === partnerSaid))),
    others > 0 && small(say('sheet:more', { count: others })),
    partnerSaid === null && shown.length > 0 && paragraph(strong(say('sheet:partnerSilent'))),
    partnerSaid !== null && !shown.includes(partnerSaid) && paragraph(...partnerText(input, partnerSaid)),
  )
}

function contactText(input: SummaryInput, row: DatedContact, isLatest: boolean): Text {
  const say = input.words.translate
  const { short } = questionWords(input.words, { path: 'partner.log.*.channel' })
  const person = own(input, row.person, ROOM.person)
  return spansOf(
    `${input.words.formats.shortDate(row.date, input.sheet.schedule.asOf)} `,
    strong(say(`sheet:from.${row.from ?? 'none'}`)),
    ...(person === null ? [] : [' (', person, ')']),
    `${row.channel === null ? '' : `, ${short(row.channel).toLowerCase()}`}: `,
    own(input, row.text, isLatest ? ROOM.said : ROOM.message) ?? quiet(say('sheet:noText')),
    ...(row.from === 'partner' && (isLatest || nonBlank(row.text) === null)
      ? [' ', kindOfAnswer(input.words, row, input.sheet.schedule.asOf)]
      : []),
  )
}

function partnerText(input: SummaryInput, row: DatedContact): Text {
  const { words, sheet } = input
  const say = words.translate
  return joined([
    strong(`${say('sheet:partnerSaid', { date: words.formats.shortDate(row.date, sheet.schedule.asOf) })}:`),
    own(input, row.text, ROOM.said) ?? quiet(say('sheet:noText')),
    kindOfAnswer(input.words, row, input.sheet.schedule.asOf),
  ])
}

/** The examples that the customer chose for the first page. */
export function examplesSection(input: SummaryInput): Block {
  const { sheet, words } = input
  const say = words.translate
  const { examples } = sheet
  const more = sheet.report.answers.examples.items.length - examples.length
  return section(
    heading(2, say('sheet:examples', { count: Math.max(examples.length, 1) }), 'sheet-examples'),
    examples.length === 0
      ? paragraph(quiet(say('sheet:noExamples')))
      : columns(...examples.map((row) => exampleColumn(input, row))),
    more > 0 && small(say('sheet:more', { count: more })),
  )
}

function exampleColumn(input: SummaryInput, row: Example): readonly Block[] {
  const { words, sheet } = input
  const say = words.translate
  const { short } = questionWords(words, { path: 'examples.items.*.effect' })
  const told = (key: 'expected' | 'actual') =>
    paragraph(`${say(`sheet:${key}`)}: `, own(input, row[key], ROOM.part) ?? quiet(say('common:notProvided')))
  const date = answerOrNull(row.date)
  const facts = [
    date === null ? null : words.formats.shortDate(date, sheet.schedule.asOf),
    own(input, row.period, ROOM.where),
    own(input, nonBlank(row.where) ?? row.evidenceText, ROOM.where),
    row.effect !== null && short(row.effect),
  ]
  return [
    {
      is: 'heading',
      level: 3,
      text: joined([code(`E${row.code}`), own(input, row.title, ROOM.title) ?? quiet(say('sheet:noText'))]),
      id: `sheet-${row.id}`,
    },
    told('expected'),
    told('actual'),
    small(...joined(facts, DOT)),
  ]
}
