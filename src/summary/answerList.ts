import type { Address } from '../domain/case/address.ts'
import { isAnswered, isTyped, nonBlank } from '../domain/case/answer.ts'
import type { Asked } from '../domain/interview/askedQuestions.ts'
import type { Report, ReportFile, ReportGroup } from '../domain/report/report.ts'
import { answerLines } from '../i18n/answerWords.ts'
import { factsOfFile } from '../i18n/fileWords.ts'
import { listWord, questionWords, stepTitle } from '../i18n/questionWords.ts'
import { type Block, type Fact, type FileBlock, heading, type Item, paragraph, type Spot, section } from './blocks.ts'
import { code, joined, note, own, quiet, type Saying } from './spans.ts'

interface WhichAnswers {
  /** True if what was not answered is listed elsewhere. */
  answeredOnly: boolean
  /** On screen each part is a disclosure. */
  isFolded?: true
  shows?: ((group: ReportGroup) => boolean) | undefined
}

export const answersSection = (saying: Saying, report: Report, which: WhichAnswers): Block => ({
  ...section(
    heading(2, saying.words.translate('review:answers'), 'read-answers'),
    ...answerBlocks(saying, report, which),
  ),
  // A disclosure is small until it is opened.
  ...(which.isFolded === undefined && { look: 'grows' as const }),
})

/** Groups that are composed together: few enough to be drawn between two frames. */
const AT_A_TIME = 10

function answerBlocks(
  saying: Saying,
  report: Report,
  { answeredOnly, isFolded, shows }: WhichAnswers,
): readonly Block[] {
  const isListed = ({ question, value }: Asked) =>
    !answeredOnly || isAnswered(value) || isTyped(value) || report.leftOut.includes(question.path)
  const blocks = report.parts.flatMap(({ part, groups: all }): readonly Block[] => {
    const groups = all
      .filter(({ row, entries }) => row !== undefined || entries.some(isListed))
      .filter((group) => shows?.(group) !== false)
    const slices = Array.from({ length: Math.ceil(groups.length / AT_A_TIME) }, (_, at) =>
      groups.slice(at * AT_A_TIME, (at + 1) * AT_A_TIME),
    )
    const name = saying.words.translate(`${part}:name`)
    const inside = (withName: boolean) =>
      slices.flatMap((slice, at) =>
        later(saying, slice, () => [
          ...(at === 0 && withName ? [heading(3, name)] : []),
          ...slice.map((group) => groupSection(saying, report, group, isListed)),
        ]),
      )
    if (isFolded === undefined || groups.length === 0) return inside(true)
    const holds = (at: Address) => groups.some(({ entries }) => entries.some(({ address }) => address === at))
    return [{ is: 'fold', fold: { summary: name, blocks: () => inside(false), onPaper: true, holds } }]
  })
  if (blocks.length > 0 || shows === undefined) return blocks
  return [paragraph(saying.words.translate('review:tools.noneOfIt'))]
}

function later({ onScreen }: Saying, groups: readonly ReportGroup[], blocks: () => readonly Block[]): readonly Block[] {
  if (!onScreen) return blocks()
  const addresses = groups.flatMap(({ entries }) => entries.map(({ address }) => address))
  return [{ is: 'later', blocks, holds: (at) => addresses.includes(at) }]
}

function groupSection(saying: Saying, report: Report, group: ReportGroup, isListed: (asked: Asked) => boolean): Block {
  const { page, row, entries } = group
  const { words } = saying
  const title =
    row === undefined
      ? [{ text: stepTitle(words, page) }]
      : joined([code(row.code), own(saying, row.title) ?? listWord(words, row.list, 'untitled')])
  const rows = entries
    .filter(isListed)
    .map((asked) => ({ ...factOf(saying, report, asked), spot: spotOf(saying, asked, row) }))
  return section({ is: 'heading', level: 4, text: title }, rows.length > 0 && { is: 'facts', rows })
}

/** An answer as it is read: in words, left out, or "not provided". */
export function factOf(saying: Saying, report: Report, asked: Asked): Fact {
  const { words } = saying
  const { label } = questionWords(words, asked.question)
  if (report.leftOut.includes(asked.question.path))
    return { label, lines: [[quiet(words.translate('common:leftOut'))]] }
  const lines = answerLines(words, asked, report).map(({ text, own: isOwn, note: remark }) =>
    joined([isOwn ? own(saying, text) : text, remark !== undefined && note(remark)]),
  )
  return { label, lines: lines.length > 0 ? lines : [[quiet(words.translate('common:notProvided'))]] }
}

type Row = ReportGroup['row']

const nameOf = (row: Row) => [row?.code, row?.title].filter(Boolean).join(' ')

function spotOf({ words }: Saying, { question, address }: Asked, row: Row): Spot {
  const { label } = questionWords(words, question)
  return { address, code: row?.code ?? null, about: [label, nameOf(row)].filter(Boolean).join(', ') }
}

/** What was asked, would help the reader and has no answer, by name. */
export function notAnsweredSection(saying: Saying, report: Report): Block {
  const { words } = saying
  const rows = new Map(
    report.parts.flatMap(({ groups }) =>
      groups.flatMap(({ row, entries }) => entries.map(({ address }) => [address, row] as const)),
    ),
  )
  const items = report.notAnswered.map((asked): Item => {
    const row = rows.get(asked.address)
    const text = [nameOf(row), questionWords(words, asked.question).label].filter(Boolean).join(': ')
    return { text: [{ text }], spot: spotOf(saying, asked, row) }
  })
  return section(
    heading(2, words.translate('review:notAnswered'), 'read-notAnswered'),
    items.length === 0 ? paragraph(words.translate('review:allAnswered')) : { is: 'list', look: 'bullets', items },
  )
}

/** Optional questions that the customer has not answered, so that they can be asked about. */
export function optionalBlock(saying: Saying, report: Report): Block | null {
  const items = report.parts
    .flatMap(({ groups }) => groups)
    .flatMap(({ row, entries }) => (row === undefined ? entries : []))
    .filter(({ question, value }) => question.need === 'O' && !isAnswered(value))
    .filter(({ question }) => !report.leftOut.includes(question.path))
    .map((asked): Item => {
      const { label } = questionWords(saying.words, asked.question)
      return { text: [{ text: label }], spot: spotOf(saying, asked, undefined) }
    })
  if (items.length === 0) return null
  const summary = saying.words.translate('review:optional')
  return { is: 'fold', fold: { summary, blocks: () => [{ is: 'list', look: 'bullets', items }] } }
}

export function filesSection(saying: Saying, files: readonly ReportFile[]): readonly Block[] {
  if (files.length === 0) return []
  const title = heading(2, saying.words.translate('evidence:list.heading'), 'read-files')
  return [section(title, { is: 'files', files: files.map((each) => fileBlock(saying, each)) })]
}

function fileBlock(saying: Saying, { file, number, uses, isLeftOut }: ReportFile): FileBlock {
  const { words } = saying
  const say = words.translate
  const facts = `${factsOfFile(words, file)} · ${say('evidence:list.usedIn')} ${words.formats.list(uses)}`
  const shows = own(saying, file.shows)
  return {
    file,
    number,
    lines: [
      joined([code(String(number)), { text: file.name, voice: 'other' }, quiet(facts)]),
      ...(shows === null ? [] : [[shows]]),
      ...(isLeftOut ? [[quiet(say('evidence:list.leftOut'))]] : []),
    ],
    alt: nonBlank(file.shows) ?? file.name,
  }
}
