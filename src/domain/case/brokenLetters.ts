import { excerpt } from '../report/excerpt.ts'

/** UTF-8 that a program took for an older way of writing letters, `NordfjÃ¤ll`, and what it could not read at all. */
const BROKEN = /Ã[\u0080-\u00bf„…–†‡]|Â[\u00a0-\u00bf]|\ufffd/u

/** Room for a text that is quoted, in characters. */
const ROOM = 60

/** The first text in a file whose letters are broken; null where all look as they should. */
export function brokenLetters(value: unknown): string | null {
  if (typeof value === 'string') return BROKEN.test(value) ? excerpt(value, ROOM).text : null
  if (typeof value !== 'object' || value === null) return null
  for (const inner of Object.values(value)) {
    const found = brokenLetters(inner)
    if (found !== null) return found
  }
  return null
}
