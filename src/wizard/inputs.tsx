import { type ComponentType, lazy } from 'react'
import type { Kind, Question } from '../domain/interview/question.ts'
import { lazyComponent } from '../i18n/lazyComponent.tsx'
import type { Words } from '../i18n/useWords.ts'
import {
  Choice,
  DateText,
  dateHint,
  Email,
  type InputProps,
  Line,
  LongText,
  NumberText,
  Phone,
  TickAnswer,
} from './basicInputs.tsx'
import { SeveralChoices } from './SeveralChoices.tsx'

const composite = () => import('./compositeInputs.tsx')
type Composite = Awaited<ReturnType<typeof composite>>
const fromComposite = (name: keyof Composite) => lazy(async () => ({ default: (await composite())[name] }))

const EvidenceInput = lazyComponent(async () => (await import('./evidence/EvidenceInput.tsx')).EvidenceInput, 'later')

/** While a list is looked at, the inputs of its rows are fetched. */
export const fetchRowInputs = () => void composite()

interface KindOfInput {
  Input: ComponentType<InputProps>
  group: boolean
  /** Set if the input shows other answers too, such as the names of deliverables. */
  readsAnswers?: true
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
  tick: { Input: TickAnswer, group: true },
  people: { Input: fromComposite('People'), group: true },
  person: { Input: fromComposite('PersonText'), group: false, readsAnswers: true },
  moves: { Input: fromComposite('Moves'), group: true },
  deliverable: { Input: fromComposite('OneDeliverable'), group: true, readsAnswers: true },
  deliverables: { Input: fromComposite('SeveralDeliverables'), group: true, readsAnswers: true },
  evidence: { Input: EvidenceInput, group: true, readsAnswers: true },
}
