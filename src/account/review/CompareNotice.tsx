import { useTranslation } from 'react-i18next'
import { caseName } from '../../domain/case/caseCode.ts'
import type { OpenedFile } from '../../exchange/importCase.ts'
import { FileProblemText, LockedFile } from '../../files/FileNotOpened.tsx'
import { Banner } from '../../ui/Banner.tsx'
import type { OpenedFiles } from './opening.ts'

/** Why a file was not compared with the case that is open. */
export type NotCompared =
  | { is: 'otherCase' | 'same'; opened: OpenedFile; other: OpenedFile }
  | Extract<OpenedFiles, { is: 'refused' | 'locked' }>

interface CompareNoticeProps {
  notCompared: NotCompared
  onOpened: (opened: OpenedFile) => void
  onRefused: (notCompared: NotCompared) => void
}

export function CompareNotice({ notCompared, onOpened, onRefused }: CompareNoticeProps) {
  const { t } = useTranslation()
  if (notCompared.is === 'locked') {
    const { name, lock } = notCompared
    return (
      <LockedFile
        name={name}
        lock={lock}
        onOpened={onOpened}
        onProblem={(error) => onRefused({ is: 'refused', error, name })}
      />
    )
  }
  if (notCompared.is === 'refused')
    return (
      <div role="status">
        <FileProblemText problem={notCompared.error} name={notCompared.name} />
      </div>
    )
  const { opened, other } = notCompared
  return (
    <div role="status">
      <Banner kind={notCompared.is === 'same' ? 'information' : 'warning'}>
        <p>
          {notCompared.is === 'same'
            ? t('changes:none')
            : t('changes:otherCase', { a: caseName(opened.file), b: caseName(other.file) })}
        </p>
      </Banner>
    </div>
  )
}
