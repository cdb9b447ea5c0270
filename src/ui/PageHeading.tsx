import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'

interface PageHeadingProps {
  children: ReactNode
  /** Lines above the title; part of the heading, so that screen readers read them on arrival. */
  caption?: ReactNode
  /** The title of the window: never any words of a user. */
  title: string
  takesFocus?: boolean
}

/** On navigation, moves focus here (before paint, so that no later key press is disturbed), sets the title, scrolls up. */
export function PageHeading({ children, caption, title, takesFocus = true }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = title
  }, [title])
  useLayoutEffect(() => {
    if (!takesFocus) return
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [takesFocus])
  return (
    <h1 ref={heading} id="page-heading" tabIndex={-1}>
      {caption}
      <span className="title">{children}</span>
    </h1>
  )
}
