import { type ReactNode, useEffect, useRef } from 'react'
import { InPageLink } from './InPageLink.tsx'

interface ErrorSummaryProps {
  heading: string
  problems: readonly { at: string; text: string }[]
  /** Changes with every attempt, so that the summary takes the focus again. */
  attempt: number
  children?: ReactNode
}

/** What to look at again, each line a link to its field. */
export function ErrorSummary({ heading, problems, attempt, children }: ErrorSummaryProps) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (attempt > 0) title.current?.focus()
  }, [attempt])
  return (
    <section className="error-summary" aria-labelledby="error-summary">
      <h2 id="error-summary" ref={title} tabIndex={-1}>
        {heading}
      </h2>
      <ul>
        {problems.map(({ at, text }) => (
          <li key={at}>
            <InPageLink to={at}>{text}</InPageLink>
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}
