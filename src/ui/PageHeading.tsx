import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'

interface PageHeadingProps {
  children: ReactNode
  /** Lines that say where in the whole the page is: part of the heading, so that they are heard on arrival. */
  caption?: ReactNode
  /** What belongs in the title of the window: never anything that somebody has written. */
  title: string
  /** False where something else on the page takes the focus. */
  takesFocus?: boolean
}

/**
 * The heading of a page. A new page begins here for everybody: focus, title and the top of the window.
 * The focus moves before the page is painted, so a key pressed at first sight of it is never taken back.
 */
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
