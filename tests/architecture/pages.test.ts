import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { matchPath, matchRoutes } from 'react-router-dom'
import { expect, it } from 'vitest'
import * as account from '../../locales/sv/account.ts'
import * as interview from '../../locales/sv/interview.ts'
import * as laterWords from '../../locales/sv/later.ts'
import { CASE_PAGES, PAGES } from '../../src/app/pages.tsx'
import { interview as wholeInterview } from '../../src/domain/interview/interview.ts'
import type { Question } from '../../src/domain/interview/question.ts'

const table = { ...PAGES, ...CASE_PAGES }
const paths = Object.keys(table)

it.each(paths)('%s is the first address of the table that fits it, and the one that the router takes', (path) => {
  const taken = matchRoutes(
    paths.map((each) => ({ path: each })),
    path,
  )
  expect(taken?.map(({ route }) => route.path)).toEqual([path])
  expect(paths.find((each) => matchPath(each, path))).toBe(path)
})

const src = fileURLToPath(new URL('../../src/', import.meta.url))

/** The text of a file and of everything that it imports at once. */
function textsOf(file: string, seen = new Map<string, string>()): ReadonlyMap<string, string> {
  if (seen.has(file)) return seen
  const text = readFileSync(file, 'utf8')
  seen.set(file, text)
  for (const [, target = ''] of text.matchAll(
    /^(?:} from |(?:import (?!type )|export \{)[^'\n]*?)'(\.[^'\n]+\.tsx?)'$/gm,
  ))
    textsOf(join(dirname(file), target), seen)
  return seen
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))

/** Every component that comes later: where it is asked for, its file, and up to which words are waited for. */
const components = files.flatMap((from) => {
  const text = readFileSync(join(src, from), 'utf8')
  return [
    ...text.matchAll(/\b(?:lazyComponent|lazy|page)\([\s\S]*?(?=\n(?:\n|const |export | {2}'\/| {2}\/\/|\}(?!,)))/g),
  ].flatMap(([call]) => {
    const loader = (/\b(\w+)\(\)\)?\.(?:then\(|\w+)/.exec(call) ?? /^page\('\w+', (\w+)/.exec(call))?.[1]
    const named = new RegExp(`const ${loader} = \\(\\) => import\\('([^']+)'\\)`).exec(text)?.[1]
    const file = /import\('([^']+)'\)/.exec(call)?.[1] ?? named
    const words =
      /'(start|interview|later|account)',?\s*\)/.exec(call)?.[1] ?? (call.startsWith('page') ? 'later' : 'start')
    return file === undefined ? [] : [{ from, file: join(src, dirname(from), file), words }]
  })
})

it('finds every page of the table and what comes later within them', () => {
  const pages = components.filter(({ from }) => from === 'app/pages.tsx')
  expect(pages.length).toBeGreaterThanOrEqual(Object.values(table).filter(({ name }) => name !== undefined).length)
  expect(components.length).toBeGreaterThan(pages.length + 10)
})

it('files, which need more words than the pages of the interview wait for, are asked for in rows alone', () => {
  const kindsOn = (questions: readonly Question[]) => questions.map(({ kind }) => kind)
  const steps = wholeInterview.parts.flatMap((part) => part.steps)
  expect(steps.flatMap(({ questions }) => kindsOn(questions))).not.toContain('evidence')
  expect(steps.flatMap((step) => ('page' in step ? kindsOn(step.page.questions) : []))).toContain('evidence')
})

/** What comes after the words of the start page, in order. */
const PARTS = Object.entries({ interview, later: laterWords, account })

const waitingFor = (file: string, words: string) =>
  components.some((each) => each.file === file && each.words === words)

it.each([join(src, 'main.tsx'), ...new Set(components.map(({ file }) => file))])(
  '%s says no words but those that are there when it is drawn',
  (file) => {
    const later = PARTS.slice(PARTS.findLastIndex(([part]) => waitingFor(file, part)) + 1)
    const missing = Object.assign({}, ...later.map(([, words]) => words))
    const said = [...textsOf(file)].flatMap(([of, text]) =>
      [...text.matchAll(/['`](\w+):[\w.$]/g)].map(([, namespace = '']) => ({ of, namespace })),
    )
    expect(said.filter(({ namespace }) => namespace in missing)).toEqual([])
  },
)
