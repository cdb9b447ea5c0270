// Every check of the suite, one after the other, each with its time; stops at the first that fails.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const top = fileURLToPath(new URL('../../', import.meta.url))
const bin = (file) => [process.execPath, fileURLToPath(new URL(`../../node_modules/${file}`, import.meta.url))]

const CHECKS = [
  ['types', [...bin('typescript/bin/tsc'), '--noEmit']],
  ['lint and format', [...bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '.']],
  ['unused code', bin('knip/bin/knip.js')],
  ['unit, component and architecture tests', [...bin('vitest/vitest.mjs'), 'run']],
  [
    'unit tests of dates in other time zones',
    [...bin('vitest/vitest.mjs'), 'run', 'tests/unit/domain/dates.test.ts', 'tests/unit/domain/edgeCases.test.ts'],
    { TZ: 'America/New_York' },
  ],
  [
    'the same',
    [...bin('vitest/vitest.mjs'), 'run', 'tests/unit/domain/dates.test.ts', 'tests/unit/domain/edgeCases.test.ts'],
    { TZ: 'Pacific/Kiritimati' },
  ],
  ['build', [...bin('vite/bin/vite.js'), 'build']],
  ['bytes', [process.execPath, 'tests/support/budget.mjs']],
  [
    'end to end and accessibility, in a browser',
    [...bin('@playwright/test/cli.js'), 'test', '--config', 'tests/e2e/playwright.config.ts'],
  ],
]

for (const [what, [command, ...args], environment = {}] of CHECKS) {
  const begun = Date.now()
  console.log(`\n— ${what}`)
  // A production environment in somebody's shell would take the development build of React away.
  const env = { ...process.env, NODE_ENV: '', ...environment }
  const { status } = spawnSync(command, args, { cwd: top, stdio: 'inherit', env })
  if (status !== 0) {
    console.error(`\n${what}: failed`)
    process.exit(status ?? 1)
  }
  console.log(`${what}: ${((Date.now() - begun) / 1000).toFixed(1)} s`)
}
