import { useTranslation } from 'react-i18next'
import { brokenLetters } from '../domain/report/excerpt.ts'
import type { OpenedFile } from '../exchange/importCase.ts'
import { Banner } from '../ui/Banner.tsx'

/** That a file is not as it was made, wherever it is opened, and what can be seen of it. */
export function ChangedFile({ opened, advice }: { opened: OpenedFile; advice: string }) {
  const { t } = useTranslation()
  if (opened.unchanged) return null
  const text = brokenLetters(opened.file.answers)
  return (
    <Banner kind="warning">
      <p>
        {t('review:changed')} {text !== null && t('review:changedLetters', { text })} {advice}
      </p>
    </Banner>
  )
}
