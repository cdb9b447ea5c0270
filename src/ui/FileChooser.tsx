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
      {picker(id, button, isNamedAbove || isAside ? 'button secondary' : 'button', files)}
      {folder !== undefined && (
        <> {picker(`${id}-folder`, folder, 'button secondary', { multiple: true, ...{ webkitdirectory: '' } })}</>
      )}
      <p className="hint">{also}</p>
    </div>
  )
}

// Nobody drops deeper folders, or more files, on purpose.
const MAX_DEPTH = 8
const MAX_FILES = 20_000

/** The dropped files and those in dropped folders. A folder that cannot be read is returned as a file, so that the error names it. */
async function filesIn({ items, files }: DataTransfer): Promise<readonly File[]> {
  // Before the first await: the browser clears the data after the event.
  const entries = [...items].filter(({ kind }) => kind === 'file').map((item) => item.webkitGetAsEntry())
  const whole = [...files]
  if (!entries.some((entry) => entry?.isDirectory)) return whole
  const found: File[] = []
  const take = async (entry: FileSystemEntry, depth: number): Promise<void> => {
    if (found.length >= MAX_FILES) return
    if (isFile(entry)) found.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)))
    else if (isFolder(entry) && depth < MAX_DEPTH)
      for (const inner of await entriesOf(entry)) await take(inner, depth + 1)
  }
  for (const [at, entry] of entries.entries()) {
    const before = found.length
    const isRead =
      entry !== null &&
      (await take(entry, 0).then(
        () => true,
        () => false,
      ))
    const file = whole[at]
    if (!isRead && file !== undefined) found.splice(before, found.length, file)
  }
  return found
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** `readEntries` gives up to a hundred entries at a time, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return all
    all.push(...some)
  }
}
