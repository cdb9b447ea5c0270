import { useRef } from 'react'
import { answerOrNull, isUnknown } from '../domain/case/answer.ts'
import { Choices, Tick } from '../ui/Choices.tsx'
import type { InputProps } from './inputProps.ts'

export function Choice({ question, value, onChange, words, said, wiring }: InputProps) {
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
  const { offers } = question
  if (offers === undefined) return null
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

export function TickAnswer({ value, onChange, said, wiring }: InputProps) {
  return (
    <Tick
      id={wiring.id}
      label={said.label}
      ticked={answerOrNull(value) === true}
      describedBy={wiring['aria-describedby']}
      onTick={(ticked) => onChange(ticked ? true : null)}
    />
  )
}
