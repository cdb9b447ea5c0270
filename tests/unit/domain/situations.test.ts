import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { assess } from '../../../src/domain/assessment/assess.ts'
import { type Answers, answersSchema } from '../../../src/domain/case/answers.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'

interface Situation {
  id: string
  title: string
  language: string
  asOf: string
  expected: { turn: string; next: string; until: string | null; warranted: boolean; open: readonly string[] }
  answers: unknown
}

/** Real situations, anonymised, and made-up ones for one rule each, with what a wise account manager would say. */
const situations: readonly Situation[] = JSON.parse(
  readFileSync(new URL('../../cases/tables/situations.json', import.meta.url), 'utf8'),
)

describe('whose turn it is', () => {
  it.each(situations.map((each) => [each.id, each.title, each] as const))('%s: %s', (_, __, situation) => {
    const answers = z.parse(answersSchema, situation.answers) as unknown as Answers
    const { turn, next, until, warranted, open } = assess(
      visibleAnswers(interview, answers),
      situation.asOf,
      situation.language,
    )
    expect({ turn, next, until, warranted, open: open.map(({ action }) => action) }).toEqual(situation.expected)
  })
})
