import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vite'
import { describe, expect, it } from 'vitest'
import { isQuick } from '../support/isQuick.ts'

const src = fileURLToPath(new URL('../../src/', import.meta.url))

interface Expression {
  file: string
  pattern: string
  flags: string
}

/** The regular expressions of a piece of syntax, however deep they stand in it. */
function expressionsIn(node: unknown, file: string): readonly Expression[] {
  if (typeof node !== 'object' || node === null) return []
  const { regex } = node as { regex?: { pattern: string; flags: string } }
  if (regex !== undefined) return [{ file, ...regex }]
  return Object.values(node).flatMap((inner) => expressionsIn(inner, file))
}

const expressions = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  .flatMap((file) =>
    expressionsIn(parseAst(readFileSync(join(src, file), 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' }), file),
  )

const LENGTH = 100_000
/** Texts that make an expression try again and again: one thing many times, and at the end something else. */
const HOSTILE = [
  'a',
  '(',
  ' ',
  '1',
  '-',
  '.',
  '/',
  '\n',
  '"',
  'å',
  'a ',
  '1 ',
  '1-',
  '1.',
  '1/',
  'a@',
  'a.',
  '<!',
  '--',
  '\ud800',
  'password ',
  'den 1 ',
].flatMap((piece) => {
  const many = piece.repeat(LENGTH / piece.length)
  return [many, `${many}!`, `x${many}\u0000`]
})

describe('every regular expression', () => {
  it('is found, wherever it stands', () => {
    expect(expressions.length).toBeGreaterThan(100)
    expect(expressions).toContainEqual({
      file: 'domain/interview/entry.ts',
      pattern: '^\\+?[\\d\\s()/.-]{5,40}$',
      flags: '',
    })
  })

  it.each(expressions)(
    'answers a hundred thousand hostile characters in less than 50 ms: $file /$pattern/ (I-10)',
    async ({ pattern, flags }) => {
      const expression = new RegExp(pattern, flags)
      for (const text of HOSTILE)
        expect(await isQuick(50, () => text.replace(expression, '')), text.slice(0, 10)).toBe(true)
    },
  )
})
