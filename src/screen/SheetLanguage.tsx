import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Language } from '../i18n/languages.ts'

interface SheetLanguageProps {
  chosen: Language
  /** Who reads: whoever has written the case, or somebody else. */
  isReader?: boolean
  onChoose: (language: Language) => void
}

/** In which language the sheet is written, whatever the page around it speaks. */
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
