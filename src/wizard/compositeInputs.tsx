import { type ReactNode, useState } from 'react'
import type { Person } from '../domain/areas/about/schema.ts'
import type { Move } from '../domain/areas/scope/schema.ts'
import { isWritten, YES_NO } from '../domain/case/answer.ts'
import { takenDown, textOf } from '../domain/interview/entry.ts'
import type { Question } from '../domain/interview/question.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Choices } from '../ui/Choices.tsx'
import { Field, FieldGroup } from '../ui/Field.tsx'
import { useShowChange } from '../ui/useShowChange.ts'
import { WithCalendar } from '../ui/WithCalendar.tsx'
import { GuardedText, type InputProps, itemsOf, nullIfEmpty } from './basicInputs.tsx'
import { asDate } from './dateInput.tsx'

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
    {(wiring) => {
      const field = <GuardedText {...wiring} words={words} narrow={isDate} value={text} onText={onText} />
      if (!isDate) return field
      const calendar = words.translate('common:calendar', { field: said.part(name) })
      return (
        <WithCalendar name={calendar} date={asDate(text)} onDate={onText}>
          {field}
        </WithCalendar>
      )
    }}
  </Field>
)

export const People = (props: InputProps) => (
  <Repeated<Person> {...props} blank={{ name: '', role: '' }} first="name">
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
  <Repeated<Move> {...props} blank={BLANK_MOVE} first="date">
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
  /** The first field of each. */
  first: keyof T & string
  children: (item: T, id: string, change: (parts: Partial<T>) => void) => ReactNode
}

function Repeated<T>({ value, onChange, said, wiring, words, blank, first, children }: RepeatedProps<T>) {
  const items = itemsOf<T>(value)
  const [removed, setRemoved] = useState<{ item: T; at: number } | null>(null)
  const showChange = useShowChange()
  const undo = `${wiring.id}-undo`
  const remove = (item: T, at: number) =>
    showChange(
      () => {
        if (isWritten(item)) setRemoved({ item, at })
        onChange(nullIfEmpty(items.toSpliced(at, 1)))
      },
      isWritten(item) || removed !== null ? undo : wiring.id,
    )
  const putBack = (item: T, at: number) =>
    showChange(() => {
      setRemoved(null)
      onChange(items.toSpliced(at, 0, item))
    }, wiring.id)
  const add = () => showChange(() => onChange([...items, blank]), `${wiring.id}:${items.length}.${first}`)
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
        <LinkButton id={undo} onClick={() => putBack(removed.item, removed.at)}>
          {words.translate('common:undo')}
        </LinkButton>
      )}
      <Button id={wiring.id} onClick={add}>
        {said.part('add')}
      </Button>
    </>
  )
}

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
