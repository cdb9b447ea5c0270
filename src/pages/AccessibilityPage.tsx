import { useTranslation } from 'react-i18next'
import { settings } from '../settings/settings.ts'
import { Frame } from './Frame.tsx'
import { PageHead } from './PageHead.tsx'

const TESTED = ['axe', 'keyboard', 'narrow', 'print'] as const
const KNOWN = ['drawing', 'readers', 'own'] as const

/** The accessibility statement: what we aim at, how it is checked, and what is not good enough. */
export function AccessibilityPage() {
  const { t } = useTranslation(['help', 'common'])
  return (
    <Frame>
      <PageHead>{t('accessibility.heading')}</PageHead>
      <p>{t('accessibility.lead')}</p>
      <p>{t('accessibility.goal')}</p>
      <h2>{t('accessibility.testedHeading')}</h2>
      <ul>
        {TESTED.map((id) => (
          <li key={id}>{t(`accessibility.tested.${id}`)}</li>
        ))}
      </ul>
      <h2>{t('accessibility.knownHeading')}</h2>
      <ul>
        {KNOWN.map((id) => (
          <li key={id}>{t(`accessibility.known.${id}`)}</li>
        ))}
      </ul>
      <h2>{t('accessibility.tellHeading')}</h2>
      <Whom />
    </Frame>
  )
}

/** Whom to tell: whoever the host names, or whoever gave out the address. */
function Whom() {
  const { t } = useTranslation('help')
  const { contact } = settings
  if (contact === null) return <p>{t('accessibility.tell')}</p>
  return (
    <p>
      {t('accessibility.tellContact', { name: contact.name })}{' '}
      <a href={`mailto:${contact.mail}`}>{contact.mail}</a>
    </p>
  )
}
