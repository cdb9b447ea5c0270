import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const own = fileURLToPath(new URL('./', import.meta.url))

/** Builds the wizards of other tools outside the project, with packages that only this bench needs. Gives their folders. */
export async function buildPeers(names: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const folder = mkdtempSync(join(tmpdir(), 'peers-'))
  cpSync(own, folder, { recursive: true })
  const cli = process.env.npm_execpath
  const [npm, first] = cli ? [process.execPath, [cli]] : ['npm', []]
  const install = [...first, 'install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund']
  if (spawnSync(npm, install, { cwd: folder, stdio: 'ignore' }).status !== 0)
    throw new Error('peers: the packages could not be installed')
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const built: Record<string, string> = { handWritten: join(folder, 'handWritten') }
  for (const name of names) {
    writeFileSync(join(folder, 'index.html'), page.replace('PEER', `${name}.jsx`))
    const outDir = join(folder, 'dist', name)
    await build({
      root: folder,
      base: './',
      configFile: false,
      logLevel: 'error',
      plugins: [react()],
      build: { outDir, target: 'es2022' },
    })
    built[name] = outDir
  }
  return built
}
