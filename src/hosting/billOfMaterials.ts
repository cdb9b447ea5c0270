import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Font } from './fonts.ts'

interface Component {
  'bom-ref': string
  name: string
  scope: 'required' | 'optional'
  properties: readonly { name: string }[]
  licenses?: unknown
}

/** The parts of a CycloneDX bill that matter here. */
interface Bill {
  metadata: { component: Component }
  components: readonly Component[]
  dependencies: readonly { ref: string; dependsOn: readonly string[] }[]
}

/** What the build puts something of ours in the place of: `resolve.alias` in `vite.config.ts`. */
export const REPLACED: readonly string[] = ['brotli', 'use-sync-external-store']

/** Licences that only their text names. */
const UNSAID: Readonly<Record<string, string>> = { 'png-js': 'MIT' }

/** Every package of the lock file; npm fetches nothing for that. */
function listedByNpm(cwd: string): Bill {
  // `--omit dev` would leave out what a tool needs as well, and is what npm does by itself in a build.
  const options = ['--package-lock-only', '--include=dev', '--sbom-type=application', '--offline']
  const args = ['sbom', '--sbom-format=cyclonedx', ...options]
  // npm says where it is to what it starts; without that Windows needs a shell.
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

/** Without npm's time, random number and name of the folder: the same files give the same bytes. */
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
