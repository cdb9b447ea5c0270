import { type ReactNode, useState } from 'react'
import type { Person } from '../domain/areas/about/schema.ts'
import type { Move } from '../domain/areas/scope/schema.ts'
import { isAnswered, nonBlank, YES_NO } from '../domain/case/answer.ts'
import type { Answers } from '../domain/case/answers.ts'
import { takenDown, textOf } from '../domain/interview/entry.ts'
import type { Question } from '../domain/interview/question.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Choices, Tick } from '../ui/Choices.tsx'
import { Field, FieldGroup } from '../ui/Field.tsx'
import { focusOn } from '../ui/focus.ts'
import { GuardedText, type InputProps, itemsOf } from './basicInputs.tsx'

interface PartTextProps extends InputProps {
  name: string
  id: string
  text: string
  onText: (text: string) => void
  isDate?: boolean
}

const PartText = ({ name, id, text, onText, isDate = false, words, said, language, problemAt }: PartTextProps) => (
  <Field
    id={id}
    label={said.part(name)}
    lang={language}
    hint={isDate ? words.translate('common:dateHint') : null}
    error={problemAt(id)}
  >
    {(wiring) => <GuardedText {...wiring} words={words} narrow={isDate} value={text} onText={onText} />}
  </Field>
)

export const People = (props: InputProps) => (
  <Repeated<Person> {...props} blank={{ name: '', role: '' }}>
    {(person, id, change) =>
      (['name', 'role'] as const).map((name) => (
        <PartText
          key={name}
          {...{ ...props, name }}
          id={`${id}.${name}`}
          text={person[name]}
          onText={(text) => change({ [name]: text })}
        />
      ))
    }
  </Repeated>
)

const DATE_PART: Question = { path: '', kind: 'date', need: 'O' }
const BLANK_MOVE: Move = { date: null, toldOn: null, agreed: null, changeRequest: null }

/** New dates for a deliverable. */
export const Moves = (props: InputProps) => (
  <Repeated<Move> {...props} blank={BLANK_MOVE}>
    {(move, id, change) => (
      <>
        {(['date', 'toldOn'] as const).map((name) => (
          <PartText
            key={name}
            {...{ ...props, name }}
            isDate
            id={`${id}.${name}`}
            text={textOf(move[name], String)}
            onText={(text) => change({ [name]: takenDown(DATE_PART, text) })}
          />
        ))}
        <FieldGroup id={`${id}.agreed`} label={props.said.part('agreed')}>
          {(wiring) => (
            <Choices
              name={wiring.id}
              wiring={wiring}
              choices={YES_NO.map((answer) => ({ id: answer, label: props.words.translate(`common:${answer}`) }))}
              chosen={move.agreed}
              onChoose={(answer) => change({ agreed: answer === 'yes' ? 'yes' : 'no' })}
            />
          )}
        </FieldGroup>
        <PartText
          {...props}
          name="changeRequest"
          id={`${id}.changeRequest`}
          text={move.changeRequest ?? ''}
          onText={(text) => change({ changeRequest: text === '' ? null : text })}
        />
      </>
    )}
  </Repeated>
)

interface RepeatedProps<T> extends InputProps {
  blank: T
  children: (item: T, id: string, change: (parts: Partial<T>) => void) => ReactNode
}

function Repeated<T>({ value, onChange, said, wiring, words, blank, children }: RepeatedProps<T>) {
  const items = itemsOf<T>(value)
  const [removed, setRemoved] = useState<{ item: T; at: number } | null>(null)
  const remove = (item: T, at: number) => {
    if (isAnswered(item)) setRemoved({ item, at })
    onChange(nullIfEmpty(items.toSpliced(at, 1)))
  }
  const putBack = (item: T, at: number) => {
    setRemoved(null)
    onChange(items.toSpliced(at, 0, item))
    focusOn(wiring.id)
  }
  return (
    <>
      {items.map((item, at) => (
        // The groups have no id, only a place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <fieldset className="part-row" key={at}>
          <legend>{said.part('group', { number: at + 1 })}</legend>
          {children(item, `${wiring.id}:${at}`, (parts) => onChange(items.with(at, { ...item, ...parts })))}
          <LinkButton onClick={() => remove(item, at)}>{said.part('remove', { number: at + 1 })}</LinkButton>
        </fieldset>
      ))}
      {removed !== null && (
        <LinkButton onClick={() => putBack(removed.item, removed.at)}>{words.translate('common:undo')}</LinkButton>
      )}
      <Button id={wiring.id} onClick={() => onChange([...items, blank])}>
        {said.part('add')}
      </Button>
    </>
  )
}

const nullIfEmpty = <T,>(items: readonly T[]): readonly T[] | null => (items.length === 0 ? null : items)

const deliverablesOf = ({ scope }: Answers) =>
  scope.deliverables.map(({ id, code, title }) => ({
    id,
    label: [`S${code}`, nonBlank(title)].filter(Boolean).join(' '),
  }))

export function OneDeliverable({ value, onChange, answers, wiring, words }: InputProps) {
  const none = { id: '', label: words.translate('examples:questions.items.deliverable.noneOfThem') }
  return (
    <Choices
      name={wiring.id}
      wiring={wiring}
      choices={[...deliverablesOf(answers), none]}
      chosen={typeof value === 'string' ? value : ''}
      onChoose={(id) => onChange(id === '' ? null : id)}
    />
  )
}

interface SeveralProps extends InputProps {
  choices: readonly { id: string; label: string }[]
}

function Several({ choices, value, onChange, wiring }: SeveralProps) {
  const chosen = itemsOf<string>(value)
  return (
    <div className="choices">
      {choices.map(({ id, label }, at) => (
        <Tick
          key={id}
          id={at === 0 ? wiring.id : `${wiring.id}-${id}`}
          label={label}
          ticked={chosen.includes(id)}
          onTick={(ticked) => onChange(nullIfEmpty(ticked ? [...chosen, id] : chosen.filter((other) => other !== id)))}
        />
      ))}
    </div>
  )
}

export const SeveralDeliverables = (props: InputProps) => <Several {...props} choices={deliverablesOf(props.answers)} />

export const SeveralChoices = (props: InputProps) => (
  <Several {...props} choices={(props.question.choices ?? []).map((id) => ({ id, label: props.said.choice(id) }))} />
)

/** A person at the partner, with those named earlier as suggestions. */
export function PersonText({ value, onChange, answers, wiring, words }: InputProps) {
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
