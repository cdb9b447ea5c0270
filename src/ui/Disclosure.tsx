import type { ReactNode } from 'react'

interface DisclosureProps {
  summary: string
  /** Said after the summary for those who hear it out of its place. */
  about?: string
  /** Where what is inside takes long to draw, it can come when somebody wants to see it. */
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
