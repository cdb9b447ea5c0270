import type { CaseFile } from '../../src/domain/case/caseFile.ts'
import { sealed } from '../support/sealed.ts'
import { caseFile } from './guide.ts'

const whole = JSON.parse(caseFile('C1-sv')) as CaseFile

/** The worked case with this many examples, each with eleven answers; a case of its own. */
export function withExamples(count: number): CaseFile {
  const [first] = whole.answers.examples.items
  if (first === undefined) throw new Error('the case has no example')
  const items = Array.from({ length: count }, (_, at) => ({
    ...first,
    id: `E-${at + 1}`,
    code: at + 1,
    title: `${first.title} ${at + 1}`,
    effect: 'costs_weekly' as const,
    frequency: `${(at % 12) + 1} av 12`,
    front: null,
  }))
  const answers = { ...whole.answers, examples: { ...whole.answers.examples, items } }
  return sealed({ ...whole, caseId: `bench${count}`, answers })
}
