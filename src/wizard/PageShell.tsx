import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { PARTS, type PartId } from '../domain/interview/question.ts'
import { useWords } from '../i18n/useWords.ts'
import { PageHeading } from '../ui/PageHeading.tsx'

export interface PageShellProps {
  part: PartId
  heading: string
  row?: { code: string; name: ReactNode }
  back: string
  hasProblems?: boolean
  takesFocus?: boolean
  children: ReactNode
}

/** The top of every interview page: back link, part of the interview, heading. */
export function PageShell({ part, heading, row, back, hasProblems, takesFocus, children }: PageShellProps) {
  const { translate } = useWords()
  const caption = translate('common:part', {
    number: PARTS.indexOf(part) + 1,
    count: PARTS.length,
    name: translate(`${part}:name`),
  })
  // Only the code of a row: titles stay in the browser history, where the user's words do not belong.
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
        title={hasProblems === true ? translate('common:errorTitle', { title }) : title}
        takesFocus={takesFocus !== false}
      >
        {heading}
      </PageHeading>
      {children}
    </>
  )
}
