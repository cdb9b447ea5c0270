import { nonBlank } from '../case/answer.ts'

interface Named {
  id: string
  title: string | null
  reference: string | null
}

/** Words that many deliverables share, or that say nothing of them. */
const COMMON = new Set(
  (
    'och att som den det ett med vid via ska kan har inte samt eller alla även från till inom över under efter innan genom ' +
    'mellan enligt per avsnitt leverans leveransen leveranser projekt projektet system systemet lösning lösningen ' +
    'funktion funktionen kunna finnas fungera kund kunder kunden butik butiken webbutik sida sidan utan ' +
    'the for and are was has all our you your not via before after from into with without section deliverable delivery ' +
    'project system solution feature function customer customers shop store site page their that this will should shall ' +
    'when adobe commerce magento new nya ny ert era vår våra'
  ).split(' '),
)

/** Two words that begin alike are one in another form: "kassan" and "kassa", "prislistor" and "prislistan" (C). */
const SAME_BEGINNING = 5

const wordsIn = (text: string): readonly string[] =>
  [...new Set(text.toLowerCase().match(/\d+(?:\.\d+){1,3}|[\p{L}\d]{3,}/gu) ?? [])].filter((word) => !COMMON.has(word))

function isSame(a: string, b: string): boolean {
  if (a === b) return true
  const length = Math.min(a.length, b.length)
  if (length < 4) return false
  // One that the other begins or ends with, in Swedish compounds: "kassa" in "kassaflödet" and in "webbkassa".
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const stem = short.replace(/(?:arna|orna|erna|en|et|an|ar|or|er|n|t|s|a|e)$/, '')
  if (stem.length >= 4 && (long.startsWith(stem) || long.includes(stem)))
    return stem.length >= SAME_BEGINNING || long.startsWith(stem)
  return false
}

/** `4.2`, `4.2.1`, and `7` after a word for a section. */
const sectionsIn = (text: string): ReadonlySet<string> =>
  new Set(
    [
      ...text.matchAll(/(?<![\d.])(\d{1,2}(?:\.\d{1,2}){1,3})(?![\d.]*\d)/g),
      ...text.matchAll(/(?:avsnitt|kapitel|punkt|section|chapter|§)\s?(\d{1,2})(?![.\d])/gi),
    ].map(([, section = '']) => section),
  )

/** At least this share of the telling words of a title (C). */
const ENOUGH = 0.5

/**
 * The deliverables that a text is about: by their section, or by the words of their titles. Those with the most words in
 * common come alone; none if it is not plain.
 */
export function aboutIn(text: string, deliverables: readonly Named[]): readonly string[] {
  const said = wordsIn(text)
  const sections = sectionsIn(text)
  const bySection = deliverables.filter(({ reference }) =>
    [...sectionsIn(nonBlank(reference) ?? '')].some((section) => sections.has(section)),
  )
  const scored = deliverables.map(({ id, title }) => {
    const words = wordsIn(nonBlank(title) ?? '')
    const shared = words.filter((word) => said.some((other) => isSame(word, other)))
    // A word that several titles share tells little.
    const telling = shared.filter(
      (word) =>
        deliverables.filter((other) => wordsIn(other.title ?? '').some((each) => isSame(each, word))).length === 1,
    )
    return { id, share: words.length === 0 ? 0 : shared.length / words.length, telling: telling.length }
  })
  const byWords = scored.filter(({ share, telling }) => telling > 0 && (share >= ENOUGH || telling >= 2))
  const found = [...new Set([...bySection, ...byWords].map(({ id }) => id))]
  if (found.length > 0) return found
  // One word is enough where it can mean no other.
  const hinted = scored.filter(({ telling }) => telling > 0)
  return hinted.length === 1 ? hinted.map(({ id }) => id) : []
}
