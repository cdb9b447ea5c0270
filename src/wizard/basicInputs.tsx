import { lazy, type ReactNode, useRef, useState } from 'react'
import { answerOrNull, isUnknown, MAX_TEXT } from '../domain/case/answer.ts'
import type { Answers, AnyRow } from '../domain/case/answers.ts'
import { cleanText } from '../domain/case/cleanText.ts'
import { takenDown, textOf } from '../domain/interview/entry.ts'
import type { Question } from '../domain/interview/question.ts'
import type { QuestionWords } from '../i18n/questionWords.ts'
import type { Words } from '../i18n/useWords.ts'
import { Choices, Tick } from '../ui/Choices.tsx'
import type { Wiring } from '../ui/Field.tsx'
import { Optional } from '../ui/Optional.tsx'
import { TextInput, type TextInputProps } from '../ui/TextInput.tsx'

export interface InputProps {
  question: Question
  value: unknown
  onChange: (value: unknown) => void
  words: Words
  said: QuestionWords
  wiring: Wiring
  answers: Answers
  language: string
  /** The row that the question is asked of. */
  row: AnyRow | undefined
  /** What is wrong with a part of a composite answer. */
  problemAt: (at: string) => ReactNode
}

export const itemsOf = <T,>(value: unknown): readonly T[] => (Array.isArray(value) ? value : [])
export const nullIfEmpty = <T,>(items: readonly T[]): readonly T[] | null => (items.length === 0 ? null : items)

/** A text field that refuses text that is too long for a case, and says so. */
export function GuardedText({ words, ...props }: Omit<TextInputProps, 'longest' | 'onTooLong'> & { words: Words }) {
  const [refused, setRefused] = useState<{ length: number; pasted: boolean } | null>(null)
  const { translate, formats } = words
  return (
    <>
      <TextInput
        {...props}
        onText={(text) => {
          setRefused(null)
          props.onText(cleanText(text))
        }}
        longest={MAX_TEXT}
        onTooLong={(length, pasted) => setRefused({ length, pasted })}
      />
      {refused !== null && (
        <p className="note" role="alert">
          {translate(refused.pasted ? 'common:paste.tooLong' : 'common:paste.typedTooLong', {
            count: refused.length,
            max: formats.number(MAX_TEXT),
          })}
        </p>
      )}
    </>
  )
}

const ReadableMail = lazy(() => import('./MailSuggestion.tsx').then((file) => ({ default: file.ReadableMail })))

/** Share of a good length from which the counter is shown. */
const COUNT_FROM = 0.75

type Looks = Pick<TextInputProps, 'multiline' | 'narrow' | 'inputMode' | 'exact'>

const textWith = (looks: Looks) => (props: InputProps) => <TypedText {...props} looks={looks} />
export const Line = textWith({})
export const LongText = textWith({ multiline: true })
export const Phone = textWith({ inputMode: 'tel' })
export const NumberText = textWith({ narrow: true, inputMode: 'decimal' })

export function Email(props: InputProps) {
  const { question, value, onChange, words } = props
  const text = textOf(value, String)
  return (
    <>
      <TypedText {...props} looks={{ inputMode: 'email', exact: true }} />
      {text.includes('xn--') && (
        <Optional>
          <ReadableMail text={text} words={words} onUse={(next) => onChange(takenDown(question, next))} />
        </Optional>
      )}
    </>
  )
}

export function TypedText({ question, value, onChange, words, wiring, looks }: InputProps & { looks: Looks }) {
  const text = textOf(value, words.formats.typedNumber)
  const { goodLength } = question
  return (
    <>
      <GuardedText
        {...wiring}
        words={words}
        value={text}
        onText={(next) => onChange(takenDown(question, next))}
        {...looks}
        {...(question.autocomplete !== undefined && { autoComplete: question.autocomplete })}
      />
      {goodLength !== undefined && text.length >= goodLength * COUNT_FROM && (
        <p className="hint counter">{words.translate('common:counter', { used: text.length, good: goodLength })}</p>
      )}
    </>
  )
}

const UNKNOWN = { id: 'unknown', label: 'common:unknown', answer: { unknown: true }, isChosen: isUnknown } as const
const OTHER_ANSWERS = [
  { id: 'none', label: 'common:noDate', answer: 'none', isChosen: (value: unknown) => value === 'none' },
  UNKNOWN,
] as const

export function Choice({ question, value, onChange, words, said, wiring }: InputProps) {
  const choices = (question.choices ?? []).map((id) => ({ id, label: said.choice(id), hint: said.choiceHint(id) }))
  const unknown = { id: UNKNOWN.id, label: words.translate(UNKNOWN.label) }
  const offersUnknown = question.offers?.includes('unknown') === true
  return (
    <Choices
      name={wiring.id}
      wiring={wiring}
      choices={offersUnknown ? [...choices, unknown] : choices}
      chosen={isUnknown(value) ? UNKNOWN.id : typeof value === 'string' ? value : null}
      onChoose={(id) => onChange(id === UNKNOWN.id && offersUnknown ? UNKNOWN.answer : id)}
    />
  )
}

/** "Don't know" and "no date was promised", below the field. Unticking them restores what was typed. */
export function OtherAnswers({ question: { offers }, value, onChange, words, wiring }: InputProps) {
  const before = useRef<unknown>(null)
  if (offers === undefined) return null
  const others = OTHER_ANSWERS.filter(({ id }) => offers.includes(id))
  const anyChosen = others.some(({ isChosen }) => isChosen(value))
  return (
    <div className="also">
      {others.map(({ id, answer, label, isChosen }) => (
        <Tick
          key={id}
          id={`${wiring.id}-${id}`}
          label={words.translate(label)}
          ticked={isChosen(value)}
          onTick={(ticked) => {
            if (ticked && !anyChosen) before.current = value
            onChange(ticked ? answer : before.current)
          }}
        />
      ))}
    </div>
  )
}

export const TickAnswer = ({ value, onChange, said, wiring }: InputProps) => (
  <Tick
    id={wiring.id}
    label={said.label}
    ticked={answerOrNull(value) === true}
    describedBy={wiring['aria-describedby']}
    onTick={(ticked) => onChange(ticked ? true : null)}
  />
)
