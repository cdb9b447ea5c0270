import { useTranslation } from 'react-i18next'
import { PARTNER_ESCALATION } from './adobePages.ts'
import { Frame } from './Frame.tsx'
import { PageHead } from './PageHead.tsx'

const WORDS = ['deliverable', 'scopeDocument', 'changeRequest', 'contactLog', 'accountManager'] as const

export function HelpPage() {
  const { t } = useTranslation(['help', 'common'])
  return (
    <Frame>
      <PageHead>{t('heading')}</PageHead>
      <h2>{t('what.heading')}</h2>
      <p>{t('what.text')}</p>
      <p>{t('what.not')}</p>
      <h2>{t('source.heading')}</h2>
      <p>{t('source.text')}</p>
      <p>
        <a href={PARTNER_ESCALATION} rel="noopener noreferrer" target="_blank">
          {t('source.link')}
        </a>
      </p>
      <h2>{t('keyboard.heading')}</h2>
      <ul>
        <li>{t('keyboard.save')}</li>
        <li>{t('keyboard.continue')}</li>
        <li>{t('keyboard.rest')}</li>
      </ul>
      <h2>{t('privacy.heading')}</h2>
      <p>{t('privacy.text')}</p>
      <h2>{t('words.heading')}</h2>
      <ul>
        {WORDS.map((id) => (
          <li key={id}>{t(`words.${id}`)}</li>
        ))}
      </ul>
      <p>
        <a href="licences.txt" target="_blank" rel="noopener">
          {t('licences')}
        </a>
      </p>
    </Frame>
  )
}
