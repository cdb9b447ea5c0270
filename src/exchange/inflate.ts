import { Inflate, Unzlib } from 'fflate'

/** Thrown where a file asks for more than it may cost. It never leaves this folder. */
export class TooMuch extends Error {}

export interface Inflated {
  bytes: Uint8Array
  /** False where the data is damaged or ends too early; `bytes` is then what could be read. */
  whole: boolean
}

const STEP = 16 * 1024

/**
 * Unpacks step by step, so that a small file cannot become a large one before anybody notices.
 * @param isAll false where only the beginning is given, and only the beginning is wanted
 * @param spend called with the bytes that go in and the bytes that come out at each step; throws where it is too much
 */
export function inflate(
  packed: Uint8Array,
  format: 'zlib' | 'raw',
  spend: (read: number, unpacked: number) => void,
  isAll = true,
): Inflated {
  const parts: Uint8Array[] = []
  let length = 0
  let whole = false
  const take = (part: Uint8Array, final: boolean) => {
    length += part.length
    spend(0, part.length)
    parts.push(part.slice())
    whole = final
  }
  const unpacker = format === 'zlib' ? new Unzlib(take) : new Inflate(take)
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      spend(Math.min(STEP, packed.length - at), 0)
      unpacker.push(packed.subarray(at, at + STEP), isAll && at + STEP >= packed.length)
    }
  } catch (error) {
    if (error instanceof TooMuch) throw error
    whole = false
  }
  return { bytes: joined(parts, length), whole }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
