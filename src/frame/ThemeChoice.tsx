import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '../store/session.tsx'

const THEMES = ['system', 'light', 'dark'] as const
type Theme = (typeof THEMES)[number]

const isTheme = (value: unknown): value is Theme => THEMES.some((theme) => theme === value)
const prefersDark = () => window.matchMedia('(prefers-color-scheme: dark)')

/** Light, dark, or as the device has it. */
export function ThemeChoice() {
  const { t } = useTranslation()
  const { preferences } = useServices()
  const [theme, setTheme] = useState<Theme>(() => {
    const chosen = preferences.get('theme')
    return isTheme(chosen) ? chosen : 'system'
  })
  useEffect(() => {
    const apply = () => {
      const dark = theme === 'dark' || (theme === 'system' && prefersDark().matches)
      document.documentElement.dataset.theme = dark ? 'dark' : 'light'
    }
    apply()
    const device = prefersDark()
    device.addEventListener('change', apply)
    return () => device.removeEventListener('change', apply)
  }, [theme])
  return (
    <label>
      {t('common:theme.label')}{' '}
      <select
        className="select"
        value={theme}
        onChange={({ target }) => {
          if (!isTheme(target.value)) return
          preferences.set('theme', target.value)
          setTheme(target.value)
        }}
      >
        {THEMES.map((id) => (
          <option key={id} value={id}>
            {t(`common:theme.${id}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
