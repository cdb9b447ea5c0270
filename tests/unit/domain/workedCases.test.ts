import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assess } from '../../../src/domain/assessment/assess.ts'
import { digestOf } from '../../../src/domain/case/canonicalJson.ts'
import { readCaseFile } from '../../../src/domain/case/readCaseFile.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { sha256 } from '../../../src/exchange/sha256.ts'

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../cases/${name}.json`, import.meta.url), 'utf8'))
const expected = Object.entries(
  read('expected') as Record<
    string,
    { asOf: string; turn: string; next: string; warranted: boolean; open: string[]; until: string | null }
  >,
)

describe('the worked cases', () => {
  it.each(expected)(
    '%s opens and comes to the expected turn, step, date and open actions',
    (name, { asOf, ...result }) => {
      const opened = readCaseFile(read(name))
      if (!opened.ok) throw new Error(`${name} does not open: ${JSON.stringify(opened.error)}`)
      const assessment = assess(visibleAnswers(interview, opened.file.answers), asOf, opened.file.language)
      expect({
        turn: assessment.turn,
        next: assessment.next,
        warranted: assessment.warranted,
        open: assessment.open.map(({ action }) => action),
        until: assessment.until,
      }).toEqual(result)
      expect(opened.repairs).toEqual([])
    },
  )

  it.each(expected)('%s carries the digest of what it holds', (name) => {
    const file = read(name)
    expect(file.digest).toBe(digestOf(file, sha256))
  })
})
