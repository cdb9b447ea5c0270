import { type ClipboardEvent, useId, useState } from 'react'

/** Takes a file by button, by dropping or by pasting. */
interface FileChooserProps {
  label: string
  hint: string
  /** What else can be done: dropping and pasting. */
  also: string
  onFile: (file: File) => void
}

export function FileChooser({ label, hint, also, onFile }: FileChooserProps) {
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
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        id={id}
        type="file"
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          first(target.files)
          // The same file can be chosen again after it was put right.
          target.value = ''
        }}
      />
      <p className="hint">{also}</p>
    </div>
  )
}
