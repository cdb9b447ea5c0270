import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenedFile } from '../exchange/openCase.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { FileChooser } from '../ui/FileChooser.tsx'
import { PageHeading } from '../ui/PageHeading.tsx'
import { FileProblemText } from './FileProblemText.tsx'
import { Frame } from './Frame.tsx'
import { LockedFile } from './LockedFile.tsx'
import { OpenedCase } from './OpenedCase.tsx'
import { type FileProblem, openFile } from './openFile.ts'

type State =
  | { is: 'idle' }
  | { is: 'reading' }
  | { is: 'problem'; problem: FileProblem; name: string }
  | { is: 'open'; opened: OpenedFile }

/** The account manager's reading of a file: a thing of its own, kept nowhere, touching no case that is here. */
export function ReviewPage() {
  const { t } = useTranslation(['review', 'common', 'messages', 'start'])
  const announce = useAnnounce()
  const [state, setState] = useState<State>({ is: 'idle' })

  const chosen = useRef<File | null>(null)
  const show = (opened: OpenedFile) => {
    setState({ is: 'open', opened })
    announce(t('opened'))
  }
  const choose = async (file: File) => {
    chosen.current = file
    setState({ is: 'reading' })
    const outcome = await openFile(file)
    // Another file has been chosen meanwhile.
    if (chosen.current !== file) return
    if (!outcome.ok) return setState({ is: 'problem', problem: outcome.problem, name: file.name })
    show(outcome.opened)
  }
  if (state.is === 'open') {
    return (
      <Frame>
        <OpenedCase opened={state.opened} onClose={() => setState({ is: 'idle' })} />
      </Frame>
    )
  }
  const { problem, name } = state.is === 'problem' ? state : { problem: null, name: '' }
  const heading = t('heading')
  return (
    <Frame>
      <PageHeading title={t('common:titleOf', { heading, service: t('common:service') })}>
        {heading}
      </PageHeading>
      <p className="lead">{t('lead')}</p>
      <div role="status">
        {state.is === 'reading' && <p>{t('reading')}</p>}
        {problem !== null && problem.reason !== 'locked' && <FileProblemText problem={problem} name={name} />}
      </div>
      {problem?.reason === 'locked' && (
        <LockedFile
          name={name}
          lock={problem.lock}
          onOpened={show}
          onProblem={(found) => setState({ is: 'problem', problem: found, name })}
        />
      )}
      <FileChooser
        label={t('choose')}
        hint={t('accepts')}
        button={t('start:chooseFile')}
        also={t('start:drop')}
        onFiles={([first]) => first && void choose(first)}
      />
      <p className="hint">{t('ownHint')}</p>
    </Frame>
  )
}
