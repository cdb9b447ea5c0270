import type PDFDocument from 'pdfkit'
import atkinson400 from './fonts/atkinson-400.ttf?inline'
import atkinson600 from './fonts/atkinson-600.ttf?inline'
import newsreader500 from './fonts/newsreader-500.ttf?inline'

export type Voice = 'plain' | 'strong' | 'own'

const FIRST: Record<Voice, string> = { plain: 'atkinson', strong: 'atkinson-strong', own: 'newsreader' }
const WIDE = ['noto', 'math', 'symbols'] as const

/** Drawn for a character that no font has. */
const BOX = '\u25a1'

export interface Run {
  text: string
  face: string
  /** The character that a box stands for. */
  actual: string | null
}

export interface Faces {
  runsOf(text: string, voice: Voice): readonly Run[]
  /** In points. */
  widthOf(run: Run, size: number): number
}

const bytesOf = (address: string) =>
  Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (character) => character.charCodeAt(0))

/** Letters beyond Latin and symbols; lazy-loaded. */
async function registerWide(document: PDFDocument) {
  const wide = await import('./extendedFonts.ts')
  document.registerFont('noto', bytesOf(wide.noto))
  document.registerFont('math', bytesOf(wide.math))
  document.registerFont('symbols', bytesOf(wide.symbols))
}

/** Registers the fonts that `texts` need. */
export async function registerFaces(document: PDFDocument, texts: Iterable<string>): Promise<Faces> {
  document.registerFont(FIRST.plain, bytesOf(atkinson400))
  document.registerFont(FIRST.strong, bytesOf(atkinson600))
  document.registerFont(FIRST.own, bytesOf(newsreader500))

  const known = new Map<string, boolean>()
  const has = (face: string, character: string) => {
    const key = `${face} ${character}`
    const cached = known.get(key)
    if (cached !== undefined) return cached
    document.font(face)
    // The font's character map also lists characters that it draws as nothing.
    const found = document._font.font.glyphForCodePoint(character.codePointAt(0) ?? 0).id !== 0
    known.set(key, found)
    return found
  }
  let wide: readonly string[] = []
  for (const text of texts) {
    if (![...text].some((character) => character !== '\n' && !has(FIRST.plain, character))) continue
    await registerWide(document)
    wide = WIDE
    break
  }

  const faceOf = (character: string, voice: Voice) =>
    [FIRST[voice], FIRST.plain, ...wide].find((face) => has(face, character))
  const found = new Map<string, readonly Run[]>()
  const runsOf = (text: string, voice: Voice): readonly Run[] => {
    const key = `${voice} ${text}`
    const cached = found.get(key)
    if (cached !== undefined) return cached
    const runs: Run[] = []
    for (const character of text) {
      const face = faceOf(character, voice)
      const last = runs.at(-1)
      if (face === undefined) runs.push({ text: BOX, face: 'symbols', actual: character })
      else if (last !== undefined && last.face === face && last.actual === null) last.text += character
      else runs.push({ text: character, face, actual: null })
    }
    found.set(key, runs)
    return runs
  }
  const widths = new Map<string, number>()
  const widthOf = ({ text, face }: Run, size: number) => {
    const key = `${face} ${text}`
    const cached = widths.get(key)
    if (cached !== undefined) return cached * size
    document.font(face)
    const width = document._font.widthOfString(text, 1000) / 1000
    widths.set(key, width)
    return width * size
  }
  return { runsOf, widthOf }
}
