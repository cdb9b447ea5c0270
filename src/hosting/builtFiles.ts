import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { minifySync } from 'vite'
import { serviceNameOf } from '../settings/settings.ts'
import { headersFile } from './headers.ts'
import { hostSettings } from './hostSettings.ts'

/** All files below a folder, in an order that is the same on every machine. */
export const builtFilesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length).replaceAll(sep, '/'))
    .sort((a, b) => (a < b ? -1 : 1))

/** Not needed offline. */
const NOT_OF_THE_APP = /^(?:_headers|parts\.json|bill-of-materials\.cdx\.json|sw(?:-off)?\.js|\w+\.schema\.json)$/
/** Large, and needed by few: kept when it has been fetched once. */
const KEPT_LATER = /^assets\/readPdfText-[\w-]+\.js$/

const MANIFEST = 'manifest.webmanifest'
const OPENING = 'opening.js'

const own = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

/** The service worker for these files, by their digests; its version is the digest of all. */
function serviceWorkerFor(folder: string): string {
  const kept = builtFilesOf(folder)
    .filter((file) => !NOT_OF_THE_APP.test(file))
    .map((file) => [
      file === 'index.html' ? '' : file,
      `sha256-${createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('base64')}`,
    ])
  const isLater = ([file = '']: readonly string[]) => KEPT_LATER.test(file)
  const version = createHash('sha256').update(JSON.stringify(kept)).digest('hex').slice(0, 16)
  return own('sw.js')
    .replace("'__FILES__'", JSON.stringify(kept.filter((each) => !isLater(each))))
    .replace("'__LATER__'", JSON.stringify(kept.filter(isLater)))
    .replace('__VERSION__', version)
}

export function writeHostFiles(folder: string, isOff: boolean) {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'))
  const settings = hostSettings()
  const name = serviceNameOf(settings)
  const names = { name, short_name: name, lang: settings.languages[0] }
  write(MANIFEST, `${JSON.stringify({ ...manifest, ...names }, null, 2)}\n`)
  // It travels before the first words are seen, and Vite copies it as it is.
  const { code, errors } = minifySync(OPENING, readFileSync(join(folder, OPENING), 'utf8'))
  if (errors.length > 0) throw new Error(`${OPENING}: ${errors[0]?.message}`)
  write(OPENING, code)
  const off = own('sw-off.js')
  write('sw.js', isOff ? off : serviceWorkerFor(folder))
  write('sw-off.js', off)
  write('_headers', headersFile(builtFilesOf(folder)))
}
