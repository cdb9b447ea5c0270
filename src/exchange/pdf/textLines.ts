import type { Span, Text } from '../../summary/spans.ts'
import { drawableText } from './drawableText.ts'
import type { Faces, Run, Voice } from './pdfFonts.ts'

export interface PlacedLine extends Run {
  /** From the start of the line, in points. */
  x: number
  width: number
  quiet: boolean
  language: string | null
  /** Where it leads. */
  href: string | null
}
type Look = Pick<PlacedLine, 'quiet' | 'language' | 'href'>
export type TextLine = readonly PlacedLine[]

const VOICES: Readonly<Record<NonNullable<Span['voice']> | 'plain', { face: Voice; isQuiet: boolean }>> = {
  plain: { face: 'plain', isQuiet: false },
  other: { face: 'plain', isQuiet: false },
  own: { face: 'own', isQuiet: false },
  strong: { face: 'strong', isQuiet: false },
  code: { face: 'strong', isQuiet: true },
  quiet: { face: 'plain', isQuiet: true },
  note: { face: 'plain', isQuiet: true },
}

/** Lines break after spaces, slashes and hyphens between letters; never within a date or a number. */
const words = (text: string) => text.split(/(?<=\n)|(?=\n)|(?<= )(?=[^ ])|(?<=\/)(?=[^ /])|(?<=\p{L}-)(?=\p{L})/u)

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

interface Fragment {
  text: string
  face: Voice
  look: Look
  runs: readonly Run[]
  /** Without the spaces behind it. */
  bare: readonly Run[]
}

/** What a line is never broken in: a word, and what is joined to it in another voice, as a bracket is. */
function* wordsOf(text: Text, faces: Faces): Generator<readonly Fragment[]> {
  let word: Fragment[] = []
  for (const { text: raw, voice = 'plain', language = null, href = null } of text) {
    const { face, isQuiet } = VOICES[voice]
    const look = { quiet: isQuiet, language, href }
    for (const [at, part] of words(drawableText(raw)).entries()) {
      const breaksBefore = at > 0 || part === '\n' || /[\s/]$/.test(word.at(-1)?.text ?? '')
      if (breaksBefore && word.length > 0) {
        yield word
        word = []
      }
      const bare = faces.runsOf(part.trimEnd(), face)
      word.push({ text: part, face, look, runs: faces.runsOf(part, face), bare })
    }
  }
  if (word.length > 0) yield word
}

/** Breaks text into lines of at most `width` points; longer words are split between characters. */
export function linesOf(text: Text, width: number, size: number, faces: Faces): readonly TextLine[] {
  const lines: PlacedLine[][] = [[]]
  let x = 0
  const newLine = () => {
    lines.push([])
    x = 0
  }
  const put = (runs: readonly Run[], look: Look) => {
    const line = lines.at(-1)
    for (const run of runs) {
      const runWidth = faces.widthOf(run, size)
      const last = line?.at(-1)
      if (last && joins(last, run, look)) {
        last.text += run.text
        last.width += runWidth
      } else line?.push({ ...run, ...look, x, width: runWidth })
      x += runWidth
    }
  }
  const widthOf = (runs: readonly Run[]) => runs.reduce((sum, run) => sum + faces.widthOf(run, size), 0)

  for (const word of wordsOf(text, faces)) {
    if (word[0]?.text === '\n') {
      newLine()
      continue
    }
    // Trailing spaces may hang over: they keep words apart in copied text.
    const needed = word.reduce((sum, { bare }) => sum + widthOf(bare), 0)
    if (x + needed > width && x > 0) newLine()
    for (const { text: part, runs, face, look } of word) {
      if (needed <= width) {
        if (x > 0 || part.trim() !== '') put(runs, look)
        continue
      }
      for (const { segment } of graphemes.segment(part)) {
        const letter = faces.runsOf(segment, face)
        if (x + widthOf(letter) > width && x > 0) newLine()
        put(letter, look)
      }
    }
  }
  return lines
}

export const widthOfLine = (line: TextLine): number => line.reduce((sum, { width }) => sum + width, 0)

/** How many characters of a line no font has. */
export const missingIn = (line: TextLine): number =>
  line.reduce((sum, { text, isMissing }) => sum + (isMissing ? [...text].length : 0), 0)

const joins = (last: PlacedLine, run: Run, { quiet, language, href }: Look) =>
  last.face === run.face && last.quiet === quiet && last.language === language && last.href === href
