// Nobody drops deeper folders, or more files, on purpose.
const MAX_DEPTH = 8
const MAX_FILES = 20_000

/** The dropped files and those in dropped folders. A folder that cannot be read is returned as a file, so that the error names it. */
export async function filesIn(
  entries: readonly (FileSystemEntry | null)[],
  whole: readonly File[],
): Promise<readonly File[]> {
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
