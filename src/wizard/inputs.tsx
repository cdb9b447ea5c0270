import type { ComponentType } from 'react'
import type { Kind, Question } from '../domain/interview/question.ts'
import type { Words } from '../i18n/useWords.ts'
import { Choice, Email, type InputProps, Line, LongText, NumberText, Phone, TickAnswer } from './basicInputs.tsx'
import { OneDeliverable, SeveralChoices, SeveralDeliverables } from './choiceInputs.tsx'
import { Moves, People, PersonText } from './compositeInputs.tsx'
import { DateText, dateHint } from './dateInput.tsx'
import { EvidenceInput } from './evidence/EvidenceInput.tsx'

interface KindOfInput {
  Input: ComponentType<InputProps>
  group: boolean
  /** Set if the input shows other answers too, such as the names of deliverables. */
  readsAnswers?: true
  /** Set if its label is beside it. */
  namesItself?: true
  /** Set if "don't know" is one of its own choices. */
  showsOffers?: true
  hint?: (words: Words, question: Question, hint: string | null) => string
}

export const INPUTS: Readonly<Record<Kind, KindOfInput>> = {
  text: { Input: Line, group: false },
  longText: { Input: LongText, group: false },
  email: { Input: Email, group: false },
  phone: { Input: Phone, group: false },
  number: { Input: NumberText, group: false },
  date: { Input: DateText, group: false, hint: dateHint },
  choice: { Input: Choice, group: true, showsOffers: true },
  choices: { Input: SeveralChoices, group: true },
  tick: { Input: TickAnswer, group: false, namesItself: true },
  people: { Input: People, group: true },
  person: { Input: PersonText, group: false, readsAnswers: true },
  moves: { Input: Moves, group: true },
  deliverable: { Input: OneDeliverable, group: true, readsAnswers: true },
  deliverables: { Input: SeveralDeliverables, group: true, readsAnswers: true },
  evidence: { Input: EvidenceInput, group: true, readsAnswers: true },
}
