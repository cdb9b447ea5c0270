import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { builtFilesOf } from '../../src/hosting/builtFiles.ts'

const top = fileURLToPath(new URL('../../', import.meta.url))
const folders: string[] = []

/** Builds into a folder of its own, as `npm run build` does. */
function build(...args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'build-'))
  folders.push(folder)
  const vite = join(top, 'node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--outDir', folder, '--emptyOutDir', ...args], {
    cwd: top,
    stdio: 'ignore',
    env: { ...process.env, NODE_ENV: '' },
  })
  return folder
}

const contents = (folder: string) =>
  Object.fromEntries(builtFilesOf(folder).map((file) => [file, readFileSync(join(folder, file)).toString('base64')]))

describe('the build', () => {
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true })
  })

  it('is the same to the byte when it is made twice', () => {
    const [first, second] = [contents(build()), contents(build())]
    expect(Object.keys(first).length).toBeGreaterThan(100)
    expect(Object.keys(first)).toEqual(Object.keys(second))
    expect(Object.keys(first).filter((file) => first[file] !== second[file])).toEqual([])
  })

  it('turns the offline copy off with --mode off, and changes no other script', () => {
    const [on, off] = [build(), build('--mode', 'off')]
    const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')
    expect(read(off, 'sw.js')).toBe(read(on, 'sw-off.js'))
    expect(read(on, 'sw.js')).not.toBe(read(on, 'sw-off.js'))
    const differing = builtFilesOf(on).filter((file) => read(on, file) !== read(off, file))
    expect(differing).toEqual(['sw.js'])
    expect(builtFilesOf(off)).toEqual(builtFilesOf(on))
  })
})
