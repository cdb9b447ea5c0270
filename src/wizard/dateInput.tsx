import { useRef } from 'react'
import { isTyped } from '../domain/case/answer.ts'
import { isPlainDate } from '../domain/dates/plainDate.ts'
import { settled } from '../domain/interview/commitTypedText.ts'
import type { Question } from '../domain/interview/question.ts'
import type { Words } from '../i18n/useWords.ts'
import { useServices } from '../store/session.tsx'
import { type InputProps, TypedText } from './basicInputs.tsx'

/** Hints end without a full stop; before a second one it needs one. */
export const dateHint = ({ translate }: Words, { offers }: Question, hint: string | null) =>
  `${hint?.replace(/([^.])$/, '$1.') ?? ''} ${translate(offers?.includes('month') ? 'common:monthHint' : 'common:dateHint')}`.trim()

/** A date as typed, with the date it is parsed as, which replaces it when the user leaves the page. */
export function DateText(props: InputProps) {
  const { question, value, words, row } = props
  const { clock } = useServices()
  const reader = { language: words.language, today: clock.today() }
  const date = isTyped(value) ? settled(question, value, reader, row) : null
  return (
    <>
      <div className="with-calendar">
        <TypedText {...props} looks={{ narrow: true }} />
        <Calendar {...props} />
      </div>
      {typeof date === 'string' && (
        <p className="hint">{words.translate('common:dateRead', { date: words.formats.date(date) })}</p>
      )}
    </>
  )
}

/** The browser's own calendar; its field is never seen, since it would rewrite what is typed. */
function Calendar({ value, onChange, words, said }: InputProps) {
  const picker = useRef<HTMLInputElement>(null)
  const open = () => {
    try {
      picker.current?.showPicker()
    } catch {
      // A browser that has none, or does not allow it here: the date is typed.
    }
  }
  return (
    <span className="calendar">
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={typeof value === 'string' && isPlainDate(value) ? value : ''}
        onChange={({ target }) => target.value !== '' && onChange(target.value)}
      />
      <button type="button" onClick={open}>
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path d="M3 4.5h14v12.5h-14zM3 8h14M6.5 2v4M13.5 2v4" />
        </svg>
        <span className="unseen">
          {words.translate('common:calendar')}: {said.label}
        </span>
      </button>
    </span>
  )
}
