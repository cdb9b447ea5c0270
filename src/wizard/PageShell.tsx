import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { PARTS, type PartId } from '../domain/interview/question.ts'
import { lazyComponent } from '../i18n/lazyComponent.tsx'
import { useWords } from '../i18n/useWords.ts'
import { useOpenCase } from '../store/openCaseContext.tsx'
import { Optional } from '../ui/Optional.tsx'
import { PageHeading } from '../ui/PageHeading.tsx'
import { caseAddress } from './addresses.ts'

const TurnRail = lazyComponent(async () => (await import('./TurnRail.tsx')).TurnRail, 'later')

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
  const caseId = useOpenCase((state) => state.case.id)
  const caption = translate('common:part', {
    number: PARTS.indexOf(part) + 1,
    count: PARTS.length,
    name: translate(`${part}:name`),
  })
  // Before these pages there is nothing to say about it.
  const hasRail = part !== 'problem'
  // Only the code of a row: titles stay in the browser history, where the user's words do not belong.
  const title = translate('common:titleOf', {
    heading: row === undefined ? heading : `${row.code} · ${heading}`,
    service: translate('common:service'),
  })
  return (
    <>
      <p className="ways">
        <Link to={back}>{translate('common:back')}</Link>
        <Link to={caseAddress(caseId)}>{translate('common:overview')}</Link>
      </p>
      <div className={hasRail ? 'beside-rail' : undefined}>
        {hasRail && (
          <div className="rail-room">
            <Optional>
              <TurnRail />
            </Optional>
          </div>
        )}
        <div className="questions">
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
        </div>
      </div>
    </>
  )
}
