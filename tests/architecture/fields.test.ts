import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const source = fileURLToPath(new URL('../../src/', import.meta.url))

/** What browsers do not write anew, trim or refuse, and what nobody types into. */
const HARMLESS = ['text', 'radio', 'checkbox', 'file']

/** Hidden behind the button of its calendar: nobody types into it either. */
const PICKER = { name: 'ui/WithCalendar.tsx', type: 'date' }

it('X-21 no field has a type with which a browser changes what is typed', () => {
  const found = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .flatMap((name) => {
      const fields = readFileSync(join(source, name), 'utf8').match(/<input\b[^>]*?(?:\/>|>)/gs) ?? []
      return fields.map((field) => ({ name, type: /\btype=(\S+)/.exec(field)?.[1]?.replaceAll('"', '') }))
    })
  expect(found.length).toBeGreaterThan(5)
  expect(found.filter(({ type }) => type === undefined || !HARMLESS.includes(type))).toEqual([PICKER])
})
