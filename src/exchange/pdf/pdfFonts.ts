import type PDFDocument from 'pdfkit'
import { drawableText } from './drawableText.ts'
import { widthOfMissing } from './drawMissing.ts'
import atkinson400 from './fonts/atkinson-400.ttf?inline'
import atkinson600 from './fonts/atkinson-600.ttf?inline'
import newsreader500 from './fonts/newsreader-500.ttf?inline'

export type Voice = 'plain' | 'strong' | 'own'

/** Cut to Western and Northern Europe, as most cases are. */
const WESTERN: Record<Voice, string> = { plain: 'western-plain', strong: 'western-strong', own: 'western-own' }
const OTHERS = ['noto', 'math', 'symbols', 'mono', 'emoji'] as const
/** The same faces with all Latin letters, so that a name does not change its face within a word. */
const WIDE = ['plain', 'strong', 'own', ...OTHERS] as const

export interface Run {
  text: string
  face: string
  /** No font has these characters; `face` means nothing. */
  isMissing: boolean
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
  document.registerFont(WESTERN.plain, bytesOf(atkinson400))
  document.registerFont(WESTERN.strong, bytesOf(atkinson600))
  document.registerFont(WESTERN.own, bytesOf(newsreader500))

  const has = memoized((face: string, character: string) => {
    document.font(face)
    // The font's character map also lists characters that it draws as nothing.
    return document._font.font.glyphForCodePoint(character.codePointAt(0) ?? 0).id !== 0
  })
  let isWide = false
  for (const text of texts) {
    if (![...drawableText(text)].some((character) => character !== '\n' && !has(WESTERN.plain, character))) continue
    await registerWide(document)
    isWide = true
    break
  }

  const faceOf = (character: string, voice: Voice) =>
    (isWide ? [voice, 'plain', ...OTHERS] : [WESTERN[voice], WESTERN.plain]).find((face) => has(face, character))
  const runsIn = memoized((voice: Voice, text: string): readonly Run[] => {
    const runs: Run[] = []
    for (const character of text) {
      const found = faceOf(character, voice)
      const [face, isMissing] = [found ?? '', found === undefined]
      const last = runs.at(-1)
      if (last !== undefined && last.face === face) last.text += character
      else runs.push({ text: character, face, isMissing })
    }
    return runs
  })
  const unitWidth = memoized((face: string, text: string) => {
    document.font(face)
    return document._font.widthOfString(text, 1000) / 1000
  })
  return {
    runsOf: (text, voice) => runsIn(voice, text),
    widthOf: ({ face, text, isMissing }, size) => (isMissing ? widthOfMissing(text) : unitWidth(face, text)) * size,
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
