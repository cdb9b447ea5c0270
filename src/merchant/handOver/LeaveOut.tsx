import { useTranslation } from 'react-i18next'
import { LEAVE_OUT, type LeaveOut, leftOutFile } from '../../domain/case/leftOut.ts'
import type { ReportFile } from '../../domain/report/report.ts'
import { sizeWords } from '../../i18n/fileWords.ts'
import type { Words } from '../../i18n/useWords.ts'
import { Tick } from '../../ui/Choices.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'

const GROUPS = Object.keys(LEAVE_OUT) as LeaveOut[]

interface LeaveOutFormProps {
  words: Words
  files: readonly ReportFile[]
  leftOut: readonly string[]
  onLeaveOut: (paths: readonly string[]) => void
}

/** What the file shall not hold: answers that belong together, and files one by one. */
export function LeaveOutForm({ words, files, leftOut, onLeaveOut }: LeaveOutFormProps) {
  const { t } = useTranslation()
  const isOut = (paths: readonly string[]) => paths.every((path) => leftOut.includes(path))
  const tick = (id: string, label: string, paths: readonly string[]) => (
    <Tick
      key={id}
      id={`leave-${id}`}
      label={label}
      ticked={isOut(paths)}
      onTick={(ticked) => {
        const others = leftOut.filter((path) => !paths.includes(path))
        onLeaveOut(ticked ? [...others, ...paths] : others)
      }}
    />
  )
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
            {files.length > 1 &&
              tick(
                'all-files',
                t('handOver:leaveOut.allFiles'),
                files.map(({ file }) => leftOutFile(file.id)),
              )}
            {files.map(({ file, number }) =>
              tick(file.id, `${number}. ${file.name} (${sizeWords(words, file.size)})`, [leftOutFile(file.id)]),
            )}
          </div>
        </fieldset>
      )}
    </Disclosure>
  )
}
