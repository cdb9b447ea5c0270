import type { DatedContact } from '../../domain/areas/partner/contactLog.ts'
import type { Deliverable } from '../../domain/areas/scope/schema.ts'
import { known, written } from '../../domain/case/answer.ts'
import { FRONT } from '../../domain/report/sheet.ts'
import { questionWords } from '../../i18n/questionWords.ts'
import type { Block, Text } from './blocks.ts'
import type { SheetInput } from './sheetDocument.ts'
import { heading, joined, ownWords, paragraph, plain, quiet, strong } from './spans.ts'

/** Room on the first page, in characters. */
const ROOM = { document: 90, title: 60, quote: 120, reference: 40, message: 75, person: 30, said: 200 }

/** What the scope document says of each deliverable that is in question, with the quoted sentence. */
export function scopeBlocks(input: SheetInput): readonly Block[] {
  const { sheet, words } = input
  const say = words.translate
  const { scope } = sheet.report.answers
  const reviewed = known(scope.reviewedOn)
  const documented = written(scope.documentTitle) !== null || reviewed !== null
  const shown = sheet.findings.slice(0, FRONT.findings)
  const more = sheet.findings.length - shown.length
  const when =
    reviewed === null
      ? say('sheet:notReviewed')
      : say('sheet:reviewed', { date: words.formats.date(reviewed) })
  return [
    heading(say('sheet:scope')),
    ...(scope.noDocument === true ? [paragraph(plain(say('sheet:noDocument')))] : []),
    ...(documented
      ? [
          paragraph(
            plain(`${say('sheet:document')}: `),
            ownWords(input, scope.documentTitle, ROOM.document) ?? quiet(say('common:notProvided')),
            plain(`, ${when}`),
          ),
        ]
      : []),
    ...(shown.length === 0 ? [paragraph(quiet(say('sheet:noAffected')))] : []),
    ...shown.map((row) => paragraph(...findingText(input, row))),
    ...(more > 0 ? [paragraph(quiet(say('sheet:more', { count: more })))] : []),
  ]
}

function findingText(input: SheetInput, row: Deliverable): Text {
  const say = input.words.translate
  const title = ownWords(input, row.title, ROOM.title) ?? quiet(say('sheet:line.untitled'))
  const reference = ownWords(input, row.reference, ROOM.reference)
  const quote = ownWords(input, row.quote, ROOM.quote)
  const acceptance = ownWords(input, row.acceptance, ROOM.quote)
  const approved =
    acceptance === null
      ? [quiet(say('sheet:noQuote'))]
      : [plain(`${say('sheet:approvedWhen')}: `), acceptance]
  return [
    plain(`S${row.code} `),
    title,
    plain(': '),
    strong(say(`sheet:finding.${row.inScope ?? 'none'}`)),
    ...(reference === null ? [] : [plain(' ('), reference, plain(')')]),
    plain('\n'),
    ...(quote === null ? approved : [{ ...quote, text: `”${quote.text}”` }]),
  ]
}

/** Who wrote when, at most five lines, and what the partner said last. */
export function contactBlocks(input: SheetInput): readonly Block[] {
  const { sheet, words } = input
  const say = words.translate
  const { shown, others, partnerSaid } = sheet.contacts
  return [
    heading(say('sheet:contacts')),
    ...(shown.length === 0 ? [paragraph(quiet(say('sheet:noContacts')))] : []),
    ...(shown.length === 0
      ? []
      : [{ is: 'list' as const, items: shown.map((row) => contactText(input, row)) }]),
    ...(others > 0 ? [paragraph(quiet(say('sheet:more', { count: others })))] : []),
    ...(shown.length === 0 ? [] : [paragraph(...saidText(input, partnerSaid))]),
  ]
}

function contactText(input: SheetInput, row: DatedContact): Text {
  const say = input.words.translate
  const { short } = questionWords(input.words, { path: 'partner.log.*.channel' })
  const person = ownWords(input, row.person, ROOM.person)
  return [
    plain(`${row.date} `),
    strong(say(`sheet:from.${row.from ?? 'none'}`)),
    ...(person === null ? [] : [plain(' ('), person, plain(')')]),
    plain(`${row.channel === null ? '' : `, ${short(row.channel).toLowerCase()}`}: `),
    ownWords(input, row.text, ROOM.message) ?? quiet(say('sheet:noText')),
  ]
}

function saidText(input: SheetInput, row: DatedContact | null): Text {
  const { words } = input
  const say = words.translate
  if (row === null) return [strong(say('sheet:partnerSilent'))]
  const { short } = questionWords(words, { path: 'partner.log.*.answer' })
  const promised = known(row.promised)
  const date = promised === null ? '' : `: ${words.formats.date(promised)}`
  return joined(
    strong(`${say('sheet:partnerSaid', { date: words.formats.date(row.date) })}:`),
    ownWords(input, row.text, ROOM.said) ?? quiet(say('sheet:noText')),
    row.answer !== null && plain(`(${short(row.answer)}${date})`),
  )
}
