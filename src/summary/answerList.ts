import { isAnswered, isTyped } from '../domain/case/answer.ts'
import type { Asked } from '../domain/interview/askedQuestions.ts'
import type { Report, ReportGroup } from '../domain/report/report.ts'
import { answerLines } from '../i18n/answerWords.ts'
import { listWord, questionWords, stepTitle } from '../i18n/questionWords.ts'
import { type Block, type Fact, heading, type Item, paragraph, section } from './blocks.ts'
import { code, joined, own, plain, quiet, type Saying, type Text } from './spans.ts'

interface WhichAnswers {
  /** True where what was not answered is listed elsewhere. */
  answeredOnly: boolean
  /** Which groups are shown; all where it is not given. */
  shows?: ((group: ReportGroup) => boolean) | undefined
}

/** All of them under their heading. */
export const answersSection = (saying: Saying, report: Report, which: WhichAnswers): Block => ({
  ...section(
    heading(2, saying.words.translate('review:answers'), 'read-answers'),
    ...answerBlocks(saying, report, which),
  ),
  look: 'grows',
})

/** Groups that are composed together: few enough to be drawn between two frames. */
const AT_A_TIME = 10

/** Every answer of a case, part by part. */
function answerBlocks(saying: Saying, report: Report, { answeredOnly, shows }: WhichAnswers): readonly Block[] {
  const isListed = ({ question, value }: Asked) =>
    !answeredOnly || isAnswered(value) || isTyped(value) || report.leftOut.includes(question.path)
  const blocks = report.parts.flatMap(({ part, groups: all }): readonly Block[] => {
    const groups = all
      .filter(({ row, entries }) => row !== undefined || entries.some(isListed))
      .filter((group) => shows?.(group) !== false)
    const slices = Array.from({ length: Math.ceil(groups.length / AT_A_TIME) }, (_, at) =>
      groups.slice(at * AT_A_TIME, (at + 1) * AT_A_TIME),
    )
    const name = heading(3, saying.words.translate(`${part}:name`))
    return slices.flatMap((slice, at) =>
      later(saying, slice, () => [
        ...(at === 0 ? [name] : []),
        ...slice.map((group) => groupSection(saying, report, group, isListed)),
      ]),
    )
  })
  if (blocks.length > 0 || shows === undefined) return blocks
  return [paragraph(plain(saying.words.translate('review:tools.noneOfIt')))]
}

const later = (
  { onScreen }: Saying,
  groups: readonly ReportGroup[],
  blocks: () => readonly Block[],
): readonly Block[] =>
  onScreen
    ? [
        {
          is: 'later',
          blocks,
          holds: (at) => groups.some(({ entries }) => entries.some(({ address }) => address === at)),
        },
      ]
    : blocks()

function groupSection(saying: Saying, report: Report, group: ReportGroup, isListed: (asked: Asked) => boolean): Block {
  const { page, row, entries } = group
  const { words } = saying
  const title: Text =
    row === undefined
      ? [plain(stepTitle(words, page))]
      : joined(code(row.code), own(saying, row.title) ?? plain(listWord(words, row.list, 'untitled')))
  const rows = entries.filter(isListed).map((asked) => ({
    ...factOf(saying, report, asked),
    spot: spotOf(saying, asked, row),
  }))
  return section({ is: 'heading', level: 4, text: title }, rows.length > 0 && { is: 'facts', rows })
}

/** An answer as it is read: in words, left out, or "not provided". */
export function factOf(saying: Saying, report: Report, asked: Asked): Fact {
  const { words } = saying
  const { label } = questionWords(words, asked.question)
  if (report.leftOut.includes(asked.question.path))
    return { label, lines: [[quiet(words.translate('common:leftOut'))]] }
  const lines = answerLines(words, asked, report).map(({ text, own: isOwn, note }) =>
    joined(isOwn ? own(saying, text) : plain(text), note !== undefined && { text: note, voice: 'note' as const }),
  )
  return { label, lines: lines.length > 0 ? lines : [[quiet(words.translate('common:notProvided'))]] }
}

const spotOf = ({ words }: Saying, { question, address }: Asked, row: ReportGroup['row']) => {
  const { label } = questionWords(words, question)
  const title = row === undefined ? '' : [row.code, row.title].filter(Boolean).join(' ')
  return { address, code: row?.code ?? null, about: title === '' ? label : `${label}, ${title}` }
}

/** Everything that was asked, would help the reader and has no answer, by name. */
export function notAnsweredBlocks(saying: Saying, report: Report): Block {
  const say = saying.words.translate
  const rows = new Map(
    report.parts.flatMap(({ groups }) =>
      groups.flatMap(({ row, entries }) => entries.map(({ address }) => [address, row] as const)),
    ),
  )
  const items = report.notAnswered.map((asked): Item => {
    const row = rows.get(asked.address)
    const { label } = questionWords(saying.words, asked.question)
    const text = row === undefined ? label : `${[row.code, row.title].filter(Boolean).join(' ')}: ${label}`
    return { text: [plain(text)], spot: spotOf(saying, asked, row) }
  })
  return section(
    heading(2, say('review:notAnswered'), 'read-notAnswered'),
    items.length === 0 ? paragraph(plain(say('review:allAnswered'))) : { is: 'list', look: 'bullets', items },
  )
}

/** What nobody has to answer and the customer has not, so that it can be asked about. */
export function optionalBlocks(saying: Saying, report: Report): readonly Block[] {
  const optional = report.parts
    .flatMap(({ groups }) => groups)
    .filter(({ row }) => row === undefined)
    .flatMap(({ entries }) => entries)
    .filter(({ question, value }) => question.need === 'O' && !isAnswered(value))
    .filter(({ question }) => !report.leftOut.includes(question.path))
  if (optional.length === 0) return []
  const items = optional.map(
    (asked): Item => ({
      text: [plain(questionWords(saying.words, asked.question).label)],
      spot: spotOf(saying, asked, undefined),
    }),
  )
  const summary = saying.words.translate('review:optional')
  return [{ is: 'fold', fold: { summary, blocks: () => [{ is: 'list', look: 'bullets', items }] } }]
}
