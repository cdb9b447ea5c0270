import { TooMuch } from '../../inflate.ts'

export const READ_LIMITS = {
  objects: 300_000,
  /** Bytes of one object without its stream. */
  object: 1024 * 1024,
  depth: 40,
  treeNodes: 2_000,
  trailers: 2_000,
  filters: 4,
  /** Bytes of one decoded stream, and of all of them. */
  stream: 20 * 1024 * 1024,
  streams: 80 * 1024 * 1024,
  /** Bytes looked at, counted each time. */
  read: 400 * 1024 * 1024,
} as const

export class ReadBudget {
  private bytesRead = 0
  private bytesDecoded = 0

  read(bytes: number) {
    this.bytesRead += bytes
    if (this.bytesRead > READ_LIMITS.read) throw new TooMuch('read')
  }

  decode(bytes: number) {
    this.bytesDecoded += bytes
    if (this.bytesDecoded > READ_LIMITS.streams) throw new TooMuch('streams')
  }

  /** Room for a decoded stream, counted before it is taken. */
  allocate(size: number): Uint8Array {
    if (size > READ_LIMITS.stream) throw new TooMuch('stream')
    this.decode(size)
    return new Uint8Array(size)
  }
}
