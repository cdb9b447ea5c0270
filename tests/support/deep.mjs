// The slow checks: every worked case written through the wizard, and the properties many times over.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const top = fileURLToPath(new URL('../../', import.meta.url))
const tool = (file) => fileURLToPath(new URL(`../../node_modules/${file}`, import.meta.url))

const CHECKS = [
  [
    'properties, thirty times as often',
    [tool('vitest/vitest.mjs'), 'run', 'tests/unit', '--test-timeout', '900000'],
    { FUZZ: '30' },
  ],
  [
    'every worked case through the wizard',
    [tool('@playwright/test/cli.js'), 'test', '--config', 'tests/e2e/playwright.config.ts', 'wholeWay'],
    { DEEP: '1' },
  ],
]

for (const [what, args, environment] of CHECKS) {
  const begun = Date.now()
  console.log(`\n— ${what}`)
  const env = { ...process.env, NODE_ENV: '', ...environment }
  const { status } = spawnSync(process.execPath, args, { cwd: top, stdio: 'inherit', env })
  if (status !== 0) process.exit(status ?? 1)
  console.log(`${what}: ${((Date.now() - begun) / 1000).toFixed(1)} s`)
}
