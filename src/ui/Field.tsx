import type { ReactNode } from 'react'

interface FieldProps {
  /** The id of the control, or of the first one of a group. */
  id: string
  label: string
  /** Hidden text after the label, if several fields have the same label. */
  about?: string
  aside?: string | undefined
  hint?: string | null | undefined
  error?: ReactNode
  /** The language of the text in the control. */
  lang?: string | undefined
  after?: ReactNode
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

function wiringOf({ id, hint, error, lang }: FieldProps): Wiring {
  const described = [hint ? hintId(id) : '', error ? errorId(id) : ''].filter(Boolean).join(' ')
  return {
    id,
    ...(described !== '' && { 'aria-describedby': described }),
    ...(error ? { 'aria-invalid': true as const } : {}),
    ...(lang !== undefined && { lang }),
  }
}

const Label = ({ label, about, aside }: FieldProps) => (
  <>
    {label}
    {about !== undefined && <span className="unseen"> {about}</span>}
    {aside !== undefined && <span className="aside"> {aside}</span>}
  </>
)

const Hint = ({ id, hint }: FieldProps) =>
  hint ? (
    <p className="hint" id={hintId(id)}>
      {hint}
    </p>
  ) : null

const BelowLabel = ({ isHintLast = false, ...props }: FieldProps & { isHintLast?: boolean }) => (
  <>
    {!isHintLast && <Hint {...props} />}
    {props.error && (
      <div className="field-error" id={errorId(props.id)}>
        {props.error}
      </div>
    )}
    {props.children(wiringOf(props))}
    {isHintLast && <Hint {...props} />}
    {props.after}
  </>
)

/** For a control that names itself. */
export const FieldBox = (props: FieldProps) => (
  <div className="field">
    <BelowLabel {...props} isHintLast />
  </div>
)

/** Label, hint, error and one control, wired together. */
export const Field = (props: FieldProps) => (
  <div className="field">
    <label className="field-label" htmlFor={props.id}>
      <Label {...props} />
    </label>
    <BelowLabel {...props} />
  </div>
)

export const FieldGroup = (props: FieldProps) => (
  <fieldset className="field" aria-describedby={wiringOf(props)['aria-describedby']}>
    <legend className="field-label">
      <Label {...props} />
    </legend>
    <BelowLabel {...props} />
  </fieldset>
)
