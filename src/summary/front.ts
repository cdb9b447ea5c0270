import { FRONT } from '../domain/report/sheet.ts'
import type { Schedule } from '../domain/schedule/schedule.ts'
import type { Track } from '../domain/schedule/track.ts'
import { delayWord, deliveryAndDelay } from '../i18n/scheduleWords.ts'
import { DOT, openQuestionText } from '../i18n/sheetWords.ts'
import { type Block, blocksOf, columns, heading, paragraph, section, small } from './blocks.ts'
import { drawingOf } from './drawing.ts'
import { additionsSection, contactsSection, examplesSection, scopeSection } from './facts.ts'
import { answeredBlock, headBlocks, urgentBlock } from './head.ts'
import { askSection, impactSection, outcomeSection } from './request.ts'
import { code, joined, own, quiet, type Saying, type SummaryInput, spansOf, strong, type Text } from './spans.ts'

/** Room on the first page, in characters. */
const ROOM = { ourSide: 220 }

export function frontBlocks(input: SummaryInput): readonly Block[] {
  const isForPartner = input.reader === 'partner'
  return blocksOf(
    !isForPartner && urgentBlock(input),
    ...headBlocks(input),
    { is: 'rule', heavy: true },
    !isForPartner && answeredBlock(input),
    !isForPartner && askSection(input),
    !isForPartner && columns([impactSection(input)], [outcomeSection(input)]),
    lineSection(input),
    columns([scopeSection(input)], [contactsSection(input)]),
    additionsSection(input),
    ...(isForPartner ? [] : lastSections(input)),
    // Last: where the page is full, they stand behind it as well.
    examplesSection(input),
  )
}

function lineSection(input: SummaryInput): Block {
  const { sheet, words, onScreen } = input
  const say = words.translate
  const { schedule } = sheet
  const drawing = drawingOf(input, sheet)
  const more = schedule.tracks.length - FRONT.tracks
  const undated = words.formats.list(schedule.undated.slice(0, FRONT.tracks).map((track) => track.code))
  const datesFold = (about: string, dates: readonly string[]) => ({
    summary: say('sheet:line.showDates'),
    about,
    blocks: (): readonly Block[] => [
      { is: 'list', look: 'bullets', items: dates.map((date) => ({ text: [{ text: date }] })) },
    ],
  })
  const sentences = deliveryAndDelay(words, schedule)
  return section(
    heading(2, say('sheet:line.heading'), 'line-heading'),
    sentences.length > 0 && {
      is: 'list',
      look: 'run',
      items: sentences.map(({ text, dates }) => ({
        text: [strong(text)],
        ...(onScreen && dates.length > 0 && { fold: datesFold(text, dates) }),
      })),
    },
    drawing !== null && { is: 'drawing', drawing },
    more > 0 && small(say('sheet:more', { count: more })),
    schedule.undated.length > 0 && small(say('sheet:line.undated', { rows: undated })),
    onScreen && {
      is: 'fold',
      fold: { summary: say('sheet:line.showTable'), blocks: () => scheduleTables(input, schedule) },
    },
  )
}

/** A row of a table is never split across pages: limits for a title, in characters, and for dates. */
const TITLE = 120
const MOST_DATES = 12

/** What the promise line draws, as tables: every deliverable, and every silence after a question. */
export function scheduleTables(saying: Saying, { tracks, undated, silences }: Schedule): readonly Block[] {
  const { words } = saying
  const say = (key: string) => words.translate(`sheet:table.${key}`)
  const table = (caption: string, shares: Record<string, number>, rows: readonly (readonly Text[])[]): Block => ({
    is: 'table',
    caption: say(caption),
    columns: Object.entries(shares).map(([key, share]) => ({ name: say(key), share })),
    rows,
  })
  const untitled = quiet(words.translate('sheet:line.untitled'))
  const deliverables = [...tracks, ...undated].map((track) => [
    joined([code(track.code), own(saying, track.title, TITLE) ?? untitled]),
    spansOf(track.first),
    spansOf(track.agreed),
    spansOf(datesOf(track)),
    spansOf(track.delivered ?? (track.here === true && say('dayNotGiven'))),
    spansOf(delayWord(words, track, 'short')),
  ])
  const quietTimes = silences.map(({ code: message, from, to, days, ended }) => [
    spansOf(message),
    spansOf(from),
    spansOf(ended ? to : `${to} (${say('ongoing')})`),
    spansOf(String(days)),
  ])
  const shares = { deliverable: 3, first: 1.2, agreed: 1.2, moves: 1.4, delivered: 1.2, delay: 1 }
  const columns = Object.entries(shares).map(([key, share], at) => ({
    key,
    share,
    cells: deliverables.map((row) => row[at] ?? []),
  }))
  // A column in which nothing stands says less than none.
  const filled = columns.filter(({ cells }) => cells.some((cell) => cell.length > 0))
  return [
    deliverables.length > 0
      ? table(
          'deliverables',
          Object.fromEntries(filled.map(({ key, share }) => [key, share])),
          deliverables.map((_, row) => filled.map(({ cells }) => cells[row] ?? [])),
        )
      : paragraph(words.translate('sheet:line.noDeliverables')),
    quietTimes.length > 0
      ? table('silences', { question: 1, from: 1, to: 2, days: 1 }, quietTimes)
      : paragraph(say('noSilence')),
  ]
}

function datesOf({ moves }: Track): string {
  const own = moves.filter(({ agreed }) => !agreed).map(({ date }) => date)
  const more = own.length - MOST_DATES
  return (more > 0 ? [`+${more}`, ...own.slice(-MOST_DATES)] : own).join(', ')
}

function missingSection({ sheet, words }: SummaryInput): Block {
  const say = words.translate
  const leftOut = sheet.report.leftOut.length
  const names = sheet.notAnswered.map((open) => openQuestionText(words, open))
  const shown = names.slice(0, FRONT.notAnswered)
  const more = names.length - shown.length
  return section(
    heading(2, say('sheet:notAnswered'), 'sheet-missing'),
    names.length === 0
      ? paragraph(say('sheet:allAnswered'))
      : paragraph(...joined([shown.join(DOT), more > 0 && say('sheet:notAnsweredMore', { count: more })])),
    leftOut > 0 && paragraph(say('sheet:leftOut', { count: leftOut })),
  )
}

/** Next to each other if there are two. */
function lastSections(input: SummaryInput): readonly Block[] {
  const missing = missingSection(input)
  const ours = ourSideSection(input)
  return [ours === null ? missing : columns([missing], [ours])]
}

function ourSideSection(input: SummaryInput): Block | null {
  const said = own(input, input.sheet.report.answers.request.ourSide, ROOM.ourSide)
  if (said === null) return null
  return section(heading(2, input.words.translate('sheet:ourSide'), 'sheet-ours'), paragraph(said))
}
