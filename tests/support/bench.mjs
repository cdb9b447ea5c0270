// Measures the built product and prints one table for each question.
import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'

const top = fileURLToPath(new URL('../../', import.meta.url))
const playwright = fileURLToPath(new URL('../../node_modules/@playwright/test/cli.js', import.meta.url))
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`)
const args = ['test', '--config', 'tests/bench/playwright.config.ts', ...process.argv.slice(2)]
const { status } = spawnSync(process.execPath, [playwright, ...args], { cwd: top, stdio: 'inherit' })
process.exit(status ?? 1)
