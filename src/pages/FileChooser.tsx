import { type ClipboardEvent, useId, useState } from 'react'

/** Takes a file by button, by dropping or by pasting. */
interface FileChooserProps {
  label: string
  hint: string
  /** On the button: the browser's own would be in the browser's language. */
  button: string
  /** What else can be done: dropping and pasting. */
  also: string
  onFile: (file: File) => void
}

export function FileChooser({ label, hint, button, also, onFile }: FileChooserProps) {
  const id = useId()
  const [over, setOver] = useState(false)
  const first = (files: FileList | null) => {
    const file = files?.[0]
    if (file !== undefined) onFile(file)
  }
  return (
    // The area adds dropping and pasting to the button in it, which does the same by keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        first(event.dataTransfer.files)
      }}
      onPaste={(event: ClipboardEvent) => first(event.clipboardData.files)}
    >
      <p className="field-label" id={`${id}-label`}>
        {label}
      </p>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        className="unseen"
        id={id}
        type="file"
        aria-labelledby={`${id}-label ${id}-button`}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          first(target.files)
          // The same file can be chosen again after it was put right.
          target.value = ''
        }}
      />
      <label className="button" htmlFor={id} id={`${id}-button`}>
        {button}
      </label>
      <p className="hint">{also}</p>
    </div>
  )
}
