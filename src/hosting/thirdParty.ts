import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const ATKINSON = 'Atkinson Hyperlegible Next'

const FONTS = [
  [ATKINSON, 'ui/fonts/atkinson-400.woff2', 'ui/fonts/atkinson-licence.txt'],
  [ATKINSON, 'ui/fonts/atkinson-600.woff2', 'ui/fonts/atkinson-licence.txt'],
  ['Newsreader', 'ui/fonts/newsreader-500.woff2', 'ui/fonts/newsreader-licence.txt'],
  [ATKINSON, 'exchange/pdf/fonts/atkinson-400.ttf', 'exchange/pdf/fonts/licence.txt'],
  [ATKINSON, 'exchange/pdf/fonts/atkinson-400-wide.ttf', 'exchange/pdf/fonts/licence.txt'],
  [ATKINSON, 'exchange/pdf/fonts/atkinson-600.ttf', 'exchange/pdf/fonts/licence.txt'],
  [ATKINSON, 'exchange/pdf/fonts/atkinson-600-wide.ttf', 'exchange/pdf/fonts/licence.txt'],
  ['Newsreader', 'exchange/pdf/fonts/newsreader-500.ttf', 'exchange/pdf/fonts/licence.txt'],
  ['Newsreader', 'exchange/pdf/fonts/newsreader-500-wide.ttf', 'exchange/pdf/fonts/licence.txt'],
  ['Noto Emoji', 'exchange/pdf/fonts/noto-emoji.ttf', 'exchange/pdf/fonts/licence.txt'],
  ['Noto Sans Math', 'exchange/pdf/fonts/noto-sans-math.ttf', 'exchange/pdf/fonts/licence.txt'],
  ['Noto Sans Mono', 'exchange/pdf/fonts/noto-sans-mono.ttf', 'exchange/pdf/fonts/licence.txt'],
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

interface Component {
  'bom-ref': string
  name: string
  scope: 'required' | 'optional'
  properties: readonly { name: string }[]
  licenses?: unknown
}

interface Bill {
  metadata: { component: Component }
  components: readonly Component[]
  dependencies: readonly { ref: string; dependsOn: readonly string[] }[]
}

/** Replaced by our own modules: `resolve.alias` in `vite.config.ts`. */
const REPLACED: readonly string[] = ['brotli', 'iconv-lite', 'use-sync-external-store']

/** Packages whose `package.json` names no licence. */
const UNSAID: Readonly<Record<string, string>> = { 'png-js': 'MIT' }

function listedByNpm(cwd: string): Bill {
  // `--omit dev`, npm's default in a build, also omits packages that a dev tool shares with the app.
  const options = ['--package-lock-only', '--include=dev', '--sbom-type=application', '--offline']
  const args = ['sbom', '--sbom-format=cyclonedx', ...options]
  // Set by npm; without it Windows needs a shell.
  const cli = process.env.npm_execpath
  const [command, first] = cli ? [process.execPath, [cli]] : ['npm', []]
  return JSON.parse(execFileSync(command, [...first, ...args], { cwd, shell: !cli, encoding: 'utf8', stdio: 'pipe' }))
}

const runs = ({ name, scope, properties }: Component) =>
  scope === 'required' &&
  !properties.some((property) => property.name === 'cdx:npm:package:development') &&
  !REPLACED.includes(name)

const fontComponent = ({ name, path, bytes }: Font) => ({
  type: 'file',
  'bom-ref': path,
  name,
  hashes: [{ alg: 'SHA-512', content: createHash('sha512').update(bytes).digest('hex') }],
  licenses: [{ license: { id: 'OFL-1.1' } }],
})

/** Reproducible: without npm's timestamp, serial number and folder name. */
export function billOfMaterials(fonts: readonly Font[], folder = fileURLToPath(new URL('../../', import.meta.url))) {
  const bill = listedByNpm(folder)
  const { component } = bill.metadata
  const components = bill.components
    .filter(runs)
    .map((each) => (each.name in UNSAID ? { ...each, licenses: [{ license: { id: UNSAID[each.name] } }] } : each))
  const refs = new Set([component, ...components].map((each) => each['bom-ref']))
  const made = {
    ...bill,
    serialNumber: undefined,
    metadata: { component: { ...component, name: component['bom-ref'].split('@')[0] } },
    components: [...components, ...fonts.map(fontComponent)],
    dependencies: bill.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((needed) => refs.has(needed)) })),
  }
  return `${JSON.stringify(made, null, 2)}\n`
}

interface LockFile {
  packages: Record<string, { dev?: true; optional?: true; devOptional?: true }>
}

function pathsThatRun(): readonly string[] {
  const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')
  const { packages }: LockFile = JSON.parse(text)
  return Object.keys(packages)
    .filter((path) => !packages[path]?.dev && !packages[path]?.optional && !packages[path]?.devOptional)
    .filter((path) => path !== '' && !REPLACED.some((name) => path.endsWith(`node_modules/${name}`)))
}

/** For packages that contain no licence text. */
const mit = (owner: string) => `MIT License

Copyright (c) ${owner}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`

function licenceOf(path: string): { name: string; text: string } {
  const folder = new URL(`../../${path}/`, import.meta.url)
  const described = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'))
  const name = `${described.name} ${described.version}`
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file))
  if (files.length > 0)
    return { name, text: files.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n') }
  const { license, author } = described
  if (license !== 'MIT' || author === undefined) throw new Error(`${path}: no text of its licence`)
  return { name, text: mit(typeof author === 'string' ? author.replace(/ <.*/, '') : author.name) }
}

/** The licence texts that must go with every copy, each text once. */
export function licences(fonts: readonly Font[]): string {
  const all = [
    ...pathsThatRun().map(licenceOf),
    ...fonts.map(({ name, licence }) => ({ name: `${name} (font)`, text: licence })),
  ]
  const byText = new Map<string, Set<string>>()
  for (const { name, text } of all) {
    const plain = text
      .replace(/^\ufeff/, '')
      .replaceAll('\r\n', '\n')
      .trim()
    byText.set(plain, (byText.get(plain) ?? new Set()).add(name))
  }
  const rule = '='.repeat(80)
  return [...byText].map(([text, names]) => `${rule}\n${[...names].join('\n')}\n${rule}\n\n${text}\n`).join('\n')
}

export const thirdParty: Plugin = {
  name: 'third-party',
  generateBundle() {
    const fonts = fontsOfBuild()
    const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source })
    emit('bill-of-materials.cdx.json', billOfMaterials(fonts))
    emit('licences.txt', licences(fonts))
  },
}
