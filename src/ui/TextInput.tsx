import type { ClipboardEvent } from 'react'
import type { Wiring } from './Field.tsx'

export interface TextInputProps extends Partial<Wiring> {
  value: string
  onText: (text: string) => void
  /** Text longer than this is not taken over at all; nothing that is there is cut. */
  longest?: number
  onTooLong?: (length: number, pasted: boolean) => void
  /** Which keys a phone shows. Never a type: browsers rewrite what is typed into fields of their own types. */
  inputMode?: 'email' | 'tel' | 'decimal'
  /** Taken letter by letter: no capitals and no corrections of a phone's. */
  exact?: boolean
  multiline?: boolean
  narrow?: boolean
  autoComplete?: string
  list?: string
  'aria-label'?: string
}

/** One line or several, growing with what is written. */
export function TextInput(props: TextInputProps) {
  const { value, onText, longest = Number.POSITIVE_INFINITY, onTooLong, ...rest } = props
  const { multiline = false, narrow = false, exact = false, autoComplete = 'off', ...wiring } = rest
  const shared = {
    ...wiring,
    // As the browser would show it: what it changes by itself is not taken for something that a program has filled in.
    value: multiline ? value.replace(/\r\n?/g, '\n') : value.replace(/[\r\n]/g, ''),
    dir: 'auto' as const,
    autoComplete,
    ...(exact && { autoCapitalize: 'none', spellCheck: false }),
    className: narrow ? 'input narrow' : 'input',
    onPaste: (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const { length } = event.clipboardData.getData('text/plain')
      if (length <= longest) return
      // Stopped before the browser lays it out: ten million characters would freeze the page.
      event.preventDefault()
      onTooLong?.(length, true)
    },
    onChange: ({ target }: { target: { value: string } }) => {
      if (target.value.length > longest) onTooLong?.(target.value.length, false)
      else onText(target.value)
    },
  }
  return multiline ? <textarea rows={3} {...shared} /> : <input type="text" {...shared} />
}
