import { type ClipboardEvent, useId, useState } from 'react'
import { filesIn } from './droppedFiles.ts'

/** Takes files by button, by dropping or by pasting. */
interface FileChooserProps {
  label: string
  hint: string
  /** On the button: the browser's own would be in the browser's language. */
  button: string
  /** What else can be done: dropping and pasting. */
  also: string
  /** Called with one file at least, in the order in which they were chosen. */
  onFiles: (files: readonly File[]) => void
  /** The id of the control, where a link leads to it. */
  id?: string
  multiple?: boolean
  /** What the browser offers first, as media types. */
  accept?: string
  /** On a second button, which takes all files of a folder; one that is dropped is taken, too. */
  folder?: string
  /** True where what stands around it says what it is for. */
  isNamedAbove?: boolean
}

export function FileChooser(props: FileChooserProps) {
  const { label, hint, button, also, onFiles, multiple = false, accept, folder, isNamedAbove = false } = props
  const made = useId()
  const id = props.id ?? made
  const [over, setOver] = useState(false)
  const take = (files: Iterable<File> | null) => {
    const all = [...(files ?? [])]
    if (all.length > 0) onFiles(all)
  }
  return (
    // The area adds dropping and pasting to the button in it, which does the same by keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      className={over ? 'drop over' : 'drop'}
      // A click into it lets it take what is pasted next.
      tabIndex={-1}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={({ dataTransfer }) => {
        setOver(false)
        if (folder === undefined) take(dataTransfer.files)
        else void filesIn(dataTransfer).then(take)
      }}
      onPaste={(event: ClipboardEvent) => take(event.clipboardData.files)}
    >
      <p className={isNamedAbove ? 'unseen' : 'field-label'} id={`${id}-label`}>
        {label}
      </p>
      <p className="hint" id={`${id}-limits`}>
        {hint}
      </p>
      <input
        className="unseen"
        id={id}
        type="file"
        multiple={multiple}
        accept={accept}
        aria-labelledby={`${id}-label ${id}-button`}
        aria-describedby={`${id}-limits`}
        onChange={({ target }) => {
          take(target.files)
          // The same file can be chosen again after it was put right.
          target.value = ''
        }}
      />
      <label className={isNamedAbove ? 'button secondary' : 'button'} htmlFor={id} id={`${id}-button`}>
        {button}
      </label>
      {folder !== undefined && (
        <>
          {' '}
          <input
            className="unseen"
            id={`${id}-folder`}
            type="file"
            multiple
            // The only way in which browsers let a page read a folder, each file of it and no other.
            {...{ webkitdirectory: '' }}
            aria-labelledby={`${id}-label ${id}-folder-button`}
            onChange={({ target }) => {
              take(target.files)
              target.value = ''
            }}
          />
          <label className="button secondary" htmlFor={`${id}-folder`} id={`${id}-folder-button`}>
            {folder}
          </label>
        </>
      )}
      <p className="hint">{also}</p>
    </div>
  )
}
