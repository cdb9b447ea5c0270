import type { PlainDate } from './plainDate.ts'

const ORDINALS = ['första first', 'andra second', 'tredje third', 'fjärde fourth', 'femte fifth']
const YEARS: readonly (readonly [RegExp, number])[] = [
  [/ (?:förra året|i fjol|last year)$/, -1],
  [/ (?:i år|this year)$/, 0],
  [/ (?:nästa år|next year)$/, 1],
]

/** `i augusti`, `ca 10 nov`, `första december`, `aug -26`, `5 november i år`, `julafton`, as the reader of dates takes them. `text` in lower case. */
export function inFull(text: string, today: PlainDate): string {
  const thisYear = Number(today.slice(0, 4))
  const withYear = YEARS.reduce((said, [pattern, away]) => said.replace(pattern, ` ${thisYear + away}`), text)
  return withYear
    .replace(/^(?:ca|cirka|runt|omkring|around|about)\.? /, '')
    .replace(/^(?:i|in|under|during) (?=\p{L}{3})/u, '')
    .replace(/^(?:den |the )?(\p{L}+) (?=(?:of )?\p{L}{3})/u, (whole, word: string) => {
      const at = ORDINALS.findIndex((names) => names.split(' ').includes(word))
      return at < 0 ? whole : `${at + 1} `
    })
    .replace(/^(?:julafton|christmas eve)/, '24 december')
    .replace(/(?<=\p{L}\.?|\d)(?: -|[ -]?['’])(\d{2})$/u, ' 20$1')
    .replace(/^(\d{1,2}[ -]\p{L}{3,}\.?)[ -](\d{2})$/u, '$1 20$2')
}
