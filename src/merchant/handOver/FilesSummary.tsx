import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type EvidenceFile, MAX_INSIDE_PDF, sizeOf } from '../../domain/evidence/evidence.ts'
import type { ReportFile } from '../../domain/report/report.ts'
import { wholeFilesOfCase } from '../../files/filesOfCase.ts'
import { sizeWords } from '../../i18n/fileWords.ts'
import type { Words } from '../../i18n/useWords.ts'
import { useOpenCase } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { Banner } from '../../ui/Banner.tsx'

/** How many files go with it, how large they are, and what that means for the way it goes. */
export function FilesSummary({ words, files }: { words: Words; files: readonly ReportFile[] }) {
  const { t } = useTranslation()
  const going = useMemo(() => files.filter(({ isLeftOut }) => !isLeftOut).map(({ file }) => file), [files])
  const staying = useStaying(going)
  if (going.length === 0) return null
  const size = sizeOf(going)
  const said = sizeWords(words, size)
  const isZip = size > MAX_INSIDE_PDF
  return (
    <>
      <p>{t(isZip ? 'evidence:list.zip' : 'evidence:list.inside', { count: going.length, size: said })}</p>
      <p>{t('handOver:lookInside')}</p>
      {staying.length > 0 && (
        <Banner kind="warning">
          <p>
            {t('handOver:missingFiles', {
              count: staying.length,
              list: words.formats.list(staying.map(({ name }) => name)),
            })}
          </p>
        </Banner>
      )}
      {isZip && <Banner kind="warning">{t('handOver:mailSize', { size: said })}</Banner>}
    </>
  )
}

/** Which of these files do not go along, since this browser does not have their bytes, or has them damaged. */
function useStaying(going: readonly EvidenceFile[]): readonly EvidenceFile[] {
  const { storage } = useServices()
  const caseId = useOpenCase((state) => state.case.id)
  const [staying, setStaying] = useState<readonly EvidenceFile[]>([])
  useEffect(() => {
    let left = false
    void wholeFilesOfCase(storage, caseId, going).then((files) => {
      if (!left) setStaying(going.filter(({ sha256 }) => !files.has(sha256)))
    })
    return () => {
      left = true
    }
  }, [storage, caseId, going])
  return staying
}
