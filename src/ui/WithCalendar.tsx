import { type ReactNode, useRef } from 'react'

interface WithCalendarProps {
  /** The name of the button. */
  name: string
  /** YYYY-MM-DD, or empty. */
  date: string
  onDate: (date: string) => void
  /** The field where the date is typed. */
  children: ReactNode
}

/** The browser's own calendar beside a field; its own field is never seen, since it would rewrite what is typed. */
export function WithCalendar({ name, date, onDate, children }: WithCalendarProps) {
  const picker = useRef<HTMLInputElement>(null)
  const open = () => {
    try {
      picker.current?.showPicker()
    } catch {
      // A browser that has none, or does not allow it here: the date is typed.
    }
  }
  return (
    <div className="with-calendar">
      {children}
      <span className="calendar">
        <input
          ref={picker}
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={date}
          onChange={({ target }) => target.value !== '' && onDate(target.value)}
        />
        <button type="button" onClick={open}>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path d="M3 4.5h14v12.5h-14zM3 8h14M6.5 2v4M13.5 2v4" />
          </svg>
          <span className="unseen">{name}</span>
        </button>
      </span>
    </div>
  )
}
