import { type Zippable, zipSync } from 'fflate'

/** A file on its way into an archive. */
export interface ZipEntry {
  /** With `/` between folders; always a name of ours. */
  name: string
  bytes: Uint8Array
  /** Pictures and documents are packed already, and packing them again takes time for nothing. */
  isPacked: boolean
}

/**
 * Puts files into one archive. The same files give the same bytes.
 * @param madeAt a moment, in milliseconds
 */
export function writeZip(entries: readonly ZipEntry[], madeAt: number): Uint8Array<ArrayBuffer> {
  const files: Zippable = Object.fromEntries(
    entries.map(({ name, bytes, isPacked }) => [name, [bytes, { level: isPacked ? 0 : 6, mtime: madeAt }]]),
  )
  return zipSync(files)
}
