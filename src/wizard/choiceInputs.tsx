import { nonBlank } from '../domain/case/answer.ts'
import type { Answers } from '../domain/case/answers.ts'
import { Choices, Tick } from '../ui/Choices.tsx'
import { type InputProps, itemsOf, nullIfEmpty } from './basicInputs.tsx'

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
