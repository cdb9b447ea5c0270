import { useTranslation } from 'react-i18next'
import { settings } from '../settings/settings.ts'
import { TextList } from '../ui/TextList.tsx'
import { Frame } from './Frame.tsx'
import { PageHead } from './PageHead.tsx'

const PARTNER_ESCALATION =
  'https://experienceleague.adobe.com/en/docs/commerce-operations/implementation-playbook/best-practices/planning/partner-escalation'

const KEYS = ['save', 'continue', 'rest'] as const
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
      <TextList texts={KEYS.map((id) => t(`help:keyboard.${id}`))} />
      <h2>{t('help:privacy.heading')}</h2>
      <p>{t('help:privacy.text')}</p>
      <h2>{t('help:words.heading')}</h2>
      <TextList texts={WORDS.map((id) => t(`help:words.${id}`))} />
      <p>
        <a href="licences.txt" target="_blank" rel="noopener">
          {t('help:licences')}
        </a>
      </p>
    </Frame>
  )
}

const TESTED = ['axe', 'keyboard', 'narrow', 'print'] as const
const KNOWN = ['drawing', 'readers', 'own'] as const

export function AccessibilityPage() {
  const { t } = useTranslation()
  const { contact } = settings
  return (
    <Frame>
      <PageHead>{t('help:accessibility.heading')}</PageHead>
      <p>{t('help:accessibility.lead')}</p>
      <p>{t('help:accessibility.goal')}</p>
      <h2>{t('help:accessibility.testedHeading')}</h2>
      <TextList texts={TESTED.map((id) => t(`help:accessibility.tested.${id}`))} />
      <h2>{t('help:accessibility.knownHeading')}</h2>
      <TextList texts={KNOWN.map((id) => t(`help:accessibility.known.${id}`))} />
      <h2>{t('help:accessibility.tellHeading')}</h2>
      {contact === null ? (
        <p>{t('help:accessibility.tell')}</p>
      ) : (
        <p>
          {t('help:accessibility.tellContact', { name: contact.name })}{' '}
          <a href={`mailto:${contact.mail}`}>{contact.mail}</a>
        </p>
      )}
    </Frame>
  )
}
