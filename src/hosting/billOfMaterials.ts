import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { Font } from './fonts.ts'

interface Locked {
  version?: string
  license?: string
  integrity?: string
  dependencies?: Record<string, string>
}

/** The parts of `package-lock.json` that matter here. */
export interface LockFile {
  name?: string
  version?: string
  packages: Record<string, Locked>
}

const FOLDER = 'node_modules/'

/** What the build puts something of ours in the place of: `resolve.alias` in `vite.config.ts`. */
const REPLACED: readonly string[] = ['brotli', 'use-sync-external-store']

/** What the lock file does not say of a package, and its licence text does. */
const UNSAID: Readonly<Record<string, string>> = { 'png-js': 'MIT' }

const nameOf = (path: string) => path.slice(path.lastIndexOf(FOLDER) + FOLDER.length)

const purlOf = (path: string, { version }: Locked) =>
  `pkg:npm/${nameOf(path).replace(/^@/, '%40')}@${version}`

/** Where a package finds another: in its own folder, or in the nearest above it. */
function found(from: string, name: string, packages: LockFile['packages']): string {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf(FOLDER)).replace(/\/$/, '')) {
    const path = `${folder === '' ? '' : `${folder}/`}${FOLDER}${name}`
    if (packages[path] !== undefined) return path
    if (folder === '') throw new Error(`package-lock.json: ${from} needs ${name}, which is not there`)
  }
}

function component(path: string, locked: Locked) {
  const purl = purlOf(path, locked)
  const [algorithm = '', digest = ''] = (locked.integrity ?? '').split('-')
  const content = Buffer.from(digest, 'base64').toString('hex')
  const id = locked.license ?? UNSAID[nameOf(path)]
  return {
    type: 'library',
    'bom-ref': purl,
    name: nameOf(path),
    version: locked.version,
    ...(digest === '' ? {} : { hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content }] }),
    ...(id === undefined ? {} : { licenses: [{ license: { id } }] }),
    purl,
  }
}

const fontComponent = ({ name, path, bytes }: Font) => ({
  type: 'file',
  'bom-ref': path,
  name,
  hashes: [{ alg: 'SHA-512', content: createHash('sha512').update(bytes).digest('hex') }],
  licenses: [{ license: { id: 'OFL-1.1' } }],
})

const needsIn = (packages: LockFile['packages'], path: string) =>
  Object.keys(packages[path]?.dependencies ?? {})
    .filter((needed) => !REPLACED.includes(needed))
    .map((needed) => found(path, needed, packages))

/** Where the packages that run are installed: those that the product needs, straight or through others. */
export function pathsThatRun({ packages }: LockFile): readonly string[] {
  const all = new Set<string>()
  const add = (path: string) => {
    if (all.has(path)) return
    all.add(path)
    needsIn(packages, path).forEach(add)
  }
  needsIn(packages, '').forEach(add)
  return [...all].sort((a, b) => (a < b ? -1 : 1))
}

/**
 * What the product is made of beside its own code, as CycloneDX: packages by the lock file, and fonts. Holds no time and no
 * random number, so the same files give the same bytes.
 */
export function billOfMaterials(lock: LockFile, fonts: readonly Font[]): string {
  const { name, version, packages } = lock
  const own = `pkg:npm/${name}@${version}`
  const paths = pathsThatRun(lock)
  const needs = (path: string) => needsIn(packages, path)
  const refsOf = (path: string) => needs(path).map((needed) => purlOf(needed, packages[needed] ?? {}))
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': own, name, version, purl: own } },
    components: [...paths.map((path) => component(path, packages[path] ?? {})), ...fonts.map(fontComponent)],
    dependencies: [
      { ref: own, dependsOn: [...refsOf(''), ...fonts.map(({ path }) => path)] },
      ...paths.map((path) => ({ ref: purlOf(path, packages[path] ?? {}), dependsOn: refsOf(path) })),
      ...fonts.map(({ path }) => ({ ref: path, dependsOn: [] })),
    ],
  }
  return `${JSON.stringify(bill, null, 2)}\n`
}
