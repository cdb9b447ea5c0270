import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router-dom'
import { type Emergency, isEmergency } from '../../domain/areas/about/urgent.ts'
import { CopyText } from '../../frame/CopyText.tsx'
import { Frame } from '../../frame/Frame.tsx'
import { PageHead } from '../../frame/PageHead.tsx'
import { settings } from '../../settings/settings.ts'
import { caseAddress } from '../../wizard/addresses.ts'
import type { UrgentState } from './urgency.ts'

/** The shop is down, payments do not work or data has leaked: this guide is not for that. */
export function UrgentPage() {
  const { t } = useTranslation()
  const state: Partial<UrgentState> | null = useLocation().state
  const what: Emergency = isEmergency(state?.what) ? state.what : 'down'
  const caseId = state?.caseId
  return (
    <Frame>
      <PageHead>{t('start:urgent.heading')}</PageHead>
      <p className="lead">{t('start:urgent.notFor')}</p>
      <ol>
        <li>
          {what === 'data_leak'
            ? `${t('start:urgent.openSecurityCase')} ${t('start:urgent.people')}`
            : t('start:urgent.openCase')}
        </li>
        <li>{t('start:urgent.number')}</li>
        <li>
          {t('start:urgent.call')}{' '}
          <a href={settings.urgentPage} rel="noopener noreferrer" target="_blank">
            {t('start:urgent.link', { host: new URL(settings.urgentPage).host })}
          </a>
        </li>
      </ol>
      <h2>{t('start:urgent.readOut')}</h2>
      <CopyText text={t(`start:urgent.say.${what}`)} lang="en" />
      <div className="actions">
        <Link className="button" to={caseId === undefined ? '/' : caseAddress(caseId, 'about/before')}>
          {t('start:urgent.continue')}
        </Link>
      </div>
    </Frame>
  )
}
