import type { Address } from '../domain/case/address.ts'
import type { Asked } from '../domain/interview/askedQuestions.ts'
import type { Problem } from '../domain/interview/entry.ts'
import type { Words } from '../i18n/useWords.ts'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { problemWords } from './problemWords.ts'

export interface ProblemSummaryProps {
  words: Words
  problems: readonly Problem[]
  asked: readonly Asked[]
  attempt: number
  onContinueAnyway: () => void
}

/** What needs a second look on the page, above its questions. */
export const ProblemSummary = ({ words, problems, asked, attempt, onContinueAnyway }: ProblemSummaryProps) => (
  <ErrorSummary
    heading={words.translate('common:problems.heading')}
    attempt={attempt}
    problems={problems.map((problem) => ({ at: problem.at, text: problemWords(words, problem, asked) }))}
  >
    <button type="button" className="link-button" onClick={onContinueAnyway}>
      {words.translate('common:problems.continueAnyway')}
    </button>
  </ErrorSummary>
)

export interface ProblemAtFieldProps {
  problem: Problem
  asked: Asked
  words: Words
  onAnswer: (address: Address, value: unknown) => void
}

/** The sentence at the field; a date that can be two is settled with a press. */
export function ProblemAtField({ problem, asked, words, onAnswer }: ProblemAtFieldProps) {
  const canChoose = problem.kind === 'ambiguousDate' && problem.at === asked.address
  return (
    <>
      <p>{problemWords(words, problem, [asked])}</p>
      {canChoose &&
        problem.either.map((day) => (
          <button type="button" key={day} className="link-button" onClick={() => onAnswer(asked.address, day)}>
            {words.formats.date(day)}
          </button>
        ))}
    </>
  )
}
