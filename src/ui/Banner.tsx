import type { ReactNode } from 'react'

export const Banner = ({ kind, children }: { kind: 'information' | 'warning' | 'problem'; children: ReactNode }) => (
  <div className={`banner ${kind}`}>{typeof children === 'string' ? <p>{children}</p> : children}</div>
)
