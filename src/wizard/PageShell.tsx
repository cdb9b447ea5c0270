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
  /** The row that the page is about: its code, and what it is called. */
  row?: { code: string; name: ReactNode }
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
  row,
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
  // The code alone: a title stands in the history, and what somebody has written does not.
  const title = translate('common:titleOf', {
    heading: row === undefined ? heading : `${row.code} · ${heading}`,
    service: translate('common:service'),
  })
  return (
    <>
      <Link className="back" to={back}>
        {translate('common:back')}
      </Link>
      <PageHeading
        caption={
          <>
            <span className="caption">{caption} </span>
            {row !== undefined && (
              <span className="caption">
                <span className="code">{row.code}</span> {row.name}{' '}
              </span>
            )}
          </>
        }
        title={hasProblems ? translate('common:errorTitle', { title }) : title}
        takesFocus={takesFocus}
      >
        {heading}
      </PageHeading>
      {children}
    </>
  )
}
