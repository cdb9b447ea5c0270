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
