import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

interface Fault {
  id: string
  what: string
  where: 'code' | 'browser' | 'both'
  leftToAPerson?: string
}

const tests = fileURLToPath(new URL('../', import.meta.url))
const faults = JSON.parse(readFileSync(join(tests, 'faults/catalogue.json'), 'utf8')) as Fault[]

/** The tests below a folder without their comments: an id in them stands in a name, or in what a name is made of. */
const namesIn = (folder: string): string =>
  readdirSync(join(tests, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(join(tests, folder, file), 'utf8'))
    .map((text) => text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, ''))
    .join('\n')

const inBrowser = namesIn('e2e')
const inCode = ['unit', 'component', 'architecture'].map(namesIn).join('\n')

it.each(faults)('$id has a test that names it, or a reason why only a person can tell: $what', (fault) => {
  const { id, where, leftToAPerson } = fault
  if (leftToAPerson !== undefined) return expect(leftToAPerson.length).toBeGreaterThan(20)
  const named = new RegExp(`\\b${id}\\b`)
  expect(named.test(where === 'browser' ? inBrowser : inBrowser + inCode)).toBe(true)
})

it('at most five faults are left to a person', () => {
  expect(faults.filter(({ leftToAPerson }) => leftToAPerson !== undefined).length).toBeLessThanOrEqual(5)
})
