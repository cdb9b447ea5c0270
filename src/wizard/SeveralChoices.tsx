import { Tick } from '../ui/Choices.tsx'
import { type InputProps, itemsOf } from './basicInputs.tsx'

export const nullIfEmpty = <T,>(items: readonly T[]): readonly T[] | null => (items.length === 0 ? null : items)

interface SeveralProps extends InputProps {
  choices: readonly { id: string; label: string }[]
}

export function Several({ choices, value, onChange, wiring }: SeveralProps) {
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

export const SeveralChoices = (props: InputProps) => (
  <Several {...props} choices={(props.question.choices ?? []).map((id) => ({ id, label: props.said.choice(id) }))} />
)
