import { useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** A disclosure is filled when it is first opened, and opened for print if it belongs on paper. */
export function useFold(isLanding: boolean, onPaper: boolean) {
  const [isFilled, setFilled] = useState(isLanding)
  const [isPrinted, setPrinted] = useState(false)
  useEffect(() => {
    if (!onPaper) return
    const open = () => {
      // First what is in it, which then draws all of itself.
      flushSync(() => setFilled(true))
      flushSync(() => setPrinted(true))
    }
    window.addEventListener('beforeprint', open, { capture: true })
    return () => window.removeEventListener('beforeprint', open, { capture: true })
  }, [onPaper])
  const fill = useCallback(() => setFilled(true), [])
  return { isFilled, fill, isOpen: isLanding || isPrinted }
}
