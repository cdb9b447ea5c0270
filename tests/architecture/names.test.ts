import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const src = fileURLToPath(new URL('../../src/', import.meta.url))
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'),
)

/** What may be there more than once, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  // Each area of the interview has the same few files.
  'schema.ts': 'areas',
  'steps.ts': 'areas',
  'rules.ts': 'areas',
  // A component that comes later has the name of the one that it loads.
  CaseLayout: 'lazy',
  ExampleLayout: 'lazy',
  NotFound: 'lazy',
  NotFoundPage: 'lazy',
}

/** Those that stand at several places, with the places. */
function twice(all: readonly (readonly [name: string, file: string])[]) {
  const places = new Map<string, Set<string>>()
  for (const [name, file] of all) places.set(name, (places.get(name) ?? new Set()).add(file))
  return [...places]
    .filter(([name, at]) => at.size > 1 && !Object.hasOwn(ALLOWED, name))
    .map(([name, at]) => [name, ...at])
}

it('gives no two files one name, whatever their capitals and endings', () => {
  const named = files
    .filter((file) => !Object.hasOwn(ALLOWED, basename(file)))
    .map(
      (file) =>
        [
          basename(file)
            .replace(/\.tsx?$/, '')
            .toLowerCase(),
          file,
        ] as const,
    )
  expect(twice(named)).toEqual([])
})

it('exports no name from two files', () => {
  const exported =
    /^export (?:default )?(?:async )?(?:abstract )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm
  const names = files.flatMap((file) =>
    [...readFileSync(join(src, file), 'utf8').matchAll(exported)].map(([, name = '']) => [name, file] as const),
  )
  expect(twice(names)).toEqual([])
})
