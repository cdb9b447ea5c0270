import { type ReactNode, useMemo } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import type { Language } from './languages.ts'

/** Everything inside speaks this language, whatever the page around it speaks. */
export function InLanguage({ language, children }: { language: Language; children: ReactNode }) {
  const { i18n } = useTranslation('common')
  const spoken = i18n.language
  const inside = useMemo(
    () => (spoken === language ? i18n : i18n.cloneInstance({ lng: language })),
    [i18n, spoken, language],
  )
  return (
    <I18nextProvider i18n={inside}>
      <div lang={language}>{children}</div>
    </I18nextProvider>
  )
}
