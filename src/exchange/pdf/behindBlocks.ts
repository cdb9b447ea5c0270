import { isAnswered, isTyped } from '../../domain/case/answer.ts'
import type { Asked } from '../../domain/interview/walk.ts'
import type { ReportGroup } from '../../domain/report/report.ts'
import type { Track } from '../../domain/schedule/track.ts'
import { answerLines } from '../../i18n/answerWords.ts'
import {
  actionWords,
  assessmentOutcomeWords,
  conclusionWords,
  noticeWords,
} from '../../i18n/assessmentWords.ts'
import { listWord, questionWords, stepTitle } from '../../i18n/questionWords.ts'
import { delayWord } from '../../i18n/scheduleWords.ts'
import type { AnswerRow, Block } from './blocks.ts'
import { fileBlocks } from './fileBlocks.ts'
import { questionBlocks } from './questionBlocks.ts'
import type { SheetInput } from './sheetDocument.ts'
import { heading, joined, ownWords, paragraph, plain, quiet, strong } from './spans.ts'

/** Everything behind the first page: the dates, what the guide concludes, every answer, and what has none. */
export const behindBlocks = (input: SheetInput): readonly Block[] => [
  ...scheduleTables(input),
  ...(input.reader === 'partner' ? [] : conclusionBlocks(input)),
  ...answerBlocks(input),
  ...fileBlocks(input),
  ...(input.reader === 'partner' ? [] : [...questionBlocks(input), ...notAnsweredBlocks(input)]),
]

function scheduleTables(input: SheetInput): readonly Block[] {
  const { sheet, words } = input
  const say = words.translate
  const { tracks, undated, silences } = sheet.schedule
  const column = (key: string, share: number) => ({ name: say(`sheet:table.${key}`), share })
  const deliverables: Block = {
    is: 'table',
    caption: say('sheet:table.deliverables'),
    columns: [
      column('deliverable', 3),
      column('first', 1.2),
      column('agreed', 1.2),
      column('moves', 1.4),
      column('delivered', 1.2),
      column('delay', 1),
    ],
    rows: [...tracks, ...undated].map((track) => [
      joined(plain(track.code), ownWords(input, track.title, 120) ?? quiet(say('sheet:line.untitled'))),
      [plain(track.first ?? '')],
      [plain(track.agreed ?? '')],
      [plain(datesOf(track))],
      [plain(track.delivered ?? '')],
      [plain(delayWord(words, track, 'short'))],
    ]),
  }
  const quietTimes: Block = {
    is: 'table',
    caption: say('sheet:table.silences'),
    columns: [column('question', 1), column('from', 1), column('to', 2), column('days', 1)],
    rows: silences.map(({ code, from, to, days, ended }) => [
      [plain(code)],
      [plain(from)],
      [plain(ended ? to : `${to} (${say('sheet:table.ongoing')})`)],
      [plain(String(days))],
    ]),
  }
  return [
    heading(say('sheet:line.heading')),
    ...(tracks.length + undated.length > 0
      ? [deliverables]
      : [paragraph(plain(say('sheet:line.noDeliverables')))]),
    silences.length > 0 ? quietTimes : paragraph(plain(say('sheet:table.noSilence'))),
  ]
}

/** The partner's latest own dates; all of them stand among the answers. A row of a table is never parted. */
const LATEST_DATES = 6

function datesOf({ moves }: Track): string {
  const own = moves.filter(({ agreed }) => !agreed).map(({ date }) => date)
  const more = own.length - LATEST_DATES
  return (more > 0 ? [`+${more}`, ...own.slice(-LATEST_DATES)] : own).join(', ')
}

