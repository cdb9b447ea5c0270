import type { Span, Text } from '../../summary/spans.ts'
import { drawableText } from './drawableText.ts'
import type { Faces, Run, Voice } from './pdfFonts.ts'

/** A run on a line, with everything that is needed to draw it. */
export interface PlacedLine extends Run {
  /** From the beginning of the line, in points. */
  x: number
  width: number
  quiet: boolean
  language: string | null
}
export type TextLine = readonly PlacedLine[]

/** How each voice of a text is set. */
const VOICES: Readonly<Record<NonNullable<Span['voice']> | 'plain', { face: Voice; isQuiet: boolean }>> = {
  plain: { face: 'plain', isQuiet: false },
  other: { face: 'plain', isQuiet: false },
  own: { face: 'own', isQuiet: false },
  strong: { face: 'strong', isQuiet: false },
  code: { face: 'strong', isQuiet: true },
  quiet: { face: 'plain', isQuiet: true },
  note: { face: 'plain', isQuiet: true },
}

// A line may end after a blank that allows it, a slash, or a hyphen between letters; never within a date or a number.
const words = (text: string) => text.split(/(?<=\n)|(?=\n)|(?<= )(?=[^ ])|(?<=\/)(?=[^ /])|(?<=\p{L}-)(?=\p{L})/u)

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Breaks text into lines of at most `width` points. What is too long for a line is parted between its characters. */
export function linesOf(text: Text, width: number, size: number, faces: Faces): readonly TextLine[] {
  const lines: PlacedLine[][] = [[]]
  let x = 0
  const newLine = () => {
    lines.push([])
    x = 0
  }
  const put = (runs: readonly Run[], quiet: boolean, language: string | null) => {
    const line = lines.at(-1)
    for (const run of runs) {
      const runWidth = faces.widthOf(run, size)
      const last = line?.at(-1)
      if (last && joins(last, run, quiet, language)) {
        last.text += run.text
        last.width += runWidth
      } else line?.push({ ...run, x, width: runWidth, quiet, language })
      x += runWidth
    }
  }
  const widthOf = (runs: readonly Run[]) => runs.reduce((sum, run) => sum + faces.widthOf(run, size), 0)

  for (const { text: raw, voice = 'plain', language = null } of text) {
    const { face, isQuiet: quiet } = VOICES[voice]
    for (const word of words(drawableText(raw))) {
      if (word === '\n') {
        newLine()
        continue
      }
      const runs = faces.runsOf(word, face)
      // The space at the end of a line may hang over, so that words stay apart when the text is copied.
      const needed = widthOf(faces.runsOf(word.trimEnd(), face))
      if (x + needed > width && x > 0) newLine()
      if (needed <= width) {
        if (x > 0 || word.trim() !== '') put(runs, quiet, language)
        continue
      }
      for (const { segment } of graphemes.segment(word)) {
        const part = faces.runsOf(segment, face)
        if (x + widthOf(part) > width && x > 0) newLine()
        put(part, quiet, language)
      }
    }
  }
  return lines
}

const joins = (last: PlacedLine, run: Run, quiet: boolean, language: string | null) =>
  last.face === run.face &&
  last.actual === null &&
  run.actual === null &&
  last.quiet === quiet &&
  last.language === language
