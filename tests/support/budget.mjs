// The bytes that travel, compressed as a host compresses them, against what we allow. Needs a build.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const parts = JSON.parse(readFileSync(join(dist, 'parts.json'), 'utf8'))

const brotli = (file) =>
  brotliCompressSync(readFileSync(join(dist, file)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

/** A part of the build with everything that it imports at once. */
function withImports(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const imported of parts[key].imports ?? []) withImports(imported, seen)
  return seen
}

const entry = Object.keys(parts).find((key) => parts[key].isEntry)
const first = [...withImports(entry)].map((key) => parts[key].file)
const styles = readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.css'))
const fonts = readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.woff2'))
const wordsOf = (language, when) => parts[`locales/${language}/${when}.ts`].file
const workers = readdirSync(join(dist, 'assets')).filter((file) => /\.worker-/.test(file))
const workerOf = (name) => workers.filter((file) => file.startsWith(name)).map((file) => join('assets', file))
const lazy = Object.values(parts)
  .map(({ file }) => file)
  .filter(
    (file) =>
      file.endsWith('.js') &&
      !first.includes(file) &&
      !Object.values(parts).some((part) => part.file === file && part.src?.startsWith('locales/')),
  )

const sum = (files) => files.reduce((total, file) => total + brotli(file), 0)
// A part that is missing would weigh nothing.
if (workers.length !== 7) throw new Error(`budget: seven workers expected, found ${workers}`)
/** What the worker that reads documents fetches when a PDF is opened. */
const pdfReader = readdirSync(join(dist, 'assets')).filter((file) => file.startsWith('readPdfText-'))
if (pdfReader.length !== 1) throw new Error(`budget: one reader of PDF expected, found ${pdfReader}`)
/** What the worker that writes PDF fetches for letters and signs that most cases lack. */
const otherFonts = readdirSync(join(dist, 'assets')).filter((file) => file.startsWith('extendedFonts-'))
if (otherFonts.length !== 1) throw new Error(`budget: one part of other fonts expected, found ${otherFonts}`)
const largest = (files) => Math.max(0, ...files.map(brotli))

/** Everything that a phone fetches of the start page until somebody uses it; a test compares it with a browser. */
export const untilRest = (language) => [
  'index.html',
  'opening.js',
  ...first,
  ...['src/merchant/start/OwnFile.tsx', 'src/ui/translated.ts'].flatMap((key) =>
    [...withImports(key)].map((each) => parts[each].file).filter((file) => !first.includes(file)),
  ),
  wordsOf(language, 'start'),
  ...[...styles, ...fonts].map((file) => join('assets', file)),
]
/** Fonts are packed already; what a host adds to that is nothing. */
const travelling = (file) => (file.endsWith('.woff2') ? statSync(join(dist, file)).size : brotli(file))
const bytesUntilRest = (language) => untilRest(language).reduce((total, file) => total + travelling(file), 0)

/** What, its bytes, and the most that we allow (brotli, kB of 1000 bytes). Packing all of it takes many seconds. */
const budget = () =>
  [
    ['start page until it rests, sv', bytesUntilRest('sv'), 150],
    ['start page until it rests, en', bytesUntilRest('en'), 150],
    ['first load of scripts', sum(first), 96],
    ['styles', sum(styles.map((file) => join('assets', file))), 8],
    ['fonts', fonts.reduce((total, file) => total + travelling(join('assets', file)), 0), 40],
    ['index.html', brotli('index.html'), 5],
    ...['sv', 'en'].flatMap((language) => [
      [`words at once, ${language}`, brotli(wordsOf(language, 'start')), 4],
      [`words of the interview, ${language}`, brotli(wordsOf(language, 'interview')), 8],
      [`words in all, ${language}`, sum(['start', 'interview', 'later'].map((part) => wordsOf(language, part))), 31],
      [`words of replies, ${language}`, brotli(wordsOf(language, 'account')), 10],
    ]),
    ['largest part loaded later', largest(lazy), 29],
    ['worker that opens files', sum(workerOf('open.worker')), 30],
    ['worker that reads many in', sum(workerOf('readIn.worker')), 45],
    ['worker that writes PDF', sum(workerOf('writePdf.worker')), 190],
    ['… and other letters and signs', sum(otherFonts.map((file) => join('assets', file))), 115],
    ['worker that packs archives', sum(workerOf('zip.worker')), 8],
    ['worker that reads mails', sum(workerOf('mail.worker')), 105],
    ['worker that reads documents', sum(workerOf('document.worker')), 38],
    ['… and PDF, when one is opened', sum(pdfReader.map((file) => join('assets', file))), 420],
    ['worker that reads ticket lists', sum(workerOf('tickets.worker')), 30],
  ].map(([what, bytes, limit]) => ({ what, bytes, limit: limit * 1000 }))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = budget()
  for (const { what, bytes, limit } of all)
    console.log(
      `${bytes <= limit ? 'ok  ' : 'OVER'} ${what.padEnd(28)} ${(bytes / 1000).toFixed(1)} of ${limit / 1000} kB`,
    )
  if (all.some(({ bytes, limit }) => bytes > limit)) process.exit(1)
}
