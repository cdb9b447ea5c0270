import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenedFile } from '../exchange/openCase.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { PageHeading } from '../ui/PageHeading.tsx'
import { FileChooser } from './FileChooser.tsx'
import { FileProblemText } from './FileProblemText.tsx'
import { Frame } from './Frame.tsx'
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

  const choose = async (file: File) => {
    setState({ is: 'reading' })
    const outcome = await openFile(file)
    if (!outcome.ok) return setState({ is: 'problem', problem: outcome.problem, name: file.name })
    setState({ is: 'open', opened: outcome.opened })
    announce(t('opened'))
  }
  if (state.is === 'open') {
    return (
      <Frame>
        <OpenedCase opened={state.opened} onClose={() => setState({ is: 'idle' })} />
      </Frame>
    )
  }
  const heading = t('heading')
  return (
    <Frame>
      <PageHeading title={t('common:titleOf', { heading, service: t('common:service') })}>
        {heading}
      </PageHeading>
      <p className="lead">{t('lead')}</p>
      <div role="status">
        {state.is === 'reading' && <p>{t('reading')}</p>}
        {state.is === 'problem' && <FileProblemText problem={state.problem} name={state.name} />}
      </div>
      <FileChooser
        label={t('choose')}
        hint={t('accepts')}
        button={t('start:chooseFile')}
        also={t('start:drop')}
        onFile={(file) => void choose(file)}
      />
      <p className="hint">{t('ownHint')}</p>
    </Frame>
  )
}
