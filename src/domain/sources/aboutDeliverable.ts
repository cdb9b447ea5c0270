import { nonBlank } from '../case/answer.ts'
import { memoByObject } from '../case/memo.ts'

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

/** So many letters may stand anywhere in a compound, fewer only at its beginning (C). */
const SAME_BEGINNING = 5

const wordsIn = (text: string): readonly string[] =>
  [...new Set(text.toLowerCase().match(/\d+(?:\.\d+){1,3}|[\p{L}\d]{3,}/gu) ?? [])].filter((word) => !COMMON.has(word))

const stemOf = (word: string) => word.replace(/(?:arna|orna|erna|en|et|an|ar|or|er|n|t|s|a|e)$/, '')

/** Whether a word that was said is that of a title, in another form or in a compound: "kassaflödet" for "kassa". */
function isSame(said: string, ofTitle: string): boolean {
  if (said === ofTitle) return true
  const stem = stemOf(ofTitle)
  if (stem.length < 4) return false
  return said.startsWith(stem) || (stem.length >= SAME_BEGINNING && said.includes(stem))
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

/** The telling words of each title, and which of them no other title has; once for a list of deliverables. */
const preparedOf = memoByObject((deliverables: readonly Named[]) => {
  const words = deliverables.map(({ title }) => wordsIn(nonBlank(title) ?? ''))
  return deliverables.map(({ id, reference }, at) => ({
    id,
    sections: [...sectionsIn(nonBlank(reference) ?? '')],
    // A word that several titles share tells little.
    words: (words[at] ?? []).map((word) => ({
      word,
      isOnlyHere:
        words.filter((others) => others.some((other) => isSame(other, word) || isSame(word, other))).length === 1,
    })),
  }))
})

/**
 * The deliverables that a text is about: by their section, or by the words of their titles; none if it is not plain.
 */
export function aboutIn(text: string, deliverables: readonly Named[]): readonly string[] {
  const said = wordsIn(text)
  const sections = sectionsIn(text)
  const scored = preparedOf(deliverables).map(({ id, sections: own, words }) => {
    const shared = words.filter(({ word }) => said.some((other) => isSame(other, word)))
    return {
      id,
      isNamed: own.some((section) => sections.has(section)),
      share: words.length === 0 ? 0 : shared.length / words.length,
      telling: shared.filter(({ isOnlyHere }) => isOnlyHere).length,
    }
  })
  const found = scored.filter(
    ({ isNamed, share, telling }) => isNamed || (telling > 0 && (share >= ENOUGH || telling >= 2)),
  )
  // One word is enough where it can mean no other.
  const hinted = scored.filter(({ telling }) => telling > 0)
  return (found.length > 0 ? found : hinted.length === 1 ? hinted : []).map(({ id }) => id)
}
