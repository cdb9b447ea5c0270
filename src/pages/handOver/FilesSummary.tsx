import { useTranslation } from 'react-i18next'
import { MAX_INSIDE_PDF, sizeOf } from '../../domain/evidence/evidence.ts'
import type { ReportFile } from '../../domain/report/report.ts'
import { sizeWords } from '../../i18n/fileWords.ts'
import type { Words } from '../../i18n/useWords.ts'
import { Banner } from '../../ui/Banner.tsx'

/** How many files go with it, how large they are, and what that means for the way it goes. */
export function FilesSummary({ words, files }: { words: Words; files: readonly ReportFile[] }) {
  const { t } = useTranslation(['evidence', 'handOver'])
  const going = files.filter(({ isLeftOut }) => !isLeftOut).map(({ file }) => file)
  if (going.length === 0) return null
  const size = sizeOf(going)
  const said = sizeWords(words, size)
  const isZip = size > MAX_INSIDE_PDF
  return (
    <>
      <p>{t(isZip ? 'list.zip' : 'list.inside', { count: going.length, size: said })}</p>
      <p>{t('handOver:lookInside')}</p>
      {isZip && (
        <Banner kind="warning">
          <p>{t('handOver:mailSize', { size: said })}</p>
        </Banner>
      )}
    </>
  )
}
