import { Buffer } from 'node:buffer'

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
  return {
    type: 'library',
    'bom-ref': purl,
    name: nameOf(path),
    version: locked.version,
    ...(digest === '' ? {} : { hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content }] }),
    ...(locked.license === undefined ? {} : { licenses: [{ license: { id: locked.license } }] }),
    purl,
  }
}

/**
 * What the product is made of beside its own code, as CycloneDX: the packages that it needs to run, straight or through
 * others, by the lock file. Holds no time and no random number, so the same lock file gives the same bytes.
 */
export function billOfMaterials({ name, version, packages }: LockFile): string {
  const needs = (path: string) =>
    Object.keys(packages[path]?.dependencies ?? {}).map((needed) => found(path, needed, packages))
  const all = new Set<string>()
  const add = (path: string) => {
    if (all.has(path)) return
    all.add(path)
    needs(path).forEach(add)
  }
  const own = `pkg:npm/${name}@${version}`
  needs('').forEach(add)
  const paths = [...all].sort((a, b) => (a < b ? -1 : 1))
  const refsOf = (path: string) => needs(path).map((needed) => purlOf(needed, packages[needed] ?? {}))
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': own, name, version, purl: own } },
    components: paths.map((path) => component(path, packages[path] ?? {})),
    dependencies: [
      { ref: own, dependsOn: refsOf('') },
      ...paths.map((path) => ({ ref: purlOf(path, packages[path] ?? {}), dependsOn: refsOf(path) })),
    ],
  }
  return `${JSON.stringify(bill, null, 2)}\n`
}
