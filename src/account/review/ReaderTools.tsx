import { useTranslation } from 'react-i18next'
import { QUICK_FILTERS, type QuickFilter } from '../../domain/report/quickFilters.ts'
import type { OpenedFile } from '../../exchange/importCase.ts'
import type { Language } from '../../i18n/languages.ts'
import { useWords } from '../../i18n/useWords.ts'
import { SheetLanguage } from '../../screen/SheetLanguage.tsx'
import { Tick } from '../../ui/Choices.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FileChooser } from '../../ui/FileChooser.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { StorageOptIn } from './StorageOptIn.tsx'

/** How a case is read. */
export interface ReaderView {
  /** Null: that of the screen. */
  language: Language | null
  /** True if the rules are applied as of today. */
  countsToday: boolean
  /** What alone is shown; null for everything. */
  matter: QuickFilter | null
}

interface ReaderToolsProps {
  opened: OpenedFile
  spoken: Language
  view: ReaderView
  onView: (view: ReaderView) => void
  onCompare: (file: File) => void
}

export function ReaderTools({ opened, spoken, view, onView, onCompare }: ReaderToolsProps) {
  const { t } = useTranslation()
  const words = useWords()
  const { file } = opened
  const { language, countsToday, matter } = view
  const date = words.formats.date(file.asOf)
  return (
    <Disclosure summary={t('review:tools.heading')}>
      <SheetLanguage isReader chosen={language ?? spoken} onChoose={(language) => onView({ ...view, language })} />
      <Tick
        id="counts-today"
        label={t('review:tools.recount', { date })}
        ticked={countsToday}
        onTick={(countsToday) => onView({ ...view, countsToday })}
      />
      <SelectField
        id="matter"
        label={t('review:tools.show')}
        chosen={matter}
        none={t('review:tools.all')}
        choices={QUICK_FILTERS.map((id) => ({ id, label: t(`review:tools.${id}`) }))}
        onChoose={(matter) => onView({ ...view, matter })}
      />
      <StorageOptIn />
      <FileChooser
        label={t('changes:compare')}
        hint={t('changes:compareHint')}
        button={t('start:chooseFile')}
        also={t('start:drop')}
        onFiles={([first]) => first && onCompare(first)}
      />
    </Disclosure>
  )
}
