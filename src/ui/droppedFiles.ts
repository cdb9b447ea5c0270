/** Deeper folders, and more files, are nothing that somebody drops on purpose. */
const MAX_DEPTH = 8
const MAX_FILES = 20_000

/**
 * The files that were dropped, with those of dropped folders. A folder that cannot be read stands for itself: reading it
 * fails, which is told by its name.
 */
export async function filesIn({ items, files }: DataTransfer): Promise<readonly File[]> {
  // Asked for before the first wait: after the drop the browser forgets what was dropped.
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
    const isRead = entry !== null && (await isTaken(take(entry, 0)))
    const file = whole[at]
    if (!isRead && file !== undefined) found.splice(before, found.length, file)
  }
  return found
}

const isTaken = (taking: Promise<void>) =>
  taking.then(
    () => true,
    () => false,
  )

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** A folder gives a hundred of its entries at a time, and none when there are no more. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return all
    all.push(...some)
  }
}
