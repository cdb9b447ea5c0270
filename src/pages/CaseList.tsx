import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { useWords } from '../i18n/useWords.ts'
import type { CaseSummary } from '../platform/storedCase.ts'
import { caseAddress } from '../wizard/addresses.ts'

/** The cases of this browser, each leading back to where it was left. */
export function CaseList({ cases }: { cases: readonly CaseSummary[] }) {
  const { t } = useTranslation('start')
  const { formats } = useWords()
  return (
    <section aria-labelledby="cases">
      <h2 id="cases">{t('cases')}</h2>
      <ul className="rows">
        {cases.map(({ id, company, savedAt, place, readable }) => (
          <li key={id}>
            <Link className="resume" to={place ?? caseAddress(id)}>
              {t('resume', { company: company ?? t('unnamed') })}
            </Link>
            <p className="row-facts">
              {readable
                ? savedAt !== null && t('savedAt', { time: formats.moment(savedAt) })
                : t('unreadable')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
