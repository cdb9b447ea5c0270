// Runs every test that names a fault of the catalogue, and prints the table: id, what, where it was tried, passed or not.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const top = fileURLToPath(new URL('../../', import.meta.url))
const tool = (file) => fileURLToPath(new URL(`../../node_modules/${file}`, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'faults-'))
/** Those with `leftToAPerson`, at most five, say why no program can tell. Ids are never used again. */
const FAULTS = JSON.parse(readFileSync(new URL('../faults/catalogue.json', import.meta.url), 'utf8'))
const ID = /\b[STLIFXDA]-\d\d\b/g

const run = (args, environment) =>
  spawnSync(process.execPath, args, {
    cwd: top,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: '', ...environment },
  })
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))

console.log('the code alone …')
run([
  tool('vitest/vitest.mjs'),
  'run',
  '--testNamePattern',
  ID.source,
  '--reporter=json',
  `--outputFile=${join(folder, 'code.json')}`,
])
console.log('a real browser …')
run(
  [
    tool('@playwright/test/cli.js'),
    'test',
    '--config',
    'tests/e2e/playwright.config.ts',
    '--grep',
    ID.source,
    '--reporter=json',
  ],
  { DEEP: '1', PLAYWRIGHT_JSON_OUTPUT_NAME: join(folder, 'browser.json') },
)

/** Every test as its name, where it ran and whether it passed. */
const tests = []
for (const { assertionResults } of read('code.json').testResults)
  for (const { fullName, status } of assertionResults)
    if (status === 'passed' || status === 'failed')
      tests.push({ name: fullName, where: 'code', passed: status === 'passed' })
const walk = ({ title, specs = [], suites = [] }, above) => {
  for (const spec of specs) tests.push({ name: `${above} ${title} ${spec.title}`, where: 'browser', passed: spec.ok })
  for (const suite of suites) walk(suite, `${above} ${title}`)
}
for (const suite of read('browser.json').suites) walk(suite, '')

const counts = { passed: 0, failed: 0, person: 0, missing: 0 }
const lines = FAULTS.map(({ id, what, where, leftToAPerson }) => {
  const mine = tests.filter(({ name }) => name.match(ID)?.includes(id))
  const wanted = where === 'both' ? ['code', 'browser'] : [where]
  const tried = [...new Set(mine.map((test) => test.where))]
  const is =
    leftToAPerson !== undefined
      ? 'person'
      : mine.some(({ passed }) => !passed)
        ? 'failed'
        : // What is listed for both is tried where it shows more; what needs a browser, in a browser.
          mine.length === 0 || (where === 'browser' && !tried.includes('browser'))
          ? 'missing'
          : 'passed'
  counts[is] += 1
  const said = is === 'person' ? `left to a person: ${leftToAPerson}` : is
  return `| ${id} | ${what.replaceAll('|', '\\|')} | ${tried.join(', ') || wanted.join(', ')} | ${mine.length} | ${said} |`
})
console.log(['| id | fault | tried in | tests | result |', '|---|---|---|--:|---|', ...lines].join('\n'))
console.log(
  `\n${FAULTS.length} faults: ${counts.passed} passed, ${counts.failed} failed, ${counts.missing} without a test, ${counts.person} left to a person`,
)
process.exit(counts.failed + counts.missing === 0 && counts.person <= 5 ? 0 : 1)
