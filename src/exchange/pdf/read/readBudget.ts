import { TooMuch } from '../../inflate.ts'

/** What reading one file may cost, whatever is in it. */
export const READ_LIMITS = {
  objects: 300_000,
  /** Bytes of one object without its stream. */
  object: 1024 * 1024,
  depth: 40,
  treeNodes: 2_000,
  trailers: 2_000,
  filters: 4,
  /** Bytes of one stream when it is unpacked, and of all of them. */
  stream: 20 * 1024 * 1024,
  streams: 80 * 1024 * 1024,
  /** Bytes that are looked at, each time they are. */
  work: 400 * 1024 * 1024,
} as const

/** Counts what has been spent on a file. */
export interface Work {
  spend(bytes: number): void
  unpack(bytes: number): void
}

export function newWork(): Work {
  let spent = 0
  let unpacked = 0
  return {
    spend(bytes) {
      spent += bytes
      if (spent > READ_LIMITS.work) throw new TooMuch('work')
    },
    unpack(bytes) {
      unpacked += bytes
      if (unpacked > READ_LIMITS.streams) throw new TooMuch('streams')
    },
  }
}
