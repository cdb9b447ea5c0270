import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router-dom'
import { settings } from '../settings/settings.ts'
import { caseAddress } from '../wizard/addresses.ts'
import { CopyText } from './CopyText.tsx'
import { Frame } from './Frame.tsx'
import { PageHead } from './PageHead.tsx'
import { isUrgent, type Urgent, type UrgentState } from './urgency.ts'

/** What to do when the shop is down, payments do not work or data has leaked: this guide is not for that. */
export function UrgentPage() {
  const { t } = useTranslation(['start', 'common'])
  const state: Partial<UrgentState> | null = useLocation().state
  const what: Urgent = isUrgent(state?.what) ? state.what : 'down'
  const caseId = state?.caseId
  return (
    <Frame>
      <PageHead>{t('urgent.heading')}</PageHead>
      <p className="lead">{t('urgent.notFor')}</p>
      <ol>
        <li>
          {what === 'data_leak'
            ? `${t('urgent.openSecurityCase')} ${t('urgent.people')}`
            : t('urgent.openCase')}
        </li>
        <li>{t('urgent.number')}</li>
        <li>
          {t('urgent.call')}{' '}
          <a href={settings.urgentPage} rel="noopener noreferrer" target="_blank">
            {t('urgent.link', { host: new URL(settings.urgentPage).host })}
          </a>
        </li>
      </ol>
      <h2>{t('urgent.readOut')}</h2>
      <CopyText text={t(`urgent.say.${what}`)} lang="en" />
      <div className="actions">
        <Link className="button" to={caseId === undefined ? '/' : caseAddress(caseId, 'about/before')}>
          {t('urgent.continue')}
        </Link>
      </div>
    </Frame>
  )
}
