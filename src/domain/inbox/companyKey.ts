/** Letters that do not come apart into a letter and a mark. */
const WHOLE: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
}
const ANY_WHOLE = new RegExp(`[${Object.keys(WHOLE).join('')}]`, 'g')

/** For comparing what people write: without accents, and the same in either case and in every Unicode form. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(ANY_WHOLE, (letter) => WHOLE[letter] ?? letter)

/** `A/S`, `S.p.A.` and `o.o.` are one word each. */
const BETWEEN_INITIALS = /\b([a-z])[./] ?(?=[a-z]\b)/g

/** Company forms of Europe and of the English-speaking world, as they stand after folding. */
const FORMS =
  /(?: (?:ab|aktiebolag|publ|hb|kb|oyj?|asa?|aps|ltd|limited|llc|llp|plc|inc|incorporated|corp|corporation|gmbh(?: & co)?|ag|kg|sas?|sarl|srl|spa|bv|nv|sp z oo|sro|ou|sia|uab|pty|pvt))+$/

/** The same for names that differ only in accents, case, punctuation or the company form at the end. */
export const companyKey = (name: string): string =>
  folded(name)
    .replace(BETWEEN_INITIALS, '$1')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()
    .replace(FORMS, '')
