import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { LEAVE_OUT, type LeaveOut, leftOutFile } from '../../domain/case/leftOut.ts'
import { type EvidenceFile, MAX_INSIDE_PDF, sizeOf } from '../../domain/evidence/evidence.ts'
import type { ReportFile } from '../../domain/report/report.ts'
import { wholeFilesOfCase } from '../../files/filesOfCase.ts'
import { sizeWords } from '../../i18n/fileWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useOpenCase } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Tick } from '../../ui/Choices.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useLoaded } from '../../ui/useLoaded.ts'

/** How many files go with it, how large they are, and what that means for the way it goes. */
export function FilesSummary({ files }: { files: readonly ReportFile[] }) {
  const { t } = useTranslation()
  const words = useWords()
  const { storage } = useServices()
  const caseId = useOpenCase((state) => state.case.id)
  const included = useMemo(() => files.filter(({ isLeftOut }) => !isLeftOut).map(({ file }) => file), [files])
  const findMissing = useCallback(async () => {
    const whole = await wholeFilesOfCase(storage, caseId, included)
    return included.filter(({ sha256 }) => !whole.has(sha256))
  }, [storage, caseId, included])
  const missing = useLoaded(findMissing) ?? []
  if (included.length === 0) return null
  const size = sizeOf(included)
  const count = included.length
  return (
    <>
      <p>
        {t(size > MAX_INSIDE_PDF ? 'evidence:list.zip' : 'evidence:list.inside', {
          count,
          size: sizeWords(words, size),
        })}
      </p>
      <p>{t('handOver:lookInside')}</p>
      <FileWarnings missing={missing} size={size} />
    </>
  )
}

/** @param missing files of which this browser does not have the bytes, or has them damaged */
export function FileWarnings({ missing, size }: { missing: readonly EvidenceFile[]; size: number }) {
  const { t } = useTranslation()
  const words = useWords()
  const list = words.formats.list(missing.map(({ name }) => name))
  return (
    <>
      {missing.length > 0 && (
        <Banner kind="warning">{t('handOver:missingFiles', { count: missing.length, list })}</Banner>
      )}
      {size > MAX_INSIDE_PDF && (
        <Banner kind="warning">{t('handOver:mailSize', { size: sizeWords(words, size) })}</Banner>
      )}
    </>
  )
}

const GROUPS = Object.keys(LEAVE_OUT) as LeaveOut[]

interface LeaveOutFormProps {
  files: readonly ReportFile[]
  leftOut: readonly string[]
  onLeaveOut: (paths: readonly string[]) => void
}

/** Groups of answers, and files one by one. */
export function LeaveOutForm({ files, leftOut, onLeaveOut }: LeaveOutFormProps) {
  const { t } = useTranslation()
  const words = useWords()
  const tick = (id: string, label: string, paths: readonly string[]) => (
    <Tick
      key={id}
      id={`leave-${id}`}
      label={label}
      ticked={paths.every((path) => leftOut.includes(path))}
      onTick={(ticked) => {
        const others = leftOut.filter((path) => !paths.includes(path))
        onLeaveOut(ticked ? [...others, ...paths] : others)
      }}
    />
  )
  const everyFile = files.map(({ file }) => leftOutFile(file.id))
  return (
    <Disclosure summary={t('handOver:leaveOut.heading')}>
      <p>{t('handOver:leaveOut.hint')}</p>
      <fieldset className="field">
        <legend className="unseen">{t('handOver:leaveOut.answers')}</legend>
        <div className="choices">
          {GROUPS.map((group) => tick(group, t(`handOver:leaveOut.groups.${group}`), LEAVE_OUT[group]))}
        </div>
      </fieldset>
      {files.length > 0 && (
        <fieldset className="field">
          <legend className="field-label">{t('evidence:list.heading')}</legend>
          <p className="hint">{t('handOver:leaveOut.files')}</p>
          <div className="choices">
            {files.length > 1 && tick('all-files', t('handOver:leaveOut.allFiles'), everyFile)}
            {files.map(({ file, number }) =>
              tick(file.id, `${number}. ${file.name} (${sizeWords(words, file.size)})`, [leftOutFile(file.id)]),
            )}
          </div>
        </fieldset>
      )}
    </Disclosure>
  )
}
