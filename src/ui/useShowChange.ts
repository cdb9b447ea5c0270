import { flushSync } from 'react-dom'
import { useAnnounce } from './announcer.tsx'
import { focusOn } from './focus.ts'

/**
 * For a press that takes its own button away: draws the change at once, moves the focus to the element with the id
 * `focus`, and announces `text`.
 */
export function useShowChange(): (change: () => void, focus: string, text?: string) => void {
  const announce = useAnnounce()
  return (change, focus, text) => {
    flushSync(change)
    focusOn(focus)
    if (text !== undefined) announce(text)
  }
}
