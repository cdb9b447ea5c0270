import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { PageHead } from '../../frame/PageHead.tsx'
import { RecoverLink } from '../../frame/StorageBanners.tsx'
import { download } from '../../platform/files.ts'
import type { Session } from '../../store/caseSession.ts'
import { Button } from '../../ui/Button.tsx'
import { CasesHere } from '../start/CasesHere.tsx'

type Trouble = Exclude<Session, { state: 'opening' | 'open' }>

/** Why a case cannot be opened. Nothing has been written over it. */
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
          <Button isMain onClick={() => window.location.reload()}>
            {t('keeping:reload')}
          </Button>
        )}
        {state === 'unreadable' && (
          <Button onClick={() => download(new Blob([JSON.stringify(trouble.stored, null, 2)]), 'stored.json')}>
            {t('keeping:trouble.unreadable.download')}
          </Button>
        )}
      </div>
      {state !== 'missing' && <RecoverLink />}
    </>
  )
}
