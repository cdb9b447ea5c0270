import { lazy, Suspense, useState } from 'react'
import { isTyped, MAX_TEXT } from '../domain/case/answer.ts'
import { cleanText } from '../domain/case/cleanText.ts'
import { takenDown, textOf } from '../domain/interview/entry.ts'
import type { Question } from '../domain/interview/question.ts'
import type { Words } from '../i18n/useWords.ts'
import { useServices } from '../store/session.tsx'
import { TextInput, type TextInputProps } from '../ui/TextInput.tsx'
import type { InputProps } from './inputProps.ts'
import { useSettling } from './loadParsers.ts'

/** A text field that stops what no case can hold, and says so. */
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

/** The counter comes when three quarters of a good length are used. */
const COUNT_FROM = 0.75

type Looks = Pick<TextInputProps, 'multiline' | 'inputMode' | 'exact'>

/** A text of one or more lines, with the looks of its kind. */
const textWith = (looks: Looks) => (props: InputProps) => <Text {...props} looks={looks} />
export const Line = textWith({})
export const LongText = textWith({ multiline: true })
export const Phone = textWith({ inputMode: 'tel' })

export function Email(props: InputProps) {
  const { question, value, onChange, words } = props
  const text = textOf(value, String)
  return (
    <>
      <Text {...props} looks={{ inputMode: 'email', exact: true }} />
      {text.includes('xn--') && (
        <Suspense fallback={null}>
          <ReadableMail text={text} words={words} onUse={(next) => onChange(takenDown(question, next))} />
        </Suspense>
      )}
    </>
  )
}

function Text({ question, value, onChange, words, wiring, looks }: InputProps & { looks: Looks }) {
  const text = textOf(value, String)
  const { goodLength } = question
  const counted = goodLength !== undefined && text.length >= goodLength * COUNT_FROM
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
      {counted && (
        <p className="hint counter">{words.translate('common:counter', { used: text.length, good: goodLength })}</p>
      )}
    </>
  )
}

/** Hints are written without a full stop; two of them after each other need one between. */
export const dateHint = ({ translate }: Words, { offers }: Question, hint: string | null) =>
  `${hint?.replace(/([^.])$/, '$1.') ?? ''} ${translate(offers?.includes('month') ? 'common:monthHint' : 'common:dateHint')}`.trim()

/** A date as it is written, with what it is read as. It becomes that when the page is left. */
export function DateText({ question, value, onChange, words, wiring }: InputProps) {
  const { clock } = useServices()
  const settling = useSettling()
  const reader = { language: words.language, today: clock.today() }
  const read = isTyped(value) ? settling?.settled(question, value, reader) : null
  return (
    <>
      <GuardedText
        {...wiring}
        words={words}
        narrow
        value={textOf(value, String)}
        onText={(next) => onChange(takenDown(question, next))}
      />
      {typeof read === 'string' && (
        <p className="hint">{words.translate('common:dateRead', { date: words.formats.date(read) })}</p>
      )}
    </>
  )
}

export function NumberText({ question, value, onChange, words, wiring }: InputProps) {
  return (
    <GuardedText
      {...wiring}
      words={words}
      narrow
      inputMode="decimal"
      value={textOf(value, words.formats.typedNumber)}
      onText={(next) => onChange(takenDown(question, next))}
    />
  )
}
