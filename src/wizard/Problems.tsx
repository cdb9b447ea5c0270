import { useEffect, useRef } from 'react'
import { type Address, pathOf } from '../domain/case/address.ts'
import type { Asked } from '../domain/interview/askedQuestions.ts'
import type { Problem } from '../domain/interview/entry.ts'
import { questionWords } from '../i18n/questionWords.ts'
import type { Words } from '../i18n/useWords.ts'
import { LinkButton } from '../ui/Button.tsx'
import { InPageLink } from '../ui/InPageLink.tsx'

interface ProblemSummaryProps {
  words: Words
  problems: readonly Problem[]
  asked: readonly Asked[]
  /** Changes with every attempt, so that the summary takes the focus again. */
  attempt: number
  onContinueAnyway: () => void
}

export function ProblemSummary({ words, problems, asked, attempt, onContinueAnyway }: ProblemSummaryProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (attempt > 0) heading.current?.focus()
  }, [attempt])
  return (
    <section className="error-summary" aria-labelledby="error-summary">
      <h2 id="error-summary" ref={heading} tabIndex={-1}>
        {words.translate('common:problems.heading')}
      </h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.at}>
            <InPageLink to={problem.at}>{problemWords(words, problem, asked)}</InPageLink>
          </li>
        ))}
      </ul>
      <LinkButton onClick={onContinueAnyway}>{words.translate('common:problems.continueAnyway')}</LinkButton>
    </section>
  )
}

interface ProblemAtFieldProps {
  problem: Problem
  asked: Asked
  words: Words
  onAnswer: (address: Address, value: unknown) => void
}

export function ProblemAtField({ problem, asked, words, onAnswer }: ProblemAtFieldProps) {
  const canChoose = problem.kind === 'ambiguousDate' && problem.at === asked.address
  return (
    <>
      <p>{problemWords(words, problem, [asked])}</p>
      {canChoose &&
        problem.either.map((day) => (
          <p key={day}>
            <LinkButton onClick={() => onAnswer(asked.address, day)}>{words.formats.date(day)}</LinkButton>
          </p>
        ))}
    </>
  )
}

/** What is wrong and what to write instead; the same in the summary and at the field. */
export function problemWords(words: Words, problem: Problem, asked: readonly Asked[]): string {
  const [address = '', part] = problem.at.split(':')
  const question = asked.find((other) => other.question.path === pathOf(address))?.question
  const own = question === undefined ? null : questionWords(words, question)
  const name = part?.split('.').at(-1)
  const values = {
    // A question that goes on is no question yet.
    label: (name === undefined ? own?.label : own?.part(name))?.replace(/\?$/, ''),
    ...(problem.kind === 'ambiguousDate' && {
      first: words.formats.date(problem.either[0]),
      second: words.formats.date(problem.either[1]),
    }),
  }
  return words.translate(`common:problems.${problem.kind}`, values)
}
