import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { PARTS, type PartId } from '../domain/interview/question.ts'
import type { Words } from '../i18n/useWords.ts'
import { PageHeading } from '../ui/PageHeading.tsx'

interface PageShellProps {
  words: Words
  heading: string
  /** The part of the interview, for the line above the heading. */
  part: PartId
  back: string
  hasProblems?: boolean
  takesFocus?: boolean
  children: ReactNode
}

/** What every page of the interview begins with: the way back, where in the whole it is, its heading. */
export function PageShell({
  words,
  heading,
  part,
  back,
  hasProblems = false,
  takesFocus = true,
  children,
}: PageShellProps) {
  const { translate } = words
  const caption = translate('common:part', {
    number: PARTS.indexOf(part) + 1,
    count: PARTS.length,
    name: translate(`${part}:name`),
  })
  const title = translate('common:titleOf', { heading, service: translate('common:service') })
  return (
    <>
      <Link className="back" to={back}>
        {translate('common:back')}
      </Link>
      <PageHeading
        caption={caption}
        title={hasProblems ? translate('common:errorTitle', { title }) : title}
        takesFocus={takesFocus}
      >
        {heading}
      </PageHeading>
      {children}
    </>
  )
}
