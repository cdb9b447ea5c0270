import { useTranslation } from 'react-i18next'
import { PARTNER_ESCALATION } from './adobePages.ts'
import { Frame } from './Frame.tsx'
import { PageHead } from './PageHead.tsx'

const WORDS = ['deliverable', 'scopeDocument', 'changeRequest', 'contactLog', 'accountManager'] as const

export function HelpPage() {
  const { t } = useTranslation()
  return (
    <Frame>
      <PageHead>{t('help:heading')}</PageHead>
      <h2>{t('help:what.heading')}</h2>
      <p>{t('help:what.text')}</p>
      <p>{t('help:what.not')}</p>
      <h2>{t('help:source.heading')}</h2>
      <p>{t('help:source.text')}</p>
      <p>
        <a href={PARTNER_ESCALATION} rel="noopener noreferrer" target="_blank">
          {t('help:source.link')}
        </a>
      </p>
      <h2>{t('help:keyboard.heading')}</h2>
      <ul>
        <li>{t('help:keyboard.save')}</li>
        <li>{t('help:keyboard.continue')}</li>
        <li>{t('help:keyboard.rest')}</li>
      </ul>
      <h2>{t('help:privacy.heading')}</h2>
      <p>{t('help:privacy.text')}</p>
      <h2>{t('help:words.heading')}</h2>
      <ul>
        {WORDS.map((id) => (
          <li key={id}>{t(`help:words.${id}`)}</li>
        ))}
      </ul>
      <p>
        <a href="licences.txt" target="_blank" rel="noopener">
          {t('help:licences')}
        </a>
      </p>
    </Frame>
  )
}
