import { useTranslation } from 'react-i18next'
import { settings } from '../settings/settings.ts'
import { Frame } from './Frame.tsx'
import { PageHead } from './PageHead.tsx'

const TESTED = ['axe', 'keyboard', 'narrow', 'print'] as const
const KNOWN = ['drawing', 'readers', 'own'] as const

/** The accessibility statement: what we aim at, how it is checked, and what is not good enough. */
export function AccessibilityPage() {
  const { t } = useTranslation()
  return (
    <Frame>
      <PageHead>{t('help:accessibility.heading')}</PageHead>
      <p>{t('help:accessibility.lead')}</p>
      <p>{t('help:accessibility.goal')}</p>
      <h2>{t('help:accessibility.testedHeading')}</h2>
      <ul>
        {TESTED.map((id) => (
          <li key={id}>{t(`help:accessibility.tested.${id}`)}</li>
        ))}
      </ul>
      <h2>{t('help:accessibility.knownHeading')}</h2>
      <ul>
        {KNOWN.map((id) => (
          <li key={id}>{t(`help:accessibility.known.${id}`)}</li>
        ))}
      </ul>
      <h2>{t('help:accessibility.tellHeading')}</h2>
      <Whom />
    </Frame>
  )
}

/** Whom to tell: whoever the host names, or whoever gave out the address. */
function Whom() {
  const { t } = useTranslation()
  const { contact } = settings
  if (contact === null) return <p>{t('help:accessibility.tell')}</p>
  return (
    <p>
      {t('help:accessibility.tellContact', { name: contact.name })}{' '}
      <a href={`mailto:${contact.mail}`}>{contact.mail}</a>
    </p>
  )
}
