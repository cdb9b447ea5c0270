import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { download } from '../platform/files.ts'
import type { CaseSummary } from '../platform/storedCase.ts'
import type { Session } from '../store/caseSession.ts'
import { useServices } from '../store/session.tsx'
import { caseAddress } from '../wizard/addresses.ts'
import { PageHead } from './PageHead.tsx'

type Trouble = Exclude<Session, { state: 'opening' | 'open' }>

/** Why a case cannot be opened, and what to do. Nothing has been written over it. */
export function CaseTrouble({ trouble }: { trouble: Trouble }) {
  const { t } = useTranslation(['keeping', 'common'])
  const { state } = trouble
  return (
    <>
      <PageHead>{t(`trouble.${state}.heading`)}</PageHead>
      <p>{t(`trouble.${state}.text`)}</p>
      {state === 'missing' && <CasesHere />}
      <div className="actions">
        {state === 'missing' ? (
          <Link className="button" to="/">
            {t('common:toStart')}
          </Link>
        ) : (
          <button type="button" className="button" onClick={() => window.location.reload()}>
            {t('reload')}
          </button>
        )}
        {state === 'unreadable' && (
          <button
            type="button"
            className="button secondary"
            onClick={() => download(new Blob([JSON.stringify(trouble.stored, null, 2)]), 'stored.json')}
          >
            {t('trouble.unreadable.download')}
          </button>
        )}
      </div>
      {state === 'unreadable' && (
        <p>
          <a href="./recover.html">{t('recover')}</a>
        </p>
      )}
    </>
  )
}

/** The cases that are here: one of them may be the one that was looked for. */
function CasesHere() {
  const { t } = useTranslation('keeping')
  const { storage } = useServices()
  const [cases, setCases] = useState<readonly CaseSummary[]>([])
  useEffect(() => {
    let left = false
    void storage
      .list()
      .catch(() => [])
      .then((found) => {
        if (!left) setCases(found)
      })
    return () => {
      left = true
    }
  }, [storage])
  return (
    <ul className="plain">
      {cases.map(({ id, company, place }) => (
        <li key={id}>
          <Link to={place ?? caseAddress(id)}>
            {t('data.case', { company: company ?? t('data.unnamed') })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
