import type { Wiring } from './Field.tsx'

interface Choice {
  id: string
  label: string
  hint?: string | null
  lang?: string
}

interface ChoicesProps {
  name: string
  choices: readonly Choice[]
  chosen: string | null
  onChoose: (id: string) => void
  wiring: Wiring
}

/** In characters: what fits beside others, and together in two lines. */
const SHORT = 26
const TOGETHER = 75

/** A few short choices stand beside each other. */
const areShort = (choices: readonly Choice[]) =>
  choices.every(({ label, hint }) => !hint && label.length <= SHORT) &&
  choices.reduce((sum, { label }) => sum + label.length, 0) <= TOGETHER

/** Radio buttons. The first one carries the id of the field, so that links land on it. */
export const Choices = ({ name, choices, chosen, onChoose, wiring }: ChoicesProps) => (
  <div className={areShort(choices) ? 'choices in-row' : 'choices'}>
    {choices.map(({ id, label, hint, lang }, at) => {
      const own = at === 0 ? wiring.id : `${wiring.id}-${id}`
      return (
        <div className="choice" key={id}>
          <input
            type="radio"
            id={own}
            name={name}
            checked={chosen === id}
            onChange={() => onChoose(id)}
            aria-describedby={hint ? `${own}-says` : undefined}
          />
          <label htmlFor={own} lang={lang}>
            {label}
          </label>
          {hint && (
            <p className="choice-hint" id={`${own}-says`}>
              {hint}
            </p>
          )}
        </div>
      )
    })}
  </div>
)

interface TickProps {
  id: string
  label: string
  ticked: boolean
  onTick: (ticked: boolean) => void
  describedBy?: string | undefined
}

export const Tick = ({ id, label, ticked, onTick, describedBy }: TickProps) => (
  <div className="choice">
    <input
      type="checkbox"
      id={id}
      checked={ticked}
      onChange={({ target }) => onTick(target.checked)}
      aria-describedby={describedBy}
    />
    <label htmlFor={id}>{label}</label>
  </div>
)
