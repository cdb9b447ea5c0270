import { concatBytes } from '@noble/hashes/utils.js'
import { Inflate, Unzlib } from 'fflate'

/** Thrown when a file asks for more than it may cost; caught inside this folder. */
export class TooMuch extends Error {}

export interface Inflated {
  bytes: Uint8Array
  /** False if the data is damaged or truncated; `bytes` is then what could be read. */
  whole: boolean
}

const STEP = 16 * 1024

/**
 * Inflates in steps, so that a zip bomb is stopped before it uses the memory.
 * @param isAll false if `packed` is only the beginning, and only the beginning is wanted
 * @param spend gets the bytes read and the bytes inflated at each step; throws `TooMuch` at a limit
 */
export function inflate(
  packed: Uint8Array,
  format: 'zlib' | 'raw',
  spend: (read: number, unpacked: number) => void,
  isAll = true,
): Inflated {
  const parts: Uint8Array[] = []
  let whole = false
  const take = (part: Uint8Array, final: boolean) => {
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
  return { bytes: concatBytes(...parts), whole }
}
