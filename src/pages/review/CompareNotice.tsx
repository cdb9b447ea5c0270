import { useTranslation } from 'react-i18next'
import { caseName } from '../../domain/case/caseCode.ts'
import type { OpenedFile } from '../../exchange/openCase.ts'
import { Banner } from '../../ui/Banner.tsx'
import { FileProblemText } from '../FileProblemText.tsx'
import { LockedFile } from '../LockedFile.tsx'
import type { FileProblem } from '../openFile.ts'

/** Why a file was not compared with the case that is open. */
export type NotCompared =
  | { is: 'otherCase' | 'same'; opened: OpenedFile; other: OpenedFile }
  | { is: 'problem'; problem: FileProblem; name: string }

interface CompareNoticeProps {
  notCompared: NotCompared
  onOpened: (opened: OpenedFile) => void
  onProblem: (problem: FileProblem, name: string) => void
}

/** What came of a file that was to be compared. The case that is open is as it was. */
export function CompareNotice({ notCompared, onOpened, onProblem }: CompareNoticeProps) {
  const { t } = useTranslation('changes')
  if (notCompared.is === 'problem') {
    const { problem, name } = notCompared
    if (problem.reason === 'locked')
      return (
        <LockedFile
          name={name}
          lock={problem.lock}
          onOpened={onOpened}
          onProblem={(found) => onProblem(found, name)}
        />
      )
    return (
      <div role="status">
        <FileProblemText problem={problem} name={name} />
      </div>
    )
  }
  const { opened, other } = notCompared
  return (
    <div role="status">
      <Banner kind={notCompared.is === 'same' ? 'information' : 'warning'}>
        <p>
          {notCompared.is === 'same'
            ? t('none')
            : t('otherCase', { a: caseName(opened.file), b: caseName(other.file) })}
        </p>
      </Banner>
    </div>
  )
}
