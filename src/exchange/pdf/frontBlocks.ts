import { lacksOf } from '../../domain/areas/examples/lacks.ts'
import type { Example } from '../../domain/areas/examples/schema.ts'
import { known, written } from '../../domain/case/answer.ts'
import { contactOf, FRONT } from '../../domain/report/sheet.ts'
import { questionWords } from '../../i18n/questionWords.ts'
import { scheduleSentences } from '../../i18n/scheduleWords.ts'
import { ownWordsKey } from '../../i18n/sheetFormats.ts'
import { shopLine } from '../../i18n/sheetWords.ts'
import type { Block, Text } from './blocks.ts'
import { drawingBlocks } from './drawingBlocks.ts'
import { contactBlocks, scopeBlocks } from './factBlocks.ts'
import { askBlocks, impactBlocks, outcomeBlocks } from './requestBlocks.ts'
import type { SheetInput } from './sheetDocument.ts'
import { heading, joined, ownWords, paragraph, plain, quiet, strong } from './spans.ts'

/** Room on the first page, in characters. */
const ROOM = { company: 60, part: 110, where: 55, side: 220 }

/** The first page of the sheet, in the order in which it is read. */
export function frontBlocks(input: SheetInput): readonly Block[] {
  const { sheet, words, reader } = input
  const say = words.translate
  const isForPartner = reader === 'partner'
  return [
    ...headBlocks(input),
    ...(isForPartner
      ? []
      : [
          ...askBlocks(input),
          { is: 'columns' as const, columns: [impactBlocks(input), outcomeBlocks(input)] },
        ]),
    heading(say('sheet:line.heading')),
    paragraph(
      ...scheduleSentences(words, sheet.schedule, sheet.hardDate).map(({ text }) => strong(`${text} `)),
    ),
    ...drawingBlocks(input),
    { is: 'columns', columns: [scopeBlocks(input), contactBlocks(input)] },
    ...exampleBlocks(input),
    ...(isForPartner
      ? []
      : [{ is: 'columns' as const, columns: [notAnsweredBlocks(input), ourSideBlocks(input)] }]),
    { is: 'rule', heavy: false },
    { is: 'paragraph', size: 'small', text: footText(input) },
  ]
}

function headBlocks(input: SheetInput): readonly Block[] {
  const { sheet, words, caseCode, revision, reader } = input
  const say = words.translate
  const { about } = sheet.report.answers
  const contact = contactOf(about)
  const origin = [
    say(reader === 'partner' ? 'sheet:headingForPartner' : 'sheet:kicker'),
    say('sheet:standing', { date: words.formats.date(sheet.schedule.asOf) }),
    say('sheet:caseCode', { code: caseCode }),
    ...(revision === null ? [] : [say('sheet:revision', { revision })]),
  ]
  const company = ownWords(input, about.company, ROOM.company) ?? plain(say('sheet:unnamed'))
  return [
    { is: 'paragraph', size: 'small', text: [quiet(origin.join(' · '))] },
    { is: 'heading', level: 1, text: [company] },
    { is: 'paragraph', size: 'small', text: [quiet(shopLine(words, sheet.report.answers))] },
    ...(contact.length > 0
      ? [
          {
            is: 'paragraph' as const,
            size: 'small' as const,
            text: [quiet(say('sheet:contact', { list: contact.join(', ') }))],
          },
        ]
      : []),
    { is: 'rule', heavy: true },
  ]
}

function exampleBlocks(input: SheetInput): readonly Block[] {
  const { sheet, words, reader } = input
  const say = words.translate
  const { examples } = sheet
  const all = sheet.report.answers.examples.items.length
  const none = quiet(say('common:notProvided'))
  const { short } = questionWords(words, { path: 'examples.items.*.effect' })
  const column = (row: Example): readonly Block[] => {
    const day = known(row.date)
    // What is left out for the partner is not missing.
    const missing = reader === 'partner' ? [] : lacksOf(row)
    const lacks = missing.map((lack) => say(`examples:lists.items.lacks.${lack}`))
    const facts = [
      day === null ? null : quiet(day),
      ownWords(input, row.period, ROOM.where),
      ownWords(input, written(row.where) ?? row.evidenceText, ROOM.where),
      row.effect === null ? null : quiet(short(row.effect)),
      lacks.length === 0 ? null : quiet(words.formats.list(lacks)),
    ].filter((fact) => fact !== null)
    return [
      {
        is: 'heading',
        level: 3,
        text: joined(strong(`E${row.code}`), ownWords(input, row.title, 60) ?? quiet(say('sheet:noText'))),
      },
      paragraph(plain(`${say('sheet:expected')}: `), ownWords(input, row.expected, ROOM.part) ?? none),
      paragraph(plain(`${say('sheet:actual')}: `), ownWords(input, row.actual, ROOM.part) ?? none),
      {
        is: 'paragraph',
        size: 'small',
        text: facts.flatMap((fact, at) => (at === 0 ? [fact] : [quiet(' · '), fact])),
      },
    ]
  }
  return [
    heading(say('sheet:examples', { count: Math.max(examples.length, 1) })),
    ...(examples.length === 0 ? [paragraph(quiet(say('sheet:noExamples')))] : []),
    ...(examples.length === 0 ? [] : [{ is: 'columns' as const, columns: examples.map(column) }]),
    ...(all > examples.length ? [paragraph(quiet(say('sheet:more', { count: all - examples.length })))] : []),
  ]
}

function notAnsweredBlocks({ sheet, words }: SheetInput): readonly Block[] {
  const say = words.translate
  const leftOut = sheet.report.leftOut.length
  const names = sheet.notAnswered.map((question) => questionWords(words, question).label)
  const shown = names.slice(0, FRONT.notAnswered)
  const more = names.length - shown.length
  const text =
    names.length === 0
      ? say('sheet:allAnswered')
      : `${shown.join(' · ')} ${more > 0 ? say('sheet:notAnsweredMore', { count: more }) : ''}`
  return [
    heading(say('sheet:notAnswered')),
    paragraph(plain(text)),
    ...(leftOut > 0 ? [paragraph(plain(say('sheet:leftOut', { count: leftOut })))] : []),
  ]
}

function ourSideBlocks(input: SheetInput): readonly Block[] {
  const say = input.words.translate
  const own = ownWords(input, input.sheet.report.answers.request.ourSide, ROOM.side)
  return [heading(say('sheet:ourSide')), paragraph(own ?? quiet(say('sheet:noOurSide')))]
}

function footText({ words, language, checksum }: SheetInput): Text {
  const say = words.translate
  return joined(
    { text: say(`sheet:ownWords.${ownWordsKey(language)}`), voice: 'own' },
    plain(say('sheet:continues')),
    checksum !== null && quiet(say('sheet:checksum', { checksum })),
  )
}