function conclusionBlocks({ sheet, words }: SheetInput): readonly Block[] {
  const say = words.translate
  const { assessment } = sheet.report
  const outcome = assessmentOutcomeWords(words, assessment)
  const { open, settled, notices, states, warranted } = assessment
  const small = (text: string): Block => ({ is: 'heading', level: 3, text: [plain(text)] })
  const list = (items: readonly string[]): Block => ({
    is: 'list',
    items: items.map((text) => [plain(text)]),
  })
  const condition =
    states.partner === 'RESOLVED'
      ? null
      : say(
          states.partner === 'NA'
            ? 'review:withoutPartner'
            : warranted
              ? 'review:warranted'
              : 'review:notWarranted',
        )
  return [
    heading(say('sheet:told')),
    paragraph(strong(`${outcome.heading}. `), plain(outcome.text)),
    paragraph(
      quiet(
        `${say('assessment:advice')} ${say('assessment:asOf', { date: words.formats.date(assessment.asOf) })}.`,
      ),
    ),
    ...(condition === null ? [] : [paragraph(plain(condition))]),
    small(say('assessment:open')),
    ...(open.length === 0 ? [paragraph(plain(say('assessment:nothingOpen')))] : []),
    ...open.flatMap((action): readonly Block[] => [
      { is: 'heading', level: 4, text: [plain(actionWords(words, action).heading)] },
      list(action.reasons.map((conclusion) => conclusionWords(words, conclusion))),
    ]),
    small(say('assessment:settled')),
    settled.length === 0
      ? paragraph(plain(say('assessment:nothingSettled')))
      : list(settled.map((conclusion) => conclusionWords(words, conclusion))),
    ...(notices.length === 0
      ? []
      : [small(say('assessment:notices')), list(notices.map((notice) => noticeWords(words, notice)))]),
    {
      is: 'paragraph',
      size: 'small',
      text: [
        quiet(
          `${say('assessment:rules', { version: assessment.rules })}. ${say('assessment:noticeTexts.notLegal')}`,
        ),
      ],
    },
  ]
}

function answerBlocks(input: SheetInput): readonly Block[] {
  const { sheet, words } = input
  const { report } = sheet
  const rowOf = (asked: Asked): AnswerRow => ({
    label: questionWords(words, asked.question).label,
    lines: report.leftOut.includes(asked.question.path)
      ? [[quiet(words.translate('common:leftOut'))]]
      : answerLines(words, asked, report).map(({ text, own, note }) =>
          joined(own ? ownWords(input, text) : plain(text), note !== undefined && quiet(note)),
        ),
  })
  const isListed = ({ question, value }: Asked) =>
    isAnswered(value) || isTyped(value) || report.leftOut.includes(question.path)
  const groupBlocks = (group: ReportGroup): readonly Block[] => {
    const listed = group.entries.filter(isListed)
    if (group.row === undefined && listed.length === 0) return []
    return [
      { is: 'heading', level: 4, text: groupHeading(input, group) },
      ...(listed.length === 0 ? [] : [{ is: 'answers' as const, rows: listed.map(rowOf) }]),
    ]
  }
  return [
    heading(words.translate('review:answers')),
    ...report.parts.flatMap(({ part, groups }): readonly Block[] => {
      const blocks = groups.flatMap(groupBlocks)
      if (blocks.length === 0) return []
      return [{ is: 'heading', level: 3, text: [plain(words.translate(`${part}:name`))] }, ...blocks]
    }),
  ]
}

function groupHeading(input: SheetInput, { page, row }: ReportGroup) {
  const { words } = input
  if (row === undefined) return [plain(stepTitle(words, page))]
  return joined(strong(row.code), ownWords(input, row.title) ?? quiet(listWord(words, row.list, 'untitled')))
}

function notAnsweredBlocks({ sheet: { report }, words }: SheetInput): readonly Block[] {
  const say = words.translate
  const rows = new Map(
    report.parts.flatMap(({ groups }) =>
      groups.flatMap(({ row, entries }) => entries.map(({ address }) => [address, row] as const)),
    ),
  )
  return [
    heading(say('review:notAnswered')),
    report.notAnswered.length === 0
      ? paragraph(plain(say('review:allAnswered')))
      : {
          is: 'list',
          items: report.notAnswered.map(({ question, address }) => {
            const { label } = questionWords(words, question)
            const row = rows.get(address)
            return [
              plain(
                row === undefined ? label : `${[row.code, row.title].filter(Boolean).join(' ')}: ${label}`,
              ),
            ]
          }),
        },
  ]
}
