import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Language, preferredLanguage } from '../i18n/languages.ts'
import { Choices } from '../ui/Choices.tsx'
import { FieldGroup } from '../ui/Field.tsx'

interface SheetLanguageProps {
  chosen: Language
  /** True if the user reads the case of another. */
  isReader?: boolean
  onChoose: (language: Language) => void
}

/** The language of the sheet, which may differ from that of the page. */
export function SheetLanguage({ chosen, isReader = false, onChoose }: SheetLanguageProps) {
  const { t } = useTranslation()
  const hint = t(isReader ? 'sheet:languageHintReader' : 'sheet:languageHint')
  return (
    <FieldGroup id="sheet-language" label={t('sheet:language')} hint={hint}>
      {(wiring) => (
        <Choices
          name="sheet-language"
          wiring={wiring}
          chosen={chosen}
          choices={LANGUAGES.map(({ id, name }) => ({ id, label: name, lang: id }))}
          onChoose={(id) => onChoose(preferredLanguage([id]))}
        />
      )}
    </FieldGroup>
  )
}
