import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { switchTo } from '../i18n/i18n.ts'
import { LANGUAGES, type Language } from '../i18n/languages.ts'
import { useServices } from '../store/session.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { InPageLink } from '../ui/InPageLink.tsx'

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

/** The style shows it after a delay. */
export function Opening() {
  const { t } = useTranslation()
  return (
    <p className="opening" role="status">
      {t('common:opening')}
    </p>
  )
}

/** Switching changes words alone: page, answers, focus and typed text stay. */
function LanguageLinks() {
  const { i18n } = useTranslation()
  const { preferences } = useServices()
  const announce = useAnnounce()
  const choose = async (language: Language) => {
    if (!(await switchTo(i18n, language))) return
    preferences.set('language', language)
    announce(i18n.t('common:languageChanged'))
  }
  return LANGUAGES.map(({ id, name }) => (
    <LinkButton
      key={id}
      lang={id}
      aria-current={i18n.language === id ? 'true' : undefined}
      onClick={() => void choose(id)}
    >
      {name}
    </LinkButton>
  ))
}

const THEMES = ['system', 'light', 'dark'] as const
const themeOf = (value: unknown) => THEMES.find((theme) => theme === value) ?? 'system'

function ThemeChoice() {
  const { t } = useTranslation()
  const { preferences } = useServices()
  const [theme, setTheme] = useState(() => themeOf(preferences.get('theme')))
  useEffect(() => {
    const device = window.matchMedia('(prefers-color-scheme: dark)')
    const apply = () => {
      const isDark = theme === 'dark' || (theme === 'system' && device.matches)
      document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
    }
    apply()
    device.addEventListener('change', apply)
    return () => device.removeEventListener('change', apply)
  }, [theme])
  const choose = (chosen: string) => {
    preferences.set('theme', chosen)
    setTheme(themeOf(chosen))
  }
  return (
    <label>
      {t('common:theme.label')}{' '}
      <select className="select" value={theme} onChange={({ target }) => choose(target.value)}>
        {THEMES.map((id) => (
          <option key={id} value={id}>
            {t(`common:theme.${id}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
