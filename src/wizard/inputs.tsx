import { type ComponentType, lazy } from 'react'
import type { Kind, Question } from '../domain/interview/question.ts'
import { lazyComponent } from '../i18n/lazyComponent.tsx'
import type { Words } from '../i18n/useWords.ts'
import { Choice, TickAnswer } from './choiceInputs.tsx'
import type { InputProps } from './inputProps.ts'
import { DateText, dateHint, Email, Line, LongText, NumberText, Phone } from './textInputs.tsx'

/** Answers made of several fields are few, and their inputs come with the first page that has one. */
const composite = () => import('./compositeInputs.tsx')
const People = lazy(() => composite().then((file) => ({ default: file.People })))
const Moves = lazy(() => composite().then((file) => ({ default: file.Moves })))

/** What only rows of lists ask for comes with them. */
const inRows = () => import('./rowInputs.tsx')
const OneDeliverable = lazy(() => inRows().then((file) => ({ default: file.OneDeliverable })))
const SeveralDeliverables = lazy(() => inRows().then((file) => ({ default: file.SeveralDeliverables })))
const PersonText = lazy(() => inRows().then((file) => ({ default: file.PersonText })))

/** Most rows have no files, and preparing them takes a lot. */
const EvidenceInput = lazyComponent(async () => (await import('./evidence/EvidenceInput.tsx')).EvidenceInput, 'later')

/** Fetches them before they are needed: while a list is looked at, say. */
export const fetchRowInputs = () => void Promise.all([composite(), inRows()])

interface KindOfInput {
  Input: ComponentType<InputProps>
  /** Whether its controls form a group. */
  group: boolean
  /** Set where the input shows other answers too, such as the names of deliverables. */
  readsAnswers?: true
  /** Set where "don't know" stands among its own answers. */
  showsOffers?: true
  /** What is said beside the hint of the question. */
  hint?: (words: Words, question: Question, hint: string | null) => string
}

/** How each kind is answered. */
export const INPUTS: Readonly<Record<Kind, KindOfInput>> = {
  text: { Input: Line, group: false },
  longText: { Input: LongText, group: false },
  email: { Input: Email, group: false },
  phone: { Input: Phone, group: false },
  number: { Input: NumberText, group: false },
  date: { Input: DateText, group: false, hint: dateHint },
  choice: { Input: Choice, group: true, showsOffers: true },
  tick: { Input: TickAnswer, group: true },
  people: { Input: People, group: true },
  person: { Input: PersonText, group: false, readsAnswers: true },
  moves: { Input: Moves, group: true },
  deliverable: { Input: OneDeliverable, group: true, readsAnswers: true },
  deliverables: { Input: SeveralDeliverables, group: true, readsAnswers: true },
  evidence: { Input: EvidenceInput, group: true, readsAnswers: true },
}
