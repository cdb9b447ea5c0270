import { nonBlank } from '../domain/case/answer.ts'
import type { Answers } from '../domain/case/answers.ts'
import { Choices, Tick } from '../ui/Choices.tsx'
import { type InputProps, itemsOf } from './inputProps.ts'
import { GuardedText } from './textInputs.tsx'

const deliverablesOf = ({ scope }: Answers) =>
  scope.deliverables.map(({ id, code, title }) => ({
    id,
    label: [`S${code}`, nonBlank(title)].filter(Boolean).join(' '),
  }))

export function OneDeliverable({ value, onChange, answers, said, wiring, words }: InputProps) {
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

export function SeveralDeliverables({ value, onChange, answers, wiring }: InputProps) {
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

/** Somebody at the partner: picked from those written before, or written. */
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
