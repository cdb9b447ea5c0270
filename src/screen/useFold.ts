import { useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** A disclosure is filled when it is first opened, or printed if it belongs on paper. */
export function useFold(isLanding: boolean, onPaper = false) {
  const [isFilled, setFilled] = useState(isLanding)
  const fill = useCallback(() => setFilled(true), [])
  useEffect(() => {
    if (!onPaper) return
    // Before it is opened, and before what is in it draws all of itself.
    const fillNow = () => flushSync(fill)
    window.addEventListener('beforeprint', fillNow, { capture: true })
    return () => window.removeEventListener('beforeprint', fillNow, { capture: true })
  }, [onPaper, fill])
  return { isFilled, fill }
}
