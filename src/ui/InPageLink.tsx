import type { ReactNode } from 'react'
import { focusOn } from './focus.ts'

export function InPageLink({ to, className, children }: { to: string; className?: string; children: ReactNode }) {
  return (
    <a
      href={`#${to}`}
      className={className}
      onClick={(event) => {
        event.preventDefault()
        focusOn(to, true)
      }}
    >
      {children}
    </a>
  )
}
