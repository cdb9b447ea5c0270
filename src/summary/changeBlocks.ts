import type { OpenAction } from '../domain/assessment/assess.ts'
import type { CaseFile } from '../domain/case/caseFile.ts'
import type { AnswerChange, Changes, PartChanges, WholeRowChange } from '../domain/changes/changes.ts'
import { wordMarks } from '../domain/changes/wordDiff.ts'
import { fieldOf, type Interview, type Question } from '../domain/interview/question.ts'
import { type AnswerLine, answerLines } from '../i18n/answerWords.ts'
import { actionHeading, nextHeading, resultOf } from '../i18n/assessmentWords.ts'
import { listWord, questionWords } from '../i18n/questionWords.ts'
import { type Block, blocksOf, type Fact, type Heading, heading, paragraph, section } from './blocks.ts'
import { questionBlocks } from './questions.ts'
import { joined, quiet, type Saying, type Span, spoken, strong } from './spans.ts'

interface Revisions {
  older: CaseFile
  newer: CaseFile
}

const landmark = (title: Heading, ...blocks: readonly (Block | false)[]): Block => ({
  ...section(title, ...blocks),
  look: 'landmark',
})

/** What has changed between two revisions, in the words of the questions: what matters most comes first. */
export function changeBlocks(
  saying: Saying,
  changes: Changes,
  { older, newer }: Revisions,
  interview: Interview,
): readonly Block[] {
  const { words } = saying
  const say = words.translate
  const [before, after] = [changes.before, changes.after].map((assessment) => nextHeading(words, resultOf(assessment)))
  const names = (actions: readonly OpenAction[]) =>
    words.formats.list(actions.map((action) => actionHeading(words, action)))
  const { settled, opened, questions, parts, files } = changes
  return blocksOf(
    questions.length > 0 &&
      landmark(
        heading(2, say('changes:questions'), 'change-questions'),
        ...questionBlocks(saying, questions, { interview, ...newer }),
      ),
    landmark(
      heading(2, say('changes:result'), 'change-result'),
      before === after
        ? paragraph(say('changes:sameResult', { result: after }))
        : paragraph(say('changes:resultBefore', { result: before })),
      before !== after && paragraph(strong(say('changes:resultAfter', { result: after }))),
      settled.length > 0 && paragraph(`${say('changes:settled')}: ${names(settled)}`),
      opened.length > 0 && paragraph(`${say('changes:opened')}: ${names(opened)}`),
    ),
    ...parts.map((part) => partSection(saying, part, { older, newer })),
    files.length > 0 &&
      landmark(heading(2, say('changes:files'), 'change-files'), {
        is: 'list',
        look: 'bullets',
        items: files.map(({ before: was, after: now }) => {
          const kind = was === null ? 'fileAdded' : now === null ? 'fileRemoved' : 'fileChanged'
          return { text: joined([say(`changes:${kind}`), { text: (now ?? was)?.name ?? '', voice: 'other' }]) }
        }),
      }),
  )
}

function partSection(saying: Saying, { part, rows, answers, moved }: PartChanges, revisions: Revisions): Block {
  const { words } = saying
  return landmark(
    heading(2, words.translate(`${part}:name`), `change-${part}`),
    ...rows.map((change) => rowSection(saying, change, change.is === 'added' ? revisions.newer : revisions.older)),
    answers.length > 0 && { is: 'facts', rows: answers.map((change) => changeFact(saying, change, revisions)) },
    ...moved.map((list) => paragraph(words.translate('changes:moved', { list: listWord(words, list, 'heading') }))),
  )
}

const linesOf = ({ words }: Saying, question: Question, value: unknown, file: CaseFile) =>
  answerLines(words, { question, address: question.path, value }, file)

/** Lines as one text; it is in the language of the file if any of them is in the customer's own words. */
const spanOf = (saying: Saying, lines: readonly Pick<AnswerLine, 'text' | 'own'>[], { language }: CaseFile): Span => ({
  text: lines.map(({ text }) => text).join('\n'),
  voice: 'other',
  ...(lines.some(({ own }) => own) && spoken(saying, language)),
})

function rowSection(saying: Saying, { list, is, code, title, row }: WholeRowChange, file: CaseFile): Block {
  const { words } = saying
  const rows = list.page.questions
    .filter((question) => fieldOf(question) !== list.title)
    .map((question) => ({
      label: questionWords(words, question).label,
      lines: linesOf(saying, question, row[fieldOf(question)], file).map((line) => [spanOf(saying, [line], file)]),
    }))
    .filter(({ lines }) => lines.length > 0)
  const name = words.translate(`changes:row.${is}`, { code })
  const titleSpan = title !== null && spanOf(saying, [{ text: title, own: true }], file)
  const text = titleSpan ? joined([`${name}:`, titleSpan]) : [{ text: name }]
  return {
    ...section({ is: 'heading', level: 3, text }, rows.length > 0 && { is: 'facts', rows }),
    ...(is === 'removed' && { look: 'removed-row' }),
  }
}

/** Two versions of an answer: marked word by word if they are one text, else one after the other. */
function changeFact(saying: Saying, change: AnswerChange, { older, newer }: Revisions): Fact {
  const { words } = saying
  const say = words.translate
  const { question, row, is } = change
  const said = (value: unknown, file: CaseFile) => spanOf(saying, linesOf(saying, question, value, file), file)
  const before = is === 'added' ? null : said(change.before, older)
  const after = is === 'added' || is === 'changed' ? said(change.after, newer) : null
  const isText = question.kind === 'longText' || question.kind === 'text'
  const runs = isText && before !== null && after !== null ? wordMarks(before.text, after.text) : null
  const marks = runs?.map((run) => ({ ...run, name: run.is === 'kept' ? '' : say(`changes:marks.${run.is}`) }))
  const versions = [
    ...(before === null ? [] : [joined([quiet(`${say('changes:before')}:`), before])]),
    ...(after === null ? [] : [joined([quiet(`${say('changes:after')}:`), after])]),
  ]
  const about = row === null ? '' : `${[row.code, row.title].filter(Boolean).join(' ')}: `
  return {
    label: about + questionWords(words, question).label,
    tag: say(`changes:is.${is}`),
    lines: marks === undefined || after === null ? versions : [[{ ...after, marks }]],
  }
}
