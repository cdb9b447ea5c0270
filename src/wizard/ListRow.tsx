import { memo } from 'react'
import { nonBlank } from '../domain/case/answer.ts'
import type { Answers, AnyRow } from '../domain/case/answers.ts'
import { beginOf } from '../domain/case/cleanText.ts'
import { codeOf, isAsked } from '../domain/interview/askedQuestions.ts'
import { fieldOf, type List } from '../domain/interview/question.ts'
import { rowLacks } from '../domain/interview/rowLacks.ts'
import { answerLines } from '../i18n/answerWords.ts'
import { lazyComponent } from '../i18n/lazyComponent.tsx'
import { listWord, questionWords } from '../i18n/questionWords.ts'
import type { Words } from '../i18n/useWords.ts'
import { LinkButton } from '../ui/Button.tsx'
import { Optional } from '../ui/Optional.tsx'
import { OwnText } from '../ui/UserText.tsx'

const RowLine = lazyComponent(async () => (await import('./promiseLine/rowLines.tsx')).RowLine, 'later')

interface RowActions {
  remove: (row: AnyRow) => void
  move: (row: AnyRow, by: 1 | -1) => void
  answerTo: (begin: Readonly<Record<string, unknown>>) => void
}

interface ListRowProps {
  words: Words
  list: List
  row: AnyRow
  answers: Answers
  actions: RowActions
  /** Whether it may change places with the row before it, and with the next. */
  goesUp: boolean
  goesDown: boolean
  /** Whatever is only for pressing is drawn when the row comes near the window; words always are, for search and print. */
  isNear: boolean
  /** Of the case, and so of its texts. */
  language: string
  address: string
}

export const nameOfRow = (words: Words, list: List, row: AnyRow): string =>
  nonBlank(row[list.title]) ?? listWord(words, list, 'untitled')

/** Characters: a mail is no name for what a button does to it. */
const LONGEST_NAME = 60
const shortOf = (name: string) => (name.length <= LONGEST_NAME ? name : `${beginOf(name, LONGEST_NAME)}…`)

/** `actions` do the same at every render, and of `answers` only other rows change on this page, which a row does not show. */
const isSameRow = (a: ListRowProps, b: ListRowProps) =>
  (['words', 'list', 'row', 'goesUp', 'goesDown', 'isNear', 'language', 'address'] as const).every(
    (name) => a[name] === b[name],
  )

function factsOf(words: Words, list: List, row: AnyRow, answers: Answers): readonly string[] {
  const { questions } = list.page
  return list.shows.flatMap((field) => {
    const question = questions.find((each) => fieldOf(each) === field)
    const value = row[field] ?? null
    if (question === undefined || !isAsked(question, answers, row)) return []
    const said = questionWords(words, question)
    if (question.kind === 'choice' && typeof value === 'string') return [said.short(value)]
    if (question.kind === 'tick') return value === true ? [said.brief] : []
    const lines = answerLines(words, { question, address: question.path, value }, { answers, evidence: [] })
    return lines.map(({ text }) => (field === list.shows[0] ? text : `${said.brief} ${text}`))
  })
}

export const ListRow = memo(Row, isSameRow)

function Row({ words, list, row, answers, actions, goesUp, goesDown, isNear, language, address }: ListRowProps) {
  const { translate } = words
  const [name, code] = [nameOfRow(words, list, row), codeOf(list, row)]
  const lacks = rowLacks(list.path, row) ?? []
  const begin = list.answerTo?.(row) ?? null
  const isNamed = nonBlank(row[list.title]) !== null
  const button = (text: string, onClick: () => void) => (
    <LinkButton onClick={onClick} about={<OwnText text={shortOf(name)} lang={isNamed ? language : undefined} />}>
      {text}
    </LinkButton>
  )
  return (
    <li data-far={isNear ? undefined : row.id}>
      <div className="row-head">
        <span className="code">{code}</span>
        {/* The router's own link costs as much as the rest of a row, and listens to the address anyway. */}
        <a id={`row-${row.id}`} href={`#${address}`}>
          {isNamed ? <OwnText text={name} lang={language} /> : name}
        </a>
      </div>
      <p className="row-facts">
        {factsOf(words, list, row, answers).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {list.drawn === 'rowByRow' && (
        <Optional fallback={<div className="row-line" />}>
          <RowLine rowId={row.id} />
        </Optional>
      )}
      {lacks.length > 0 && (
        <p className="row-lacks">{words.formats.list(lacks.map((lack) => listWord(words, list, `lacks.${lack}`)))}</p>
      )}
      {isNear && (
        <div className="row-actions">
          {begin !== null && button(listWord(words, list, 'answer'), () => actions.answerTo(begin))}
          {goesUp && button(translate('common:moveUp'), () => actions.move(row, -1))}
          {goesDown && button(translate('common:moveDown'), () => actions.move(row, 1))}
          {button(translate('common:remove'), () => actions.remove(row))}
        </div>
      )}
    </li>
  )
}

interface RemovedRowProps {
  words: Words
  row: AnyRow
  name: string
  onUndo: (row: AnyRow) => void
}

export const UndoRow = ({ words: { translate }, row, name, onUndo }: RemovedRowProps) => (
  <li>
    {translate('common:removed', { title: name })}{' '}
    <LinkButton id={`undo-${row.id}`} about={name} onClick={() => onUndo(row)}>
      {translate('common:undo')}
    </LinkButton>
  </li>
)
