import { type ReactNode, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

interface DisclosureProps {
  summary: string
  /** Hidden text after the summary, if several have the same one. */
  about?: string | undefined
  /** From the start, or each time that this becomes true. */
  isOpen?: boolean
  /** Belongs on paper, too: opened whenever the page is printed. */
  onPaper?: boolean | undefined
  onOpen?: () => void
  children: ReactNode
}

export function Disclosure({ summary, about, isOpen = false, onPaper = false, onOpen, children }: DisclosureProps) {
  const [isShown, setShown] = useState(isOpen)
  const [wasAsked, setWasAsked] = useState(isOpen)
  // It never closes by itself, under whoever is in it.
  if (isOpen !== wasAsked) {
    setWasAsked(isOpen)
    if (isOpen) setShown(true)
  }
  useEffect(() => {
    if (!onPaper) return
    // After what fills it, which listens in the capture phase.
    const open = () => flushSync(() => setShown(true))
    window.addEventListener('beforeprint', open)
    return () => window.removeEventListener('beforeprint', open)
  }, [onPaper])
  return (
    <details
      className={onPaper ? 'disclosure on-paper' : 'disclosure'}
      open={isShown}
      onToggle={({ currentTarget: { open } }) => {
        setShown(open)
        if (open) onOpen?.()
      }}
    >
      <summary>
        {summary}
        {about !== undefined && <span className="unseen"> {about}</span>}
      </summary>
      <div className="disclosed">{children}</div>
    </details>
  )
}
