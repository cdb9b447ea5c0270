import { type ComponentType, lazy, type ReactNode, useRef, useState } from 'react'
import { isUnknown, known, MAX_TEXT, written } from '../domain/case/answer.ts'
import type { Answers } from '../domain/case/answers.ts'
import { cleanText } from '../domain/case/cleanText.ts'
import { takenDown, textOf } from '../domain/interview/entry.ts'
import type { Kind, Question } from '../domain/interview/question.ts'
import type { QuestionWords } from '../i18n/questionWords.ts'
import type { Words } from '../i18n/useWords.ts'
import { Choices, Tick } from '../ui/Choices.tsx'
import type { Wiring } from '../ui/Field.tsx'
import { TextInput, type TextInputProps } from '../ui/TextInput.tsx'

/** Everything an input needs to know. It asks nothing else of anybody. */
export interface InputProps {
  question: Question
  value: unknown
  onChange: (value: unknown) => void
  words: Words
  said: QuestionWords
  wiring: Wiring
  answers: Answers
  /** What is wrong with a part of a composite answer. */
  problemAt: (at: string) => ReactNode
}

/** A text field that stops what no case can hold, and says so. */
export function GuardedText({
  words,
  ...props
}: Omit<TextInputProps, 'longest' | 'onTooLong'> & { words: Words }) {
  const [refused, setRefused] = useState<{ length: number; pasted: boolean } | null>(null)
  const { translate, formats } = words
  return (
    <>
      <TextInput
        {...props}
        onText={(text) => {
          setRefused(null)
          props.onText(cleanText(text))
        }}
        longest={MAX_TEXT}
        onTooLong={(length, pasted) => setRefused({ length, pasted })}
      />
      {refused !== null && (
        <p className="note" role="alert">
          {translate(refused.pasted ? 'common:paste.tooLong' : 'common:paste.typedTooLong', {
            count: refused.length,
            max: formats.number(MAX_TEXT),
          })}
        </p>
      )}
    </>
  )
}

/** The counter comes when three quarters of a good length are used. */
const COUNT_FROM = 0.75

function Text({ question, value, onChange, words, wiring }: InputProps) {
  const text = isUnknown(value) ? '' : textOf(value, String)
  const { goodLength } = question
  const counted = goodLength !== undefined && text.length >= goodLength * COUNT_FROM
  return (
    <>
      <GuardedText
        {...wiring}
        words={words}
        value={text}
        onText={(next) => onChange(takenDown(question, next))}
        multiline={question.kind === 'longText'}
        type={question.kind === 'email' ? 'email' : question.kind === 'phone' ? 'tel' : 'text'}
        {...(question.autocomplete !== undefined && { autoComplete: question.autocomplete })}
      />
      {counted && (
        <p className="hint counter">
          {words.translate('common:counter', { used: text.length, good: goodLength })}
        </p>
      )}
    </>
  )
}

function DateText({ question, value, onChange, words, wiring }: InputProps) {
  return (
    <GuardedText
      {...wiring}
      words={words}
      narrow
      value={textOf(value, String)}
      onText={(next) => onChange(takenDown(question, next))}
    />
  )
}

function NumberText({ question, value, onChange, words, wiring }: InputProps) {
  return (
    <GuardedText
      {...wiring}
      words={words}
      narrow
      value={textOf(value, words.formats.number)}
      onText={(next) => onChange(takenDown(question, next))}
    />
  )
}

function Choice({ question, value, onChange, words, said, wiring }: InputProps) {
  const choices = (question.choices ?? []).map((id) => ({
    id,
    label: said.choice(id),
    hint: said.choiceHint(id),
  }))
  const unknown = { id: 'unknown', label: words.translate('common:unknown') }
  const offersUnknown = question.offers?.includes('unknown') === true
  return (
    <Choices
      name={wiring.id}
      wiring={wiring}
      choices={offersUnknown ? [...choices, unknown] : choices}
      chosen={isUnknown(value) ? 'unknown' : typeof value === 'string' ? value : null}
      onChoose={(id) => onChange(id === 'unknown' && offersUnknown ? { unknown: true } : id)}
    />
  )
}

