import { useState } from 'react'
import { isUnknown, MAX_TEXT } from '../domain/case/answer.ts'
import { cleanText } from '../domain/case/cleanText.ts'
import { takenDown, textOf } from '../domain/interview/entry.ts'
import type { Words } from '../i18n/useWords.ts'
import { TextInput, type TextInputProps } from '../ui/TextInput.tsx'
import type { InputProps } from './inputProps.ts'

/** A text field that stops what no case can hold, and says so. */
export function GuardedText({
  words,
  ...props
}: Omit<TextInputProps, 'longest' | 'onTooLong'> & { words: Words }) {
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

/** The counter comes when three quarters of a good length are used. */
const COUNT_FROM = 0.75

export function Text({ question, value, onChange, words, wiring }: InputProps) {
  const text = isUnknown(value) ? '' : textOf(value, String)
  const { goodLength } = question
  const counted = goodLength !== undefined && text.length >= goodLength * COUNT_FROM
  return (
    <>
      <GuardedText
        {...wiring}
        words={words}
        value={text}
        onText={(next) => onChange(takenDown(question, next))}
        multiline={question.kind === 'longText'}
        type={question.kind === 'email' ? 'email' : question.kind === 'phone' ? 'tel' : 'text'}
        {...(question.autocomplete !== undefined && { autoComplete: question.autocomplete })}
      />
      {counted && (
        <p className="hint counter">
          {words.translate('common:counter', { used: text.length, good: goodLength })}
        </p>
      )}
    </>
  )
}

export function DateText({ question, value, onChange, words, wiring }: InputProps) {
  return (
    <GuardedText
      {...wiring}
      words={words}
      narrow
      value={textOf(value, String)}
      onText={(next) => onChange(takenDown(question, next))}
    />
  )
}

export function NumberText({ question, value, onChange, words, wiring }: InputProps) {
  return (
    <GuardedText
      {...wiring}
      words={words}
      narrow
      value={textOf(value, words.formats.typedNumber)}
      onText={(next) => onChange(takenDown(question, next))}
    />
  )
}
