import { type Zippable, zipSync } from 'fflate'

export interface ZipEntry {
  /** With `/` between folders. Always a name of ours. */
  name: string
  bytes: Uint8Array
  /** Already compressed: stored as it is. */
  isPacked: boolean
}

/** The same files and time (in milliseconds) give the same bytes. */
export function writeZip(entries: readonly ZipEntry[], madeAt: number): Uint8Array<ArrayBuffer> {
  const files: Zippable = Object.fromEntries(
    entries.map(({ name, bytes, isPacked }) => [name, [bytes, { level: isPacked ? 0 : 6, mtime: madeAt }]]),
  )
  return zipSync(files)
}
