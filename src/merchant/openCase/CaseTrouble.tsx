import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { PageHead } from '../../frame/PageHead.tsx'
import { download } from '../../platform/files.ts'
import type { Session } from '../../store/caseSession.ts'
import { CasesHere } from '../start/CasesHere.tsx'

type Trouble = Exclude<Session, { state: 'opening' | 'open' }>

/** Why a case cannot be opened, and what to do. Nothing has been written over it. */
export function CaseTrouble({ trouble }: { trouble: Trouble }) {
  const { t } = useTranslation()
  const { state } = trouble
  return (
    <>
      <PageHead>{t(`keeping:trouble.${state}.heading`)}</PageHead>
      <p>{t(`keeping:trouble.${state}.text`)}</p>
      {state === 'missing' && <CasesHere />}
      <div className="actions">
        {state === 'missing' ? (
          <Link className="button" to="/">
            {t('common:toStart')}
          </Link>
        ) : (
          <button type="button" className="button" onClick={() => window.location.reload()}>
            {t('keeping:reload')}
          </button>
        )}
        {state === 'unreadable' && (
          <button
            type="button"
            className="button secondary"
            onClick={() => download(new Blob([JSON.stringify(trouble.stored, null, 2)]), 'stored.json')}
          >
            {t('keeping:trouble.unreadable.download')}
          </button>
        )}
      </div>
      {state !== 'missing' && (
        <p>
          <a href="./recover.html">{t('keeping:recover')}</a>
        </p>
      )}
    </>
  )
}
