import { type ReactNode, useMemo } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import type { Language } from './languages.ts'
import { useWordsIn } from './wordsOf.ts'

/** Switches the language of what is inside, once its words have loaded. */
export function InLanguage({ language, children }: { language: Language; children: ReactNode }) {
  const { i18n } = useTranslation()
  const words = useWordsIn(language)
  const spoken = i18n.language
  const inside = spoken === language ? spoken : (words?.language ?? spoken)
  const speaker = useMemo(
    () => (spoken === inside ? i18n : i18n.cloneInstance({ lng: inside, initAsync: false })),
    [i18n, spoken, inside],
  )
  return (
    <I18nextProvider i18n={speaker}>
      <div lang={inside}>{children}</div>
    </I18nextProvider>
  )
}
