import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Language } from '../i18n/languages.ts'

interface SheetLanguageProps {
  chosen: Language
  /** True if the user reads the case of another. */
  isReader?: boolean
  onChoose: (language: Language) => void
}

/** The language of the sheet, which may differ from that of the page. */
export function SheetLanguage({ chosen, isReader = false, onChoose }: SheetLanguageProps) {
  const { t } = useTranslation()
  return (
    <fieldset className="field" aria-describedby="sheet-language-hint">
      <legend className="field-label">{t('sheet:language')}</legend>
      <p className="hint" id="sheet-language-hint">
        {t(isReader ? 'sheet:languageHintReader' : 'sheet:languageHint')}
      </p>
      {LANGUAGES.map(({ id, name }) => (
        <div className="choice" key={id}>
          <input
            type="radio"
            id={`sheet-${id}`}
            name="sheet-language"
            checked={chosen === id}
            onChange={() => onChoose(id)}
          />
          <label htmlFor={`sheet-${id}`} lang={id}>
            {name}
          </label>
        </div>
      ))}
    </fieldset>
  )
}
