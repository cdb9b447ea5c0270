import { type ReactNode, useRef, useState } from 'react'
import type { Person } from '../domain/areas/about/schema.ts'
import type { Estimate } from '../domain/areas/examples/schema.ts'
import type { Move } from '../domain/areas/scope/schema.ts'
import { isUnknown, known, MAX_TEXT, written, YES_NO } from '../domain/case/answer.ts'
import { cleanText } from '../domain/case/cleanText.ts'
import type { Answers } from '../domain/case/answers.ts'
import { takenDown, textOf } from '../domain/interview/entry.ts'
import type { Kind, Question } from '../domain/interview/question.ts'
import type { QuestionWords } from '../i18n/questionWords.ts'
import type { Words } from '../i18n/useWords.ts'
import { Choices, Tick } from '../ui/Choices.tsx'
import { Field, FieldGroup, type Wiring } from '../ui/Field.tsx'
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
function GuardedText({ words, ...props }: Omit<TextInputProps, 'longest' | 'onTooLong'> & { words: Words }) {
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
  const choices = (question.choices ?? []).map((id) => ({ id, label: said.choice(id), hint: said.choiceHint(id) }))
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
    { id: 'none', offered: offers.includes('none'), answer: 'none', label: 'common:noDate', chosen: value === 'none' },
    { id: 'unknown', offered: offers.includes('unknown'), answer: { unknown: true }, label: 'common:unknown', chosen: isUnknown(value) },
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

const rowsOf = <T,>(value: unknown): readonly T[] => (Array.isArray(value) ? value : [])

/** Names and roles, each pair with a button that takes it away. */
function People({ value, onChange, said, wiring, words }: InputProps) {
  const people = rowsOf<Person>(value)
  const replace = (at: number, change: Partial<Person>) =>
    onChange(people.map((person, index) => (index === at ? { ...person, ...change } : person)))
  return (
    <Repeated
      items={people}
      said={said}
      firstId={wiring.id}
      onAdd={() => onChange([...people, { name: '', role: '' }])}
      onRemove={(at) => onChange(withoutItem(people, at))}
    >
      {(person, at) =>
        (['name', 'role'] as const).map((part) => (
          <Field key={part} id={`${wiring.id}:${at}.${part}`} label={said.part(part)}>
            {(own) => (
              <GuardedText
                {...own}
                words={words}
                value={person[part]}
                onText={(text) => replace(at, { [part]: text })}
              />
            )}
          </Field>
        ))
      }
    </Repeated>
  )
}

const DATE_PART: Question = { path: '', kind: 'date', need: 'O' }
const EMPTY_MOVE: Move = { date: null, toldOn: null, agreed: null, changeRequest: null }

/** New dates for a deliverable. */
function Moves({ value, onChange, words, said, wiring, problemAt }: InputProps) {
  const moves = rowsOf<Move>(value)
  const replace = (at: number, change: Partial<Move>) =>
    onChange(moves.map((move, index) => (index === at ? { ...move, ...change } : move)))
  return (
    <Repeated
      items={moves}
      said={said}
      firstId={wiring.id}
      onAdd={() => onChange([...moves, EMPTY_MOVE])}
      onRemove={(at) => onChange(withoutItem(moves, at))}
    >
      {(move, at) => (
        <>
          {(['date', 'toldOn'] as const).map((part) => {
            const id = `${wiring.id}:${at}.${part}`
            return (
              <Field key={part} id={id} label={said.part(part)} hint={words.translate('common:dateHint')} error={problemAt(id)}>
                {(own) => (
                  <GuardedText
                    {...own}
                    words={words}
                    narrow
                    value={textOf(move[part], String)}
                    onText={(text) => replace(at, { [part]: takenDown(DATE_PART, text) })}
                  />
                )}
              </Field>
            )
          })}
          <FieldGroup id={`${wiring.id}:${at}.agreed`} label={said.part('agreed')}>
            {(own) => (
              <Choices
                name={own.id}
                wiring={own}
                choices={YES_NO.map((id) => ({ id, label: words.translate(`common:${id}`) }))}
                chosen={move.agreed}
                onChoose={(id) => replace(at, { agreed: id === 'yes' ? 'yes' : 'no' })}
              />
            )}
          </FieldGroup>
          <Field id={`${wiring.id}:${at}.changeRequest`} label={said.part('changeRequest')}>
            {(own) => (
              <GuardedText
                {...own}
                words={words}
                value={move.changeRequest ?? ''}
                onText={(text) => replace(at, { changeRequest: text === '' ? null : text })}
              />
            )}
          </Field>
        </>
      )}
    </Repeated>
  )
}

const withoutItem = <T,>(items: readonly T[], at: number): readonly T[] | null => {
  const left = items.filter((_, index) => index !== at)
  return left.length === 0 ? null : left
}

interface RepeatedProps<T> {
  items: readonly T[]
  said: QuestionWords
  firstId: string
  onAdd: () => void
  onRemove: (at: number) => void
  children: (item: T, at: number) => ReactNode
}

/** Groups of fields that can be added and taken away. */
function Repeated<T>({ items, said, firstId, onAdd, onRemove, children }: RepeatedProps<T>) {
  return (
    <>
      {items.map((item, at) => (
        // The groups have no identity of their own; their place is what the reader knows them by.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <fieldset className="part-row" key={at}>
          <legend>{said.part('group', { number: at + 1 })}</legend>
          {children(item, at)}
          <button type="button" className="link-button" onClick={() => onRemove(at)}>
            {said.part('remove', { number: at + 1 })}
          </button>
        </fieldset>
      ))}
      <button type="button" className="button secondary" id={firstId} onClick={onAdd}>
        {said.part('add')}
      </button>
    </>
  )
}

const NUMBER_PART: Question = { path: '', kind: 'number', need: 'O' }
const EMPTY_ESTIMATE: Estimate = { low: null, likely: null, high: null, currency: null }

function EstimateParts({ value, onChange, words, said, wiring, problemAt }: InputProps) {
  // The schema gives exactly this shape to answers of this kind.
  const estimate = (value as Estimate | null) ?? EMPTY_ESTIMATE
  const replace = (change: Partial<Estimate>) => onChange({ ...estimate, ...change })
  return (
    <>
      {(['low', 'likely', 'high'] as const).map((part, at) => {
        const id = at === 0 ? wiring.id : `${wiring.id}:${part}`
        return (
          <Field key={part} id={id} label={said.part(part)} error={problemAt(`${wiring.id}:${part}`)}>
            {(own) => (
              <GuardedText
                {...own}
                words={words}
                narrow
                value={textOf(estimate[part], words.formats.number)}
                onText={(text) => replace({ [part]: takenDown(NUMBER_PART, text) })}
              />
            )}
          </Field>
        )
      })}
      <Field id={`${wiring.id}:currency`} label={said.part('currency')} hint={said.part('currencyHint')}>
        {(own) => (
          <GuardedText
            {...own}
            words={words}
            narrow
            value={estimate.currency ?? ''}
            onText={(text) => replace({ currency: text === '' ? null : text })}
          />
        )}
      </Field>
    </>
  )
}

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
  scope.deliverables.map(({ id, code, title }) => ({ id, label: [`S${code}`, written(title)].filter(Boolean).join(' ') }))

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
  const chosen = rowsOf<string>(value)
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

/** How each kind is answered, and whether its controls form a group. */
export const INPUTS: Readonly<Record<Kind, { Input: (props: InputProps) => ReactNode; group: boolean }>> = {
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
