import type { ReactNode } from 'react'

interface FieldProps {
  /** The id of the control, or of the first control of a group. */
  id: string
  label: string
  /** Said after the label for those who hear it out of its place, where several are called the same. */
  about?: string
  /** Said after the label, such as "(optional)". */
  aside?: string | undefined
  hint?: string | null | undefined
  error?: ReactNode
  /** The language that is written in the control. */
  lang?: string | undefined
  /** What stands below the control: notes and help. */
  after?: ReactNode
  /** Gets what has to be wired to the control. */
  children: (wiring: Wiring) => ReactNode
}

export interface Wiring {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  lang?: string
}

const hintId = (id: string) => `${id}-hint`
const errorId = (id: string) => `${id}-error`

/** The ids of what describes a control, or nothing where nothing does. */
function wiringOf({ id, hint, error, lang }: FieldProps): Wiring {
  const described = [hint ? hintId(id) : '', error ? errorId(id) : ''].filter(Boolean).join(' ')
  return {
    id,
    ...(described !== '' && { 'aria-describedby': described }),
    ...(error ? { 'aria-invalid': true as const } : {}),
    ...(lang !== undefined && { lang }),
  }
}

const Hint = ({ id, hint }: FieldProps) =>
  hint ? (
    <p className="hint" id={hintId(id)}>
      {hint}
    </p>
  ) : null

const FieldError = ({ id, error }: FieldProps) =>
  error ? (
    <div className="field-error" id={errorId(id)}>
      {error}
    </div>
  ) : null

const Label = ({ label, about, aside }: FieldProps) => (
  <>
    {label}
    {about !== undefined && <span className="unseen"> {about}</span>}
    {aside !== undefined && <span className="aside"> {aside}</span>}
  </>
)

/** Label, hint, error and one control, wired together. */
export function Field(props: FieldProps) {
  return (
    <div className={props.error ? 'field in-error' : 'field'}>
      <label className="field-label" htmlFor={props.id}>
        <Label {...props} />
      </label>
      <Hint {...props} />
      <FieldError {...props} />
      {props.children(wiringOf(props))}
      {props.after}
    </div>
  )
}

/** The same for a group of controls. */
export function FieldGroup(props: FieldProps) {
  const wiring = wiringOf(props)
  return (
    <fieldset className={props.error ? 'field in-error' : 'field'} aria-describedby={wiring['aria-describedby']}>
      <legend className="field-label">
        <Label {...props} />
      </legend>
      <Hint {...props} />
      <FieldError {...props} />
      {props.children(wiring)}
      {props.after}
    </fieldset>
  )
}
