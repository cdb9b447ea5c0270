import { memo, type ReactNode, useState } from 'react'
import type { Address } from '../domain/case/address.ts'
import type { Answers } from '../domain/case/answers.ts'
import type { Asked } from '../domain/interview/askedQuestions.ts'
import type { Problem } from '../domain/interview/entry.ts'
import { questionWords } from '../i18n/questionWords.ts'
import type { Words } from '../i18n/useWords.ts'
import { useServices } from '../store/session.tsx'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Field, FieldBox, FieldGroup } from '../ui/Field.tsx'
import { focusOn } from '../ui/focus.ts'
import { OtherAnswers } from './basicInputs.tsx'
import { INPUTS } from './inputs.tsx'
import { ProblemAtField } from './Problems.tsx'

interface QuestionFieldProps {
  asked: Asked
  words: Words
  answers: Answers
  language: string
  problems: readonly Problem[]
  notes: readonly string[]
  before?: ReactNode
  onAnswer: (address: Address, value: unknown) => void
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((item, at) => item === b[at])

/** What a day without a year is read with. */
const dateContext = ({ asked: { question, row } }: QuestionFieldProps) =>
  `${row?.date} ${row !== undefined && question.hasPassed?.(row)}`

/** `before`, what account managers ask, reads the case by itself. */
const isSameField = (a: QuestionFieldProps, b: QuestionFieldProps) =>
  a.asked.question === b.asked.question &&
  a.asked.address === b.asked.address &&
  a.asked.value === b.asked.value &&
  dateContext(a) === dateContext(b) &&
  (a.answers === b.answers || !INPUTS[a.asked.question.kind].readsAnswers) &&
  a.words === b.words &&
  a.language === b.language &&
  sameItems(a.problems, b.problems) &&
  sameItems(a.notes, b.notes) &&
  Boolean(a.before) === Boolean(b.before) &&
  a.onAnswer === b.onAnswer

/** One question: label, hint, control, other answers. It is not rendered again for keystrokes in other fields. */
export const QuestionField = memo(OneField, isSameField)

function OneField({ asked, words, answers, language, problems, notes, before, onAnswer }: QuestionFieldProps) {
  const { clock } = useServices()
  const { question, address, value, row } = asked
  const said = questionWords(words, question)
  const { Input, group, hint, showsOffers, namesItself } = INPUTS[question.kind]
  const problemAt = (at: string): ReactNode => {
    const problem = problems.find((other) => other.at === at)
    return problem === undefined ? undefined : <ProblemAtField problem={problem} {...{ asked, words, onAnswer }} />
  }
  const onChange = (next: unknown) => onAnswer(address, next)
  const { begins } = question
  const isBegun = begins === undefined || value !== null
  // Once it has begun, what is around it stays: whoever removes its only part can undo that.
  const [wasBegun, setWasBegun] = useState(isBegun)
  if (isBegun && !wasBegun) setWasBegun(true)
  if (!isBegun && begins !== 'part')
    return (
      <p className="field">
        <Button
          id={address}
          onClick={() => {
            onChange(begins === 'today' ? clock.today() : begins)
            // The field takes the place of the pressed button.
            requestAnimationFrame(() => focusOn(address))
          }}
        >
          {said.part('begin')}
        </Button>
      </p>
    )
  const shared = { question, value, onChange, words, said, answers, language, problemAt, row }
  const Wrapper = namesItself || !wasBegun ? FieldBox : group ? FieldGroup : Field
  return (
    <Wrapper
      id={address}
      label={said.label}
      aside={question.need === 'O' ? words.translate('common:optional') : undefined}
      hint={hint === undefined ? said.hint : hint(words, question, said.hint)}
      error={problemAt(address)}
      lang={language}
      after={
        <>
          {before}
          {notes.map((note) => (
            <p className="note" key={note}>
              {note}
            </p>
          ))}
        </>
      }
    >
      {(wiring) => (
        <>
          <Input {...shared} wiring={wiring} />
          {showsOffers !== true && <OtherAnswers {...shared} wiring={wiring} />}
        </>
      )}
    </Wrapper>
  )
}

/** Why a page asks its questions, once for all of them; few need a reason. */
export function WhyWeAsk({ words, asked }: { words: Words; asked: readonly Pick<Asked, 'question'>[] }) {
  const reasons = asked.flatMap(({ question }) => questionWords(words, question).why ?? [])
  if (reasons.length === 0) return null
  return (
    <Disclosure summary={words.translate('common:why')}>
      <p>{reasons.join(' ')}</p>
    </Disclosure>
  )
}
