import type { ComponentType } from 'react'
import type { Kind, Question } from '../domain/interview/question.ts'
import { lazyComponent } from '../i18n/lazyComponent.tsx'
import type { Words } from '../i18n/useWords.ts'
import { Choice, Email, type InputProps, Line, LongText, NumberText, Phone, TickAnswer } from './basicInputs.tsx'
import { DateText, dateHint } from './dateInput.tsx'

const composite = () => import('./compositeInputs.tsx')
type Composite = Awaited<ReturnType<typeof composite>>
const fromComposite = (name: keyof Composite) => lazyComponent(async () => (await composite())[name], 'interview')

const EvidenceInput = lazyComponent(async () => (await import('./evidence/EvidenceInput.tsx')).EvidenceInput, 'later')

interface KindOfInput {
  Input: ComponentType<InputProps> & { load?: () => Promise<unknown> }
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
  choices: { Input: fromComposite('SeveralChoices'), group: true },
  tick: { Input: TickAnswer, group: false, namesItself: true },
  people: { Input: fromComposite('People'), group: true },
  person: { Input: fromComposite('PersonText'), group: false, readsAnswers: true },
  moves: { Input: fromComposite('Moves'), group: true },
  deliverable: { Input: fromComposite('OneDeliverable'), group: true, readsAnswers: true },
  deliverables: { Input: fromComposite('SeveralDeliverables'), group: true, readsAnswers: true },
  evidence: { Input: EvidenceInput, group: true, readsAnswers: true },
}

const coming = new Map<Kind, Promise<unknown>>()

/** Fetches what draws questions of this kind, once; null if it is here from the start. */
export function fetchInput(kind: Kind): Promise<unknown> | null {
  const { load } = INPUTS[kind].Input
  if (load === undefined) return null
  const promise = coming.get(kind) ?? load()
  coming.set(kind, promise)
  return promise
}
