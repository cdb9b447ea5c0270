import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const src = fileURLToPath(new URL('../../src/', import.meta.url))

/** What the app is put together from. */
const EVERY_ROOM = [
  'domain',
  'platform',
  'i18n',
  'ui',
  'store',
  'exchange',
  'wizard',
  'frame',
  'files',
  'screen',
  'paper',
  'merchant',
  'account',
]

/** Which rooms each room may enter. What it may not import reaches it as a service that is passed in. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  // What a host decides is known everywhere, and knows nothing.
  settings: [],
  domain: ['settings'],
  platform: ['domain'],
  i18n: ['domain', 'settings'],
  // What a reader of a case is told, as blocks: composed once, printed on screen, in the PDF and as text.
  summary: ['domain', 'i18n'],
  ui: [],
  store: ['domain', 'platform'],
  exchange: ['domain', 'i18n', 'settings', 'summary'],
  // Runs where the product is built, and knows nothing of what it does.
  // The build puts the numbers of the rules into the texts.
  hosting: ['settings', 'domain'],
  // The wizard draws the promise line as the summary has it.
  wizard: ['domain', 'i18n', 'store', 'summary', 'ui'],
  // Every page has it around itself.
  frame: ['settings', 'i18n', 'platform', 'store', 'ui', 'wizard'],
  // Both persons open and write files, and read the summary on screen.
  files: ['domain', 'exchange', 'i18n', 'platform', 'store', 'ui'],
  screen: ['domain', 'exchange', 'files', 'i18n', 'platform', 'store', 'summary', 'ui', 'wizard'],
  paper: ['domain', 'frame', 'i18n', 'store', 'ui', 'wizard'],
  // A merchant and an account manager share nothing but that: neither imports the other.
  merchant: [
    'settings',
    'domain',
    'exchange',
    'files',
    'frame',
    'i18n',
    'platform',
    'screen',
    'store',
    'summary',
    'ui',
    'wizard',
  ],
  account: ['settings', 'domain', 'exchange', 'files', 'frame', 'i18n', 'platform', 'screen', 'store', 'summary', 'ui'],
  app: EVERY_ROOM,
  'main.tsx': [...EVERY_ROOM, 'app'],
}

/** Packages that one room alone knows, beside React, which every room with a face knows. */
const ALONE_KNOWS: Record<string, readonly string[]> = {
  'zod/mini': ['domain', 'settings'],
  i18next: ['i18n'],
  zustand: ['store'],
  'zustand/vanilla': ['store'],
  '@noble/ciphers/aes.js': ['exchange'],
  '@noble/ciphers/utils.js': ['exchange'],
  '@noble/hashes/legacy.js': ['exchange'],
  '@noble/hashes/sha2.js': ['exchange'],
  '@noble/hashes/utils.js': ['exchange'],
  pdfkit: ['exchange'],
  'pdfkit/output': ['exchange'],
  fflate: ['exchange'],
  'postal-mime': ['exchange'],
  '@kenjiuno/msgreader': ['exchange'],
  htmlparser2: ['exchange'],
  'ical.js': ['exchange'],
  papaparse: ['exchange'],
  'pdfjs-dist/legacy/build/pdf.mjs': ['exchange'],
  'pdfjs-dist/legacy/build/pdf.worker.mjs': ['exchange'],
  react: [
    'ui',
    'i18n',
    'store',
    'wizard',
    'frame',
    'files',
    'screen',
    'paper',
    'merchant',
    'account',
    'app',
    'main.tsx',
  ],
  'react-dom': ['ui', 'frame', 'files', 'screen', 'paper', 'merchant', 'account', 'app'],
  // Draws the start page while the product is built.
  'react-dom/server': ['app'],
  'react-dom/client': ['main.tsx'],
  diff: ['domain'],
  'react-router-dom': ['wizard', 'frame', 'files', 'screen', 'paper', 'merchant', 'account', 'app'],
  vite: ['hosting'],
  'node:child_process': ['hosting'],
  'node:crypto': ['hosting'],
  'node:fs': ['hosting'],
  'node:path': ['hosting'],
  'node:url': ['hosting'],
  'react-i18next': ['i18n', 'wizard', 'frame', 'files', 'screen', 'paper', 'merchant', 'account', 'app', 'main.tsx'],
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
const roomOf = (file: string) => file.split('/')[0] ?? file

const imports = files.flatMap((file) => {
  const text = readFileSync(join(src, file), 'utf8')
  const found = text.matchAll(/(?:^} from |^(?:im|ex)port [^'=\n]*?|\bimport\()'([^'\n]+)'(?:\)|$)/gm)
  return [...found].map(([, target = '']) => ({ file, target }))
})

describe('the rooms of the house', () => {
  it.each(imports.filter(({ target }) => target.startsWith('.') && /\.tsx?$/.test(target)))(
    '$file may import $target',
    ({ file, target }) => {
      const path = relative(src, join(src, dirname(file), target))
      const [from, to] = [roomOf(file), roomOf(path)]
      // Words are no room: the reference language types the keys.
      if (path.startsWith('..')) return expect(from).toBe('i18n')
      if (from !== to) expect(MAY_IMPORT[from]).toContain(to)
    },
  )

  it.each(imports.filter(({ target }) => !target.startsWith('.')))('$file may know $target', ({ file, target }) => {
    expect(ALONE_KNOWS[target]).toContain(roomOf(file))
  })

  it('has no circle of files, not even of types', () => {
    const targets = new Map(
      files.map((file) => [
        file,
        imports
          .filter((each) => each.file === file && each.target.startsWith('.'))
          .map(({ target }) => relative(src, join(src, dirname(file), target.replace(/\?.*$/, '')))),
      ]),
    )
    // What imports nothing that is left is taken away; what cannot be taken away is in a circle, or leads to one.
    const left = new Set(files)
    let before = 0
    while (before !== left.size) {
      before = left.size
      for (const file of left) if (!targets.get(file)?.some((target) => left.has(target))) left.delete(file)
    }
    expect([...left]).toEqual([])
  })

  it('asks the machine for the time, for randomness and for storage in platform alone', () => {
    const machine = /\bnew Date\(\)|\bDate\.now\(|Math\.random\(|\bcrypto\.|\blocalStorage\b|\bindexedDB\b|\bfetch\(/
    const elsewhere = files
      .filter((file) => roomOf(file) !== 'platform')
      .filter((file) => machine.test(readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
    expect(elsewhere).toEqual([])
  })

  it('reads the private notes of an account manager in one place alone', () => {
    const naming = files.filter((file) => readFileSync(join(src, file), 'utf8').includes('notesKind'))
    expect(naming.sort()).toEqual(['account/review/PrivateNotes.tsx', 'store/inboxNotes.ts'])
    const importing = imports.filter(({ target }) => target.endsWith('/PrivateNotes.tsx')).map(({ file }) => file)
    expect(importing).toEqual(['account/review/OpenedCase.tsx'])
  })

  it('has no folder that takes whatever comes', () => {
    const catchAll = files.filter((file) => /(^|\/)(utils?|helpers?|common|shared|hooks|types)(\/|\.)/.test(file))
    expect(catchAll).toEqual([])
  })

  it('has no file longer than two hundred lines', () => {
    const long = files
      .map((file) => ({ file, lines: readFileSync(join(src, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 201)
    expect(long).toEqual([])
  })

  it('renders nothing but text: no markup from strings', () => {
    const markup = /dangerouslySetInnerHTML|\.innerHTML|document\.write|\beval\(|new Function\(/
    expect(files.filter((file) => markup.test(readFileSync(join(src, file), 'utf8')))).toEqual([])
  })
})
