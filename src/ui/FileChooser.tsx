import { type ClipboardEvent, type InputHTMLAttributes, useEffect, useId, useState } from 'react'

interface FileChooserProps {
  label: string
  hint: string
  /** On the button: the browser's own would be in the browser's language. */
  button: string
  also: string
  onFiles: (files: readonly File[]) => void
  /** The id of the control, if links lead to it. */
  id?: string
  multiple?: boolean
  accept?: string
  /** Text of a second button, which takes a folder; dropped folders are taken, too. */
  folder?: string
  /** Set if a label above says what the files are for. */
  isNamedAbove?: boolean
  /** Set if the page is for something else. */
  isAside?: boolean
  /** Set if a file may be dropped anywhere on the page. */
  isEverywhere?: boolean
}

/** Takes files by button, dropping or pasting. */
export function FileChooser(props: FileChooserProps) {
  const {
    label,
    hint,
    button,
    also,
    onFiles,
    multiple = false,
    accept,
    folder,
    isNamedAbove = false,
    isAside = false,
    isEverywhere = false,
  } = props
  const made = useId()
  const id = props.id ?? made
  const [over, setOver] = useState(false)
  const take = (files: Iterable<File> | null) => {
    const all = [...(files ?? [])]
    if (all.length > 0) onFiles(all)
  }
  useEffect(() => {
    if (!isEverywhere) return
    const drop = ({ dataTransfer }: DragEvent) => take(dataTransfer?.files ?? null)
    window.addEventListener('drop', drop)
    return () => window.removeEventListener('drop', drop)
  })
  const picker = (own: string, text: string, look: string, attributes: InputHTMLAttributes<HTMLInputElement>) => (
    <>
      <input
        className="unseen"
        id={own}
        type="file"
        aria-labelledby={`${id}-label ${own}-button`}
        onChange={({ target }) => {
          take(target.files)
          // Lets the user choose the same file again.
          target.value = ''
        }}
        {...attributes}
      />
      <label className={look} htmlFor={own} id={`${own}-button`}>
        {text}
      </label>
    </>
  )
  const files = { multiple, accept, 'aria-describedby': `${id}-limits` }
  return (
    // Dropping and pasting are additions; the button works by keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      className={over ? 'drop over' : 'drop'}
      // Focusable by click, to receive a paste.
      tabIndex={-1}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={({ dataTransfer }) => {
        setOver(false)
        if (isEverywhere) return
        if (!multiple) return take(dataTransfer.files)
        // Before anything is waited for: the browser clears the data after the event.
        const [items, files] = [Array.from(dataTransfer.items ?? []), [...dataTransfer.files]]
        const entries = items.filter(({ kind }) => kind === 'file').map((item) => item.webkitGetAsEntry())
        if (!entries.some((entry) => entry?.isDirectory)) take(files)
        else
          void import('./droppedFolders.ts')
            .then(({ filesIn }) => filesIn(entries, files))
            .then(take, () => take(files))
      }}
      onPaste={(event: ClipboardEvent) => take(event.clipboardData.files)}
    >
      <p className={isNamedAbove ? 'unseen' : 'field-label'} id={`${id}-label`}>
        {label}
      </p>
      <p className="hint" id={`${id}-limits`}>
        {hint}
      </p>
      <div className="action-links">
        {picker(id, button, isNamedAbove || isAside ? 'button secondary' : 'button', files)}
        {folder !== undefined &&
          picker(`${id}-folder`, folder, 'button secondary', { multiple: true, ...{ webkitdirectory: '' } })}
      </div>
      <p className="hint">{also}</p>
    </div>
  )
}
