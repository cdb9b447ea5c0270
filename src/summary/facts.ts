import type { Example } from '../domain/areas/examples/schema.ts'
import type { DatedContact } from '../domain/areas/partner/contactLog.ts'
import type { Deliverable } from '../domain/areas/scope/schema.ts'
import { answerOrNull, nonBlank } from '../domain/case/answer.ts'
import { FRONT } from '../domain/report/sheet.ts'
import { quoted } from '../i18n/languages.ts'
import { questionWords } from '../i18n/questionWords.ts'
import { type Block, columns, heading, lines, paragraph, section, small } from './blocks.ts'
import { code, joined, own, quiet, type SummaryInput, spansOf, strong, type Text } from './spans.ts'

/** Room on the first page, in characters. */
const ROOM = {
  document: 90,
  title: 60,
  quote: 130,
  reference: 40,
  message: 80,
  person: 30,
  said: 220,
  part: 120,
  where: 60,
}

/** What the scope document says of each deliverable that is in question. */
export function scopeSection(input: SummaryInput): Block {
  const { sheet, words } = input
  const say = words.translate
  const { scope } = sheet.report.answers
  const reviewed = answerOrNull(scope.reviewedOn)
  const isDocumented = nonBlank(scope.documentTitle) !== null || reviewed !== null
  const shown = sheet.findings.slice(0, FRONT.findings)
  const more = sheet.findings.length - shown.length
  const when =
    reviewed === null ? say('sheet:notReviewed') : say('sheet:reviewed', { date: words.formats.date(reviewed) })
  return section(
    heading(2, say('sheet:scope'), 'sheet-scope'),
    scope.noDocument === true && paragraph(say('sheet:noDocument')),
    isDocumented &&
      paragraph(
        `${say('sheet:document')}: `,
        own(input, scope.documentTitle, ROOM.document) ?? quiet(say('common:notProvided')),
        `, ${when}`,
      ),
    shown.length === 0 ? paragraph(quiet(say('sheet:noAffected'))) : lines(shown.map((row) => findingText(input, row))),
    more > 0 && small(say('sheet:more', { count: more })),
  )
}

function findingText(input: SummaryInput, row: Deliverable): Text {
  const say = input.words.translate
  const reference = own(input, row.reference, ROOM.reference)
  const quote = own(input, row.quote, ROOM.quote)
  const acceptance = own(input, row.acceptance, ROOM.quote)
  const approved = acceptance === null ? [quiet(say('sheet:noQuote'))] : [`${say('sheet:approvedWhen')}: `, acceptance]
  return spansOf(
    code(`S${row.code}`),
    ' ',
    own(input, row.title, ROOM.title) ?? quiet(say('sheet:line.untitled')),
    ': ',
    strong(say(`sheet:finding.${row.inScope ?? 'none'}`)),
    ...(reference === null ? [] : [' (', reference, ')']),
    '\n',
    ...(quote === null ? approved : [{ ...quote, text: quoted(input.words.language, quote.text) }]),
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
      : lines(shown.map((row) => contactText(input, row))),
    others > 0 && small(say('sheet:more', { count: others })),
    shown.length > 0 && paragraph(...partnerText(input, partnerSaid)),
  )
}

function contactText(input: SummaryInput, row: DatedContact): Text {
  const say = input.words.translate
  const { short } = questionWords(input.words, { path: 'partner.log.*.channel' })
  const person = own(input, row.person, ROOM.person)
  return spansOf(
    `${row.date} `,
    strong(say(`sheet:from.${row.from ?? 'none'}`)),
    ...(person === null ? [] : [' (', person, ')']),
    `${row.channel === null ? '' : `, ${short(row.channel).toLowerCase()}`}: `,
    own(input, row.text, ROOM.message) ?? quiet(say('sheet:noText')),
  )
}

function partnerText(input: SummaryInput, row: DatedContact | null): Text {
  const { words } = input
  const say = words.translate
  if (row === null) return [strong(say('sheet:partnerSilent'))]
  const promised = answerOrNull(row.promised)
  const date = promised === null ? '' : `: ${words.formats.date(promised)}`
  const kind = row.answer === 'auto' && row.autoSays !== null ? row.autoSays : row.answer
  return joined([
    strong(`${say('sheet:partnerSaid', { date: words.formats.date(row.date) })}:`),
    own(input, row.text, ROOM.said) ?? quiet(say('sheet:noText')),
    kind !== null && `(${say(`sheet:answers.${kind}`)}${date})`,
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
  const { words } = input
  const say = words.translate
  const { short } = questionWords(words, { path: 'examples.items.*.effect' })
  const told = (key: 'expected' | 'actual') =>
    paragraph(`${say(`sheet:${key}`)}: `, own(input, row[key], ROOM.part) ?? quiet(say('common:notProvided')))
  const facts = [
    answerOrNull(row.date),
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
    small(...joined(facts, ' · ')),
  ]
}
