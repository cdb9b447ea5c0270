import { Field } from './Field.tsx'

interface SelectFieldProps<Id extends string> {
  id: string
  label: string
  /** Hidden text after the label, if several have the same one. */
  about?: string
  hint?: string
  chosen: string | null
  /** The label of the empty choice. */
  none: string
  choices: readonly { id: Id; label: string }[]
  onChoose: (id: Id | null) => void
}

/** One of a list, or none of it. */
export const SelectField = <Id extends string>(props: SelectFieldProps<Id>) => (
  <Field id={props.id} label={props.label} hint={props.hint} {...(props.about !== undefined && { about: props.about })}>
    {(wiring) => (
      <select
        {...wiring}
        className="select"
        value={props.chosen ?? ''}
        onChange={({ target }) => props.onChoose(props.choices.find(({ id }) => id === target.value)?.id ?? null)}
      >
        <option value="">{props.none}</option>
        {props.choices.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    )}
  </Field>
)
