import { contactOf, FRONT } from '../domain/report/sheet.ts'
import { questionWords } from '../i18n/questionWords.ts'
import { scheduleSentences } from '../i18n/scheduleWords.ts'
import { ownWordsKey, shopLine } from '../i18n/sheetWords.ts'
import { type Block, heading, listBlock, paragraph, rule, section, small } from './blocks.ts'
import { drawingOf } from './drawing.ts'
import { contactsSection, examplesSection, scopeSection } from './facts.ts'
import type { SummaryInput } from './input.ts'
import { askSection, impactSection, outcomeSection } from './request.ts'
import { joined, own, plain, quiet, strong } from './spans.ts'
import { scheduleTables } from './tables.ts'

/** Room on the first page, in characters. */
const ROOM = { company: 60, ourSide: 220 }

/** The first page, in the order in which it is read. */
export function frontBlocks(input: SummaryInput): readonly Block[] {
  const isForPartner = input.reader === 'partner'
  const { words, language, checksum } = input
  const say = words.translate
  return [
    headColumns(input),
    rule(true),
    ...(isForPartner ? [] : [askSection(input), columns([impactSection(input)], [outcomeSection(input)])]),
    lineSection(input),
    columns([scopeSection(input)], [contactsSection(input)]),
    examplesSection(input),
    ...(isForPartner ? [] : [columns([notAnsweredSection(input)], [ourSideSection(input)])]),
    rule(false),
    small(
      ...joined(
        { text: say(`sheet:ownWords.${ownWordsKey(language)}`), voice: 'own' },
        plain(say('sheet:continues')),
        checksum !== null && plain(say('sheet:checksum', { checksum })),
      ),
    ),
  ]
}

const columns = (...all: readonly (readonly Block[])[]): Block => ({ is: 'columns', columns: all })

function headColumns(input: SummaryInput): Block {
  const { sheet, words, caseCode, revision, reader } = input
  const say = words.translate
  const { about } = sheet.report.answers
  const contact = contactOf(about)
  const company = own(input, about.company, ROOM.company) ?? plain(say('sheet:unnamed'))
  const origin = [
    say('sheet:standing', { date: words.formats.date(sheet.schedule.asOf) }),
    say('sheet:caseCode', { code: caseCode }),
    ...(revision === null ? [] : [say('sheet:revision', { revision })]),
  ]
  return {
    is: 'columns',
    shares: [3, 1],
    columns: [
      [
        small(plain(say(reader === 'partner' ? 'sheet:headingForPartner' : 'sheet:kicker'))),
        { is: 'heading', level: 1, text: [company], id: 'sheet-company' },
        small(plain(shopLine(words, sheet.report.answers))),
        ...(contact.length > 0 ? [small(plain(say('sheet:contact', { list: contact.join(', ') })))] : []),
      ],
      origin.map((text) => small(plain(text))),
    ],
  }
}

/** The promise line: what it says in words, the drawing, and the same as tables. */
function lineSection(input: SummaryInput): Block {
  const { sheet, words, onScreen } = input
  const say = words.translate
  const { schedule } = sheet
  const drawing = drawingOf(input, sheet)
  const more = schedule.tracks.length - FRONT.tracks
  const undated = words.formats.list(schedule.undated.slice(0, FRONT.tracks).map((track) => track.code))
  const sentences = scheduleSentences(words, schedule, sheet.hardDate)
  return section(
    heading(2, say('sheet:line.heading'), 'line-heading'),
    {
      is: 'list',
      look: 'run',
      items: sentences.map(({ text, dates }) => ({
        text: [strong(text)],
        ...(onScreen &&
          dates.length > 0 && {
            fold: {
              summary: say('sheet:line.showDates'),
              about: text,
              blocks: () => [
                listBlock(
                  'bullets',
                  dates.map((date) => [plain(date)]),
                ),
              ],
            },
          }),
      })),
    },
    drawing !== null && { is: 'drawing', drawing },
    more > 0 && small(plain(say('sheet:more', { count: more }))),
    schedule.undated.length > 0 && small(plain(say('sheet:line.undated', { rows: undated }))),
    onScreen && {
      is: 'fold',
      fold: { summary: say('sheet:line.showTable'), blocks: () => scheduleTables(input, schedule) },
    },
  )
}

/** What was asked and has no answer: a few by name, the rest as a number. */
function notAnsweredSection({ sheet, words }: SummaryInput): Block {
  const say = words.translate
  const leftOut = sheet.report.leftOut.length
  const names = sheet.notAnswered.map((question) => questionWords(words, question).label)
  const shown = names.slice(0, FRONT.notAnswered)
  const more = names.length - shown.length
  return section(
    heading(2, say('sheet:notAnswered'), 'sheet-missing'),
    names.length === 0
      ? paragraph(plain(say('sheet:allAnswered')))
      : paragraph(
          ...joined(plain(shown.join(' · ')), more > 0 && plain(say('sheet:notAnsweredMore', { count: more }))),
        ),
    leftOut > 0 && paragraph(plain(say('sheet:leftOut', { count: leftOut }))),
  )
}

function ourSideSection(input: SummaryInput): Block {
  const say = input.words.translate
  const said = own(input, input.sheet.report.answers.request.ourSide, ROOM.ourSide)
  return section(heading(2, say('sheet:ourSide'), 'sheet-ours'), paragraph(said ?? quiet(say('sheet:noOurSide'))))
}
