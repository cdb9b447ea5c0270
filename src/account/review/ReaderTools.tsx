import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../domain/assessment/assess.ts'
import { MATTERS, type Matter } from '../../domain/report/quickFilters.ts'
import type { OpenedFile } from '../../exchange/importCase.ts'
import { outcomeWords } from '../../i18n/assessmentWords.ts'
import type { Language } from '../../i18n/languages.ts'
import { useWords } from '../../i18n/useWords.ts'
import { SheetLanguage } from '../../screen/SheetLanguage.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Tick } from '../../ui/Choices.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field } from '../../ui/Field.tsx'
import { FileChooser } from '../../ui/FileChooser.tsx'
import { KeepChoice } from './StorageOptIn.tsx'

interface ReaderToolsProps {
  opened: OpenedFile
  assessment: Assessment
  language: Language
  onLanguage: (language: Language) => void
  countsToday: boolean
  onCountsToday: (countsToday: boolean) => void
  matter: Matter | null
  onMatter: (matter: Matter | null) => void
  onCompare: (file: File) => void
}

/** How the case is read: language, day, what alone is shown, another file beside it, and whether it is kept. */
export function ReaderTools(props: ReaderToolsProps) {
  const { opened, assessment, language, onLanguage, countsToday, onCountsToday, matter, onMatter } = props
  const { t } = useTranslation()
  const words = useWords()
  const { file } = opened
  const date = words.formats.date(file.asOf)
  const { result } = file
  const isKnown = result !== null && words.translate.has(`assessment:outcomes.${result.outcome}.heading`)
  return (
    <>
      <Disclosure summary={t('review:tools.heading')}>
        <SheetLanguage isReader chosen={language} onChoose={onLanguage} />
        <Tick
          id="counts-today"
          label={t('review:tools.recount', { date })}
          ticked={countsToday}
          onTick={onCountsToday}
        />
        <Field id="matter" label={t('review:tools.show')}>
          {(wiring) => (
            <select
              {...wiring}
              className="select"
              value={matter ?? ''}
              onChange={({ target }) => onMatter(MATTERS.find((each) => each === target.value) ?? null)}
            >
              <option value="">{t('review:tools.all')}</option>
              {MATTERS.map((id) => (
                <option key={id} value={id}>
                  {t(`review:tools.${id}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <KeepChoice />
        <FileChooser
          label={t('changes:compare')}
          hint={t('changes:compareHint')}
          button={t('start:chooseFile')}
          also={t('start:drop')}
          onFiles={([first]) => first && props.onCompare(first)}
        />
      </Disclosure>
      {countsToday && (
        <Banner kind="warning">
          <p>{t('review:tools.recounted', { today: words.formats.date(assessment.asOf), date })}</p>
          {isKnown && (
            <p>
              {t('review:tools.theirResult', {
                outcome: outcomeWords(words, result.outcome, result.until).heading,
              })}
            </p>
          )}
        </Banner>
      )}
      {matter !== null && (
        <Banner kind="information">
          <p>{t('review:tools.only', { what: t(`review:tools.${matter}`) })}</p>
        </Banner>
      )}
    </>
  )
}
