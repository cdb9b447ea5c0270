import type PDFDocument from 'pdfkit'
import { drawableText } from './drawableText.ts'
import atkinson400 from './fonts/atkinson-400.ttf?inline'
import atkinson600 from './fonts/atkinson-600.ttf?inline'
import newsreader500 from './fonts/newsreader-500.ttf?inline'

export type Voice = 'plain' | 'strong' | 'own'

const FIRST: Record<Voice, string> = { plain: 'atkinson', strong: 'atkinson-strong', own: 'newsreader' }
const WIDE = ['noto', 'math', 'symbols', 'mono', 'emoji'] as const

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

async function registerWide(document: PDFDocument) {
  const wide = await import('./extendedFonts.ts')
  for (const face of WIDE) document.registerFont(face, bytesOf(wide[face]))
}

export async function registerFaces(document: PDFDocument, texts: Iterable<string>): Promise<Faces> {
  document.registerFont(FIRST.plain, bytesOf(atkinson400))
  document.registerFont(FIRST.strong, bytesOf(atkinson600))
  document.registerFont(FIRST.own, bytesOf(newsreader500))

  const has = memoized((face: string, character: string) => {
    document.font(face)
    // The font's character map also lists characters that it draws as nothing.
    return document._font.font.glyphForCodePoint(character.codePointAt(0) ?? 0).id !== 0
  })
  let wide: readonly string[] = []
  for (const text of texts) {
    if (![...drawableText(text)].some((character) => character !== '\n' && !has(FIRST.plain, character))) continue
    await registerWide(document)
    wide = WIDE
    break
  }

  const faceOf = (character: string, voice: Voice) =>
    [FIRST[voice], FIRST.plain, ...wide].find((face) => has(face, character))
  const runsIn = memoized((voice: Voice, text: string): readonly Run[] => {
    const runs: Run[] = []
    for (const character of text) {
      const face = faceOf(character, voice)
      const last = runs.at(-1)
      if (face === undefined) runs.push({ text: BOX, face: 'symbols', actual: character })
      else if (last !== undefined && last.face === face && last.actual === null) last.text += character
      else runs.push({ text: character, face, actual: null })
    }
    return runs
  })
  const unitWidth = memoized((face: string, text: string) => {
    document.font(face)
    return document._font.widthOfString(text, 1000) / 1000
  })
  return {
    runsOf: (text, voice) => runsIn(voice, text),
    widthOf: ({ face, text }, size) => unitWidth(face, text) * size,
  }
}

function memoized<A extends string, T>(make: (a: A, b: string) => T): (a: A, b: string) => T {
  const known = new Map<string, T>()
  return (a, b) => {
    const key = `${a} ${b}`
    const cached = known.get(key)
    if (cached !== undefined) return cached
    const made = make(a, b)
    known.set(key, made)
    return made
  }
}
