const EN =
  'always, never, constantly, everything, nothing works, slow, bad, poor, broken, buggy, many, often, soon, ' +
  'asap, recently, unprofessional, badly, poorly, terrible, useless, frequently, all the time, lots of, ' +
  'a lot of, several times, countless'

const SV =
  'alltid, aldrig, hela tiden, allt, inget fungerar, långsam, långsamt, seg, segt, dålig, dåligt, trasig, ' +
  'trasigt, buggig, buggigt, många, ofta, snart, snarast, nyligen, oproffsig, oproffsigt, långsamma, sega, ' +
  'dåliga, trasiga, buggiga, oproffsiga, ständigt, jämt, massor, flera gånger, usel, uselt, värdelös, ' +
  'värdelöst'

/** Words that usually replace a fact (S: "be specific"; the lists are C). */
const VAGUE: Record<string, readonly string[]> = { en: EN.split(', '), sv: SV.split(', ') }

/** Characters: the beginning of a long text is enough. */
const LOOKED_AT = 5_000

/** Null if there is none, or if the text has a digit: a fact comes with the word. */
export function vagueWordIn(text: string, language: string): string | null {
  const start = text.slice(0, LOOKED_AT)
  if (/\d/.test(start)) return null
  // Whole words only.
  const words = ` ${start.toLowerCase().replace(/[^\p{L}]+/gu, ' ')} `
  // The language comes from a file, and may be a name that every object inherits.
  const vague = Object.hasOwn(VAGUE, language) ? (VAGUE[language] ?? []) : []
  return vague.find((word) => words.includes(` ${word} `)) ?? null
}
