import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { ownWordsKey } from '../../src/i18n/sheetWords.ts'
import { LEFT_OUT } from '../deep/engines/leftOut.ts'

const tests = fileURLToPath(new URL('../e2e/', import.meta.url))
const src = fileURLToPath(new URL('../../src/', import.meta.url))
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })

it('names of languages are words of ours: browsers do not agree about them (A-22)', () => {
  for (const file of files.filter((name) => /\.tsx?$/.test(name)))
    expect(readFileSync(join(src, file), 'utf8'), file).not.toContain('DisplayNames')
  const words = JSON.parse(readFileSync(join(src, '../locales/sv/sheet.json'), 'utf8')).ownWords
  const said = ['sv', 'sv-FI', 'en', 'de', ''].map((tag) => words[ownWordsKey(tag)].split(' ').at(-1))
  expect(said).toEqual(['svenska.', 'svenska.', 'engelska.', 'ord.', 'ord.'])
})

it('each font file is of one weight: Firefox prints what it varies as drawings, in which nothing can be found (A-25)', () => {
  const weights = [...readFileSync(join(src, 'ui/styles/fonts.css'), 'utf8').matchAll(/font-weight: ([^;]+);/g)]
  expect(weights.map(([, weight]) => weight)).toEqual(['400', '600', '500'])
})

it('what is for narrow windows is for screens alone: a page of paper is narrow to some browsers (A-26)', () => {
  for (const file of files.filter((name) => name.endsWith('.css')))
    expect(readFileSync(join(src, file), 'utf8'), file).not.toMatch(/@media \(max-width/)
})

it('what Firefox is not asked are tests that there are', () => {
  const suite = readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(tests, name), 'utf8'))
  const unknown = LEFT_OUT.flatMap(({ tests: titles }) => titles).filter(
    (title) => !suite.some((file) => file.includes(title)),
  )
  expect(unknown).toEqual([])
})
