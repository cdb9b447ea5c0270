import type { ReactNode } from 'react'

interface DisclosureProps {
  summary: string
  /** Said after the summary for those who hear it out of its place. */
  about?: string
  children: ReactNode
}

export const Disclosure = ({ summary, about, children }: DisclosureProps) => (
  <details className="disclosure">
    <summary>
      {summary}
      {about !== undefined && <span className="unseen"> {about}</span>}
    </summary>
    <div className="disclosed">{children}</div>
  </details>
)
