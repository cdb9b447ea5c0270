import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { BORDER, INK, LINE, PLAN, QUIET, SLIP } from '../../../src/exchange/pdf/page.ts'

const style = (name: string) => readFileSync(new URL(`../../../src/ui/styles/${name}`, import.meta.url), 'utf8')

/** The first that a style sheet says: in light. */
const colour = (text: string, name: string) => new RegExp(`--${name}: (#[0-9a-f]+);`).exec(text)?.[1]

it('draws a PDF in the colours of the screen', () => {
  const screen = style('tokens.css')
  const drawn = { ink: INK, 'ink-2': QUIET, line: LINE, border: BORDER, plan: PLAN, slip: SLIP }
  for (const [name, value] of Object.entries(drawn)) expect(colour(screen, name), name).toBe(value)
})

it('prints what was promised and what was late in the colours of the screen', () => {
  for (const name of ['plan', 'slip'])
    expect(colour(style('print.css'), name), name).toBe(colour(style('tokens.css'), name))
})
