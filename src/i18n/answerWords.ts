import type { Person } from '../domain/areas/about/schema.ts'
import type { Move } from '../domain/areas/scope/schema.ts'
import { findRow } from '../domain/case/address.ts'
import { answerOrNull, isTyped, isUnknown, isWritten, nonBlank } from '../domain/case/answer.ts'
import type { Answers } from '../domain/case/answers.ts'
import { type EvidenceFile, usedFiles } from '../domain/evidence/evidence.ts'
import type { Asked } from '../domain/interview/askedQuestions.ts'
import { questionWords } from './questionWords.ts'
import type { Words } from './useWords.ts'

/** `own`: the merchant's words, marked to tell them from ours. */
export interface AnswerLine {
  text: string
  own: boolean
  note?: string
}

const ours = (text: string): AnswerLine => ({ text, own: false })
const own = (text: string): AnswerLine => ({ text, own: true })

interface PointedAt {
  answers: Answers
  evidence: readonly EvidenceFile[]
}

export function answerLines(
  words: Words,
  { question, value }: Asked,
  { answers, evidence }: PointedAt,
): readonly AnswerLine[] {
  if (!isWritten(value)) return []
  if (isUnknown(value)) return [ours(words.translate('common:unknown'))]
  if (isTyped(value)) return nonBlank(value.typed) === null ? [] : [keptAsTyped(words, value, question.kind)]
  const { choice, choices, part } = questionWords(words, question)
  switch (question.kind) {
    case 'date':
      return [ours(value === 'none' ? words.translate('common:noDate') : words.formats.date(String(value)))]
    case 'number':
      return [ours(words.formats.number(Number(value)))]
    case 'choice':
      return [ours(choice(String(value)))]
    case 'choices':
      return [ours(choices((value as unknown[]).map(String)))]
    case 'tick':
      return [ours(words.translate('common:yes'))]
    case 'deliverable':
    case 'deliverables':
      return (Array.isArray(value) ? value : [value]).flatMap((id) => deliverable(String(id), answers))
    case 'evidence':
      return (value as string[]).flatMap((id) => named(id, usedFiles(answers, evidence)))
    // Each composite kind has exactly one type of answer in the schema.
    case 'people':
      return (value as Person[]).filter(isWritten).map(({ name, role }) => own([name, role].filter(Boolean).join(', ')))
    case 'moves':
      return (value as Move[]).filter(isWritten).map((move) => moved(words, move, part))
    case 'text':
    case 'longText':
    case 'email':
    case 'phone':
    case 'person':
      return [own(String(value))]
  }
}

const keptAsTyped = ({ translate }: Words, { typed }: { typed: string }, kind: string): AnswerLine => ({
  text: typed,
  own: true,
  note: translate(`common:keptAsTyped.${translate.has(`common:keptAsTyped.${kind}`) ? kind : 'date'}`),
})

function deliverable(id: string, answers: Answers): readonly AnswerLine[] {
  const row = findRow(answers, 'scope.deliverables', id)
  return row === undefined ? [] : [own([`S${row.code}`, nonBlank(row.title)].filter(Boolean).join(' '))]
}

function named(id: string, used: readonly EvidenceFile[]): readonly AnswerLine[] {
  const at = used.findIndex((other) => other.id === id)
  const file = used[at]
  if (file === undefined) return []
  return [own([`${at + 1}. ${file.name}`, nonBlank(file.shows)].filter(Boolean).join(': '))]
}

type Part = ReturnType<typeof questionWords>['part']

function moved(words: Words, { date, toldOn, agreed, changeRequest }: Move, part: Part): AnswerLine {
  const { formats } = words
  const typed = [date, toldOn].find(isTyped)
  const day = answerOrNull(date)
  const told = answerOrNull(toldOn)
  const parts = [
    isTyped(date) ? date.typed : day === null ? null : part('said', { date: formats.date(day) }),
    isTyped(toldOn)
      ? part('toldOnSaid', { date: toldOn.typed })
      : told === null
        ? null
        : part('toldOnSaid', { date: formats.date(told) }),
    agreed === null ? null : part(agreed === 'yes' ? 'agreedYes' : 'agreedNo'),
    nonBlank(changeRequest),
  ]
  const text = parts.filter((said) => said !== null).join(', ')
  return typed === undefined ? ours(text) : { ...ours(text), note: words.translate('common:keptAsTyped.date') }
}
