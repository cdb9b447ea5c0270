import { readFileSync } from 'node:fs'

const ATKINSON = 'Atkinson Hyperlegible Next'

const FONTS = [
  [ATKINSON, 'ui/fonts/atkinson-400.woff2', 'ui/fonts/atkinson-licence.txt'],
  [ATKINSON, 'ui/fonts/atkinson-600.woff2', 'ui/fonts/atkinson-licence.txt'],
  ['Newsreader', 'ui/fonts/newsreader-500.woff2', 'ui/fonts/newsreader-licence.txt'],
  [ATKINSON, 'exchange/pdf/fonts/atkinson-400.ttf', 'exchange/pdf/fonts/licence.txt'],
  [ATKINSON, 'exchange/pdf/fonts/atkinson-600.ttf', 'exchange/pdf/fonts/licence.txt'],
  ['Newsreader', 'exchange/pdf/fonts/newsreader-500.ttf', 'exchange/pdf/fonts/licence.txt'],
  ['Noto Sans Math', 'exchange/pdf/fonts/noto-sans-math.ttf', 'exchange/pdf/fonts/licence.txt'],
  ['Noto Sans Symbols 2', 'exchange/pdf/fonts/noto-sans-symbols.ttf', 'exchange/pdf/fonts/licence.txt'],
  ['Noto Sans', 'exchange/pdf/fonts/noto-sans-wide.ttf', 'exchange/pdf/fonts/licence.txt'],
] as const

export interface Font {
  name: string
  path: string
  bytes: Uint8Array
  licence: string
}

const inSource = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url))

export const fontsOfBuild = (): readonly Font[] =>
  FONTS.map(([name, path, licence]) => ({
    name,
    path: `src/${path}`,
    bytes: inSource(path),
    licence: inSource(licence).toString('utf8'),
  }))
