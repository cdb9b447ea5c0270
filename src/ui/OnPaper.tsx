import { type ReactNode, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** What stands on paper alone: it is drawn while the page is being printed, and is nowhere else. */
export function OnPaper({ children }: { children: ReactNode }) {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting && children
}
