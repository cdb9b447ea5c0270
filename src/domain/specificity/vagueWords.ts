/** Words that usually stand where a fact belongs, by language (S: "be specific"; the lists are C). */
const VAGUE: Record<string, readonly string[]> = {
  en: [
    'always',
    'never',
    'constantly',
    'everything',
    'nothing works',
    'slow',
    'bad',
    'poor',
    'broken',
    'buggy',
    'many',
    'often',
    'soon',
    'asap',
    'recently',
    'unprofessional',
    'badly',
    'poorly',
    'terrible',
    'useless',
    'frequently',
    'all the time',
    'lots of',
    'a lot of',
    'several times',
    'countless',
  ],
  sv: [
    'alltid',
    'aldrig',
    'hela tiden',
    'allt',
    'inget fungerar',
    'långsam',
    'långsamt',
    'seg',
    'segt',
    'dålig',
    'dåligt',
    'trasig',
    'trasigt',
    'buggig',
    'buggigt',
    'många',
    'ofta',
    'snart',
    'snarast',
    'nyligen',
    'oproffsig',
    'oproffsigt',
    'långsamma',
    'sega',
    'dåliga',
    'trasiga',
    'buggiga',
    'oproffsiga',
    'ständigt',
    'jämt',
    'massor',
    'flera gånger',
    'usel',
    'uselt',
    'värdelös',
    'värdelöst',
  ],
}

/** A hint needs no more than the beginning of a long text. */
const LOOKED_AT = 5_000

/**
 * The first vague word of a text, or null. No hint where the same text holds a digit: a fact stands beside the word.
 * @param language of the text; languages without a list give no hints
 */
export function vagueWordIn(text: string, language: string): string | null {
  const start = text.slice(0, LOOKED_AT)
  if (/\d/.test(start)) return null
  // Between blanks, so that only whole words match; everything that is no letter becomes a blank.
  const words = ` ${start.toLowerCase().replace(/[^\p{L}]+/gu, ' ')} `
  // A language comes out of a file, and may be called like something that every object has.
  const vague = Object.hasOwn(VAGUE, language) ? (VAGUE[language] ?? []) : []
  return vague.find((word) => words.includes(` ${word} `)) ?? null
}
