import type { ClipboardEvent } from 'react'
import type { Wiring } from './Field.tsx'

export interface TextInputProps extends Partial<Wiring> {
  value: string
  onText: (text: string) => void
  /** Longer input is rejected as a whole; existing text is never truncated. */
  longest?: number
  onTooLong?: (length: number, pasted: boolean) => void
  /** Instead of a `type`: browsers rewrite what is typed into fields of their own types. */
  inputMode?: 'email' | 'tel' | 'decimal'
  exact?: boolean
  multiline?: boolean
  narrow?: boolean
  autoComplete?: string
  list?: string
  'aria-label'?: string
}

export function TextInput(props: TextInputProps) {
  const { value, onText, longest = Number.POSITIVE_INFINITY, onTooLong, ...rest } = props
  const { multiline = false, narrow = false, exact = false, autoComplete = 'off', ...wiring } = rest
  const shared = {
    ...wiring,
    // As the browser normalizes it, so that its own changes are not taken for autofill.
    value: multiline ? value.replace(/\r\n?/g, '\n') : value.replace(/[\r\n]/g, ''),
    dir: 'auto' as const,
    autoComplete,
    ...(exact && { autoCapitalize: 'none', spellCheck: false }),
    className: narrow ? 'input narrow' : 'input',
    onPaste: (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const { length } = event.clipboardData.getData('text/plain')
      if (length <= longest) return
      // Before the browser lays it out: ten million characters would freeze the page.
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