/** Other answers than the field's own: "don't know", no date was promised. What was written comes back when unticked. */
export function OtherAnswers({ question, value, onChange, words, wiring }: InputProps) {
  const before = useRef<unknown>(null)
  const { offers, kind } = question
  if (kind === 'choice' || offers === undefined) return null
  const others = [
    {
      id: 'none',
      offered: offers.includes('none'),
      answer: 'none',
      label: 'common:noDate',
      chosen: value === 'none',
    },
    {
      id: 'unknown',
      offered: offers.includes('unknown'),
      answer: { unknown: true },
      label: 'common:unknown',
      chosen: isUnknown(value),
    },
  ].filter(({ offered }) => offered)
  const anyChosen = others.some(({ chosen }) => chosen)
  return (
    <div className="also">
      {others.map(({ id, answer, label, chosen }) => (
        <Tick
          key={id}
          id={`${wiring.id}-${id}`}
          label={words.translate(label)}
          ticked={chosen}
          describedBy={undefined}
          onTick={(ticked) => {
            if (ticked && !anyChosen) before.current = value
            onChange(ticked ? answer : before.current)
          }}
        />
      ))}
    </div>
  )
}

export const itemsOf = <T,>(value: unknown): readonly T[] => (Array.isArray(value) ? value : [])

/** Somebody at the partner: picked from those written before, or written. */
function PersonText({ value, onChange, answers, wiring, words }: InputProps) {
  const people = (answers.about.partnerPeople ?? [])
    .map(({ name, role }) => [name, role].filter((part) => part.trim() !== '').join(', '))
    .filter((person) => person !== '')
  const list = `${wiring.id}-people`
  return (
    <>
      <GuardedText
        {...wiring}
        words={words}
        value={typeof value === 'string' ? value : ''}
        onText={(text) => onChange(text === '' ? null : text)}
        list={list}
      />
      <datalist id={list}>
        {people.map((person) => (
          <option key={person} value={person} />
        ))}
      </datalist>
    </>
  )
}

const deliverablesOf = ({ scope }: Answers) =>
  scope.deliverables.map(({ id, code, title }) => ({
    id,
    label: [`S${code}`, written(title)].filter(Boolean).join(' '),
  }))

function OneDeliverable({ value, onChange, answers, said, wiring, words }: InputProps) {
  const choices = deliverablesOf(answers)
  const none = { id: '', label: words.translate('examples:questions.items.deliverable.noneOfThem') }
  return (
    <Choices
      name={wiring.id}
      wiring={wiring}
      choices={[...choices, none]}
      chosen={typeof value === 'string' ? value : ''}
      onChoose={(id) => onChange(id === '' ? null : id)}
      key={said.label}
    />
  )
}

function SeveralDeliverables({ value, onChange, answers, wiring }: InputProps) {
  const chosen = itemsOf<string>(value)
  const choices = deliverablesOf(answers)
  return (
    <div className="choices">
      {choices.map(({ id, label }, at) => (
        <Tick
          key={id}
          id={at === 0 ? wiring.id : `${wiring.id}-${id}`}
          label={label}
          ticked={chosen.includes(id)}
          onTick={(ticked) => {
            const next = ticked ? [...chosen, id] : chosen.filter((other) => other !== id)
            onChange(next.length === 0 ? null : next)
          }}
        />
      ))}
    </div>
  )
}

function TickAnswer({ value, onChange, said, wiring }: InputProps) {
  return (
    <Tick
      id={wiring.id}
      label={said.label}
      ticked={known(value) === true}
      describedBy={wiring['aria-describedby']}
      onTick={(ticked) => onChange(ticked ? true : null)}
    />
  )
}

/** Answers made of several fields are few, and their inputs come with the first page that has one. */
const composite = () => import('./compositeInputs.tsx')
const People = lazy(() => composite().then((file) => ({ default: file.People })))
const Moves = lazy(() => composite().then((file) => ({ default: file.Moves })))
const EstimateParts = lazy(() => composite().then((file) => ({ default: file.EstimateParts })))

/** Fetches them before they are needed: while a list is looked at, say. */
export const fetchCompositeInputs = () => void composite()

/** How each kind is answered, and whether its controls form a group. */
export const INPUTS: Readonly<Record<Kind, { Input: ComponentType<InputProps>; group: boolean }>> = {
  text: { Input: Text, group: false },
  longText: { Input: Text, group: false },
  email: { Input: Text, group: false },
  phone: { Input: Text, group: false },
  number: { Input: NumberText, group: false },
  date: { Input: DateText, group: false },
  choice: { Input: Choice, group: true },
  tick: { Input: TickAnswer, group: true },
  people: { Input: People, group: true },
  person: { Input: PersonText, group: false },
  moves: { Input: Moves, group: true },
  deliverable: { Input: OneDeliverable, group: true },
  deliverables: { Input: SeveralDeliverables, group: true },
  estimate: { Input: EstimateParts, group: true },
}
