import type { ReactNode } from 'react'

interface DisclosureProps {
  summary: string
  /** Hidden text after the summary, if several have the same one. */
  about?: string
  onOpen?: () => void
  children: ReactNode
}

export const Disclosure = ({ summary, about, onOpen, children }: DisclosureProps) => (
  <details className="disclosure" onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}>
    <summary>
      {summary}
      {about !== undefined && <span className="unseen"> {about}</span>}
    </summary>
    <div className="disclosed">{children}</div>
  </details>
)
