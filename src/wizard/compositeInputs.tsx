import type { ReactNode } from 'react'
import type { Person } from '../domain/areas/about/schema.ts'
import type { Move } from '../domain/areas/scope/schema.ts'
import { YES_NO } from '../domain/case/answer.ts'
import { takenDown, textOf } from '../domain/interview/entry.ts'
import type { Question } from '../domain/interview/question.ts'
import type { QuestionWords } from '../i18n/questionWords.ts'
import { Choices } from '../ui/Choices.tsx'
import { Field, FieldGroup } from '../ui/Field.tsx'
import { type InputProps, itemsOf } from './inputProps.ts'
import { GuardedText } from './textInputs.tsx'

/** Names and roles, each pair with a button that takes it away. */
export function People({ value, onChange, said, wiring, words, language }: InputProps) {
  const people = itemsOf<Person>(value)
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
          <Field lang={language} key={part} id={`${wiring.id}:${at}.${part}`} label={said.part(part)}>
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
export function Moves({ value, onChange, words, said, wiring, problemAt, language }: InputProps) {
  const moves = itemsOf<Move>(value)
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
              <Field
                lang={language}
                key={part}
                id={id}
                label={said.part(part)}
                hint={words.translate('common:dateHint')}
                error={problemAt(id)}
              >
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
          <Field lang={language} id={`${wiring.id}:${at}.changeRequest`} label={said.part('changeRequest')}>
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
