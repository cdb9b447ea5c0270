import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { useWords } from '../../i18n/useWords.ts'
import type { CaseSummary } from '../../platform/storedCase.ts'
import { useServices } from '../../store/session.tsx'
import { casesClosed } from '../../store/unsavedChanges.ts'
import { caseAddress } from '../../wizard/addresses.ts'
import { LostCases } from './LostCases.tsx'

interface CasesHereProps {
  /** Whether there are any. */
  onKnown?: (hasCases: boolean) => void
}

/** The cases of this browser, each leading back to where it was left, and those that the browser has lost. */
export function CasesHere({ onKnown }: CasesHereProps) {
  const { t } = useTranslation()
  const { formats } = useWords()
  const cases = useCases(onKnown)
  if (cases === undefined) return null
  return (
    <>
      <LostCases here={cases} />
      {cases !== null && cases.length > 0 && (
        <section aria-labelledby="cases">
          <h2 id="cases">{t('start:cases')}</h2>
          <ul className="rows">
            {cases.map(({ id, company, savedAt, place, readable }) => (
              <li key={id}>
                <Link className="resume" to={place ?? caseAddress(id)}>
                  {t('start:resume', { company: company ?? t('start:unnamed') })}
                </Link>
                <p className="row-facts">
                  {readable
                    ? savedAt !== null && t('start:savedAt', { time: formats.moment(savedAt) })
                    : t('start:unreadable')}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** The cases of this browser; undefined until that is known, null if they cannot be read. */
function useCases(onKnown: CasesHereProps['onKnown']): readonly CaseSummary[] | null | undefined {
  const { storage, preferences } = useServices()
  const [cases, setCases] = useState<readonly CaseSummary[] | null>()
  useEffect(() => {
    let left = false
    const list = () =>
      void casesClosed()
        .then(() => storage.list())
        .catch(() => null)
        .then((found) => {
          // The page that stands here before the scripts are there leaves room for them next time. Only who deletes the
          // last one takes the mark away: what the browser loses is missed.
          if (found?.length) preferences.set('cases', 'some')
          if (left) return
          setCases(found)
          onKnown?.((found?.length ?? 0) > 0)
        })
    list()
    // Whoever turns back before the next page has been drawn has never left this one, and has a case more.
    window.addEventListener('popstate', list)
    return () => {
      left = true
      window.removeEventListener('popstate', list)
    }
  }, [storage, preferences, onKnown])
  return cases
}
