import { useTranslation } from 'react-i18next'
import { PageHeading } from '../ui/PageHeading.tsx'
import { PARTNER_ESCALATION } from './adobePages.ts'
import { Frame } from './Frame.tsx'

const WORDS = ['deliverable', 'scopeDocument', 'changeRequest', 'contactLog', 'accountManager'] as const

export function HelpPage() {
  const { t } = useTranslation(['help', 'common'])
  const heading = t('heading')
  return (
    <Frame>
      <PageHeading title={t('common:titleOf', { heading, service: t('common:service') })}>
        {heading}
      </PageHeading>
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
    </Frame>
  )
}
