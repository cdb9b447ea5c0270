// The slow checks: every worked case written through the wizard, the properties many times over, and other engines.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const top = fileURLToPath(new URL('../../', import.meta.url))
const tool = (file) => fileURLToPath(new URL(`../../node_modules/${file}`, import.meta.url))

/** Programs that read and rewrite PDF, one that hosts, and other engines: with the packages of the distribution. */
const PROGRAMS = {
  qpdf: 'qpdf',
  gs: 'ghostscript',
  mutool: 'mupdf-tools',
  pdfinfo: 'poppler-utils',
  nginx: 'nginx',
  'firefox-esr': 'firefox-esr',
  WebKitWebDriver: 'webkit2gtk-driver',
  Xvfb: 'xvfb',
}
/** Another that hosts, which not every distribution has. */
const WHERE_IT_IS = 'caddy'

const isHere = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
const missing = Object.keys(PROGRAMS).filter((program) => !isHere(program))
if (missing.length > 0) {
  const packages = missing.map((program) => PROGRAMS[program])
  console.log(`installing ${packages.join(', ')}`)
  // Servers are started by the checks, not by being installed.
  const install = `apt-get update && apt-get install -y --no-install-recommends`
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  spawnSync('sh', ['-c', `${install} ${packages.join(' ')}`], { stdio: 'ignore', env })
  spawnSync('sh', ['-c', `apt-get install -y --no-install-recommends ${WHERE_IT_IS}`], {
    stdio: 'ignore',
    env,
  })
}
if (!isHere(WHERE_IT_IS)) console.log(`${WHERE_IT_IS} is not there: its configuration is compared, not run`)
for (const program of Object.keys(PROGRAMS))
  if (!isHere(program)) {
    console.error(`deep: ${program} is needed and could not be installed (package ${PROGRAMS[program]})`)
    process.exit(1)
  }

/** What drives the other engines, and the other checkers, come from npm for these checks alone. */
const cli = process.env.npm_execpath
const [npm, first] = cli ? [process.execPath, [cli]] : ['npm', []]
const engines = { cwd: `${top}tests/deep/engines`, stdio: 'inherit' }
if (spawnSync(npm, [...first, 'ci', '--ignore-scripts'], engines).status !== 0) {
  console.error('deep: the packages of tests/deep/engines could not be installed')
  process.exit(1)
}

const CHECKS = [
  [
    'PDF through other programs, the build made twice, and hosts with our configuration',
    [tool('vitest/vitest.mjs'), 'run', '--config', 'tests/deep/vitest.config.ts'],
    {},
  ],
  [
    'properties, thirty times as often',
    [tool('vitest/vitest.mjs'), 'run', 'tests/unit', 'tests/component/threePrinters', '--test-timeout', '900000'],
    { FUZZ: '30' },
  ],
  [
    'everything in a browser: every worked case, every page in every look, a thousand files',
    [tool('@playwright/test/cli.js'), 'test', '--config', 'tests/e2e/playwright.config.ts'],
    { DEEP: '1' },
  ],
  [
    'the suite in Firefox, the whole way in WebKit, and two more checkers on every page',
    [tool('@playwright/test/cli.js'), 'test', '--config', 'tests/deep/engines/playwright.config.ts'],
    {},
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
