import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { LANGUAGES, type Language } from '../i18n/languages.ts'
import { useServices } from '../store/session.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { InPageLink } from '../ui/InPageLink.tsx'
import { ThemeChoice } from './ThemeChoice.tsx'

/** The bar, the content and the foot of every page. */
export function Frame({ status, children }: { status?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      <InPageLink to="main" className="skip">
        {t('common:skip')}
      </InPageLink>
      <header className="top-bar">
        <div className="top-bar-inner">
          <Link className="service" to="/">
            {t('common:service')}
          </Link>
          {status}
          <nav aria-label={t('common:languages')}>
            <LanguageLinks />
            <Link to="/help">{t('common:help')}</Link>
          </nav>
        </div>
      </header>
      <main id="main" className="content" tabIndex={-1}>
        <Suspense fallback={<Opening />}>{children}</Suspense>
      </main>
      <footer className="footer">
        <div className="footer-inner">
          <p>
            {t('common:privacyLine')} {t('common:notAdobe')}
          </p>
          <div>
            <p>
              <Link to="/data">{t('common:data')}</Link>
            </p>
            <p>
              <Link to="/accessibility">{t('common:accessibility')}</Link>
            </p>
          </div>
          <ThemeChoice />
        </div>
      </footer>
    </>
  )
}

/** Said in words, and only when it takes a moment: the style shows it after a delay. */
export function Opening() {
  const { t } = useTranslation()
  return (
    <p className="opening" role="status">
      {t('common:opening')}
    </p>
  )
}

/** Each language by its own name. Switching changes words alone: page, answers, focus and what was typed stay. */
function LanguageLinks() {
  const { i18n } = useTranslation()
  const { preferences } = useServices()
  const announce = useAnnounce()
  const switchTo = async (language: Language) => {
    await i18n.changeLanguage(language)
    preferences.set('language', language)
    announce(i18n.t('common:languageChanged'))
  }
  return LANGUAGES.map(({ id, name }) => (
    <LinkButton
      key={id}
      lang={id}
      aria-current={i18n.language === id ? 'true' : undefined}
      onClick={() => void switchTo(id)}
    >
      {name}
    </LinkButton>
  ))
}
