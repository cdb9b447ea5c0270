import { isTyped } from '../domain/case/answer.ts'
import { isPlainDate } from '../domain/dates/plainDate.ts'
import { settled } from '../domain/interview/commitTypedText.ts'
import type { Question } from '../domain/interview/question.ts'
import type { Words } from '../i18n/useWords.ts'
import { useServices } from '../store/session.tsx'
import { WithCalendar } from '../ui/WithCalendar.tsx'
import { type InputProps, TypedText } from './basicInputs.tsx'

/** Hints end without a full stop; before a second one it needs one. */
export const dateHint = ({ translate }: Words, { offers }: Question, hint: string | null) =>
  `${hint?.replace(/([^.])$/, '$1.') ?? ''} ${translate(offers?.includes('month') ? 'common:monthHint' : 'common:dateHint')}`.trim()

/** For the calendar, which knows no other text than a date. */
export const asDate = (value: unknown): string => (typeof value === 'string' && isPlainDate(value) ? value : '')

/** A date as typed, with the date it is parsed as, which replaces it when the user leaves the page. */
export function DateText(props: InputProps) {
  const { question, value, onChange, words, said, row } = props
  const { clock } = useServices()
  const reader = { language: words.language, today: clock.today() }
  const date = isTyped(value) ? settled(question, value, reader, row) : null
  return (
    <>
      <WithCalendar
        name={words.translate('common:calendar', { field: said.label })}
        date={asDate(value)}
        onDate={onChange}
      >
        <TypedText {...props} looks={{ narrow: true }} />
      </WithCalendar>
      {typeof date === 'string' && (
        <p className="hint">{words.translate('common:dateRead', { date: words.formats.date(date) })}</p>
      )}
    </>
  )
}
