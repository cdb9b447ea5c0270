import { type ReactNode, useState } from 'react'

interface DisclosureProps {
  summary: string
  /** Hidden text after the summary, if several have the same one. */
  about?: string
  /** From the start, or once this becomes true. */
  isOpen?: boolean
  /** Belongs on paper, too. */
  onPaper?: boolean
  onOpen?: () => void
  children: ReactNode
}

export function Disclosure({ summary, about, isOpen, onPaper, onOpen, children }: DisclosureProps) {
  // It never closes by itself, under whoever is in it.
  const [wasOpen, setWasOpen] = useState(isOpen)
  if (isOpen === true && wasOpen !== true) setWasOpen(true)
  return (
    <details
      className={onPaper === true ? 'disclosure on-paper' : 'disclosure'}
      open={wasOpen}
      onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}
    >
      <summary>
        {summary}
        {about !== undefined && <span className="unseen"> {about}</span>}
      </summary>
      <div className="disclosed">{children}</div>
    </details>
  )
}
