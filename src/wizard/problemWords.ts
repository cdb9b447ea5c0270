import { pathOf } from '../domain/case/address.ts'
import type { Asked } from '../domain/interview/askedQuestions.ts'
import type { Problem } from '../domain/interview/entry.ts'
import { questionWords } from '../i18n/questionWords.ts'
import type { Words } from '../i18n/useWords.ts'

/** A problem as a sentence: what happened, and what to write instead. The same words in the summary and at the field. */
export function problemWords(words: Words, problem: Problem, asked: readonly Asked[]): string {
  const [address = '', part] = problem.at.split(':')
  const question = asked.find((other) => other.question.path === pathOf(address))?.question
  const own = question === undefined ? null : questionWords(words, question)
  const name = part?.split('.').at(-1)
  const values = {
    label: name === undefined ? own?.label : own?.part(name),
    ...(problem.kind === 'ambiguousDate' && {
      first: words.formats.date(problem.either[0]),
      second: words.formats.date(problem.either[1]),
    }),
  }
  return words.translate(`common:problems.${problem.kind}`, values)
}
