const EN =
  'always, never, constantly, everything, nothing works, slow, bad, poor, broken, buggy, many, often, soon, ' +
  'asap, recently, unprofessional, badly, poorly, terrible, useless, frequently, all the time, lots of, ' +
  'a lot of, several times, countless, a disaster, disaster, completely broken, every time, super slow, does not work, ' +
  'doesn t work'

const SV =
  'alltid, aldrig, hela tiden, allt, inget fungerar, ingenting fungerar, fungerar inte, funkar inte, långsam, ' +
  'långsamt, seg, segt, dålig, dåligt, trasig, trasigt, helt trasigt, buggig, buggigt, många, ofta, snart, snarast, ' +
  'nyligen, oproffsig, oproffsigt, långsamma, sega, dåliga, trasiga, buggiga, oproffsiga, ständigt, jämt, varje gång, ' +
  'massor, flera gånger, usel, uselt, värdelös, värdelöst, katastrof'

/** Words that say nothing by themselves, beside the vague ones. */
const FUNCTION_WORDS = new Set(
  (
    'a an and are as at be been being but by can could did do does for from had has have how i if in is it its just like ' +
    'may must no not now of on only or our should so some still such than that the their them then there they this to ' +
    'too us very was we well were what when where which will with work worked working works would you your ok good ' +
    'att av bara bli blir bra de dem den denna det detta din du där efter ej en ett finns fungera fungerade fungerar ' +
    'funka funkade funkar få får för från ha hade han har helt hur här i ibland icke in ingen ingenting inget inte ja ' +
    'jag kan kunna man med men mer mycket må måste ni nog nu något när och också om oss på rätt sedan ser ska skall skulle ' +
    'som så till upp ut utan var vara varit vi vid vill vår väldigt är'
  ).split(' '),
)

/** Words that usually replace a fact (S: "be specific"; the lists are C). */
const VAGUE: Record<string, readonly string[]> = { en: EN.split(', '), sv: SV.split(', ') }
const ALL_VAGUE = Object.values(VAGUE)
  .flat()
  .sort((a, b) => b.length - a.length)

/** Characters: the beginning of a long text is enough. */
const LOOKED_AT = 5_000

/** Whole words only, in small letters, with a space before and after. */
const wordsOf = (text: string) => ` ${text.toLowerCase().replace(/[^\p{L}]+/gu, ' ')} `

/** Null if there is none, or if the text has a digit: a fact comes with the word. */
export function vagueWordIn(text: string, language: string): string | null {
  const start = text.slice(0, LOOKED_AT)
  if (/\d/.test(start)) return null
  const words = wordsOf(start)
  // The language comes from a file, and may be a name that every object inherits.
  const vague = Object.hasOwn(VAGUE, language) ? (VAGUE[language] ?? []) : []
  return vague.find((word) => words.includes(` ${word} `)) ?? null
}

/** Whether a text holds nothing beyond vague words and those of grammar, in any of the languages (C). */
export function saysNothing(text: string): boolean {
  if (text.length > LOOKED_AT || /\d/.test(text)) return false
  const left = ALL_VAGUE.reduce((rest, word) => rest.replaceAll(` ${word} `, '  '), wordsOf(text))
  const isEmpty = left.split(' ').every((word) => word === '' || FUNCTION_WORDS.has(word))
  return isEmpty && /\p{L}/u.test(text)
}
