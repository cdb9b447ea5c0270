import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router-dom'
import type { Lock } from '../../domain/case/lockedFile.ts'
import type { OpenedFile } from '../../exchange/openCase.ts'
import { useServices } from '../../store/session.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { FileChooser } from '../../ui/FileChooser.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { FileProblemText } from '../FileProblemText.tsx'
import { Frame } from '../Frame.tsx'
import { LockedFile } from '../LockedFile.tsx'
import type { FileProblem } from '../openFile.ts'
import { useOpening } from './opening.ts'
import { Reading } from './Reading.tsx'

type State =
  | { is: 'idle' }
  | { is: 'reading'; done: number; count: number }
  | { is: 'problem'; problem: FileProblem; name: string }
  | { is: 'open'; opened: OpenedFile; other: OpenedFile | null }

/** What a page that leads here asks to be opened. */
export interface OpenRequest {
  caseId: string
  digest: string
}

/** The account manager's reading of a file: a thing of its own, touching no case that is here. */
export function ReviewPage() {
  const { t } = useTranslation(['review', 'common', 'messages', 'start', 'changes', 'inbox', 'reply'])
  const announce = useAnnounce()
  const navigate = useNavigate()
  const asked = useLocation().state as OpenRequest | null
  const [state, setState] = useState<State>({ is: 'idle' })
  const opening = useOpening(useServices())

  const turn = useRef(0)
  const show = (opened: OpenedFile, other: OpenedFile | null) => {
    setState({ is: 'open', opened, other })
    announce(t('opened'))
  }
  /** Opens what was chosen; `beside` is a case that is open already and stays. */
  const choose = async (files: readonly Blob[], beside: OpenedFile | null) => {
    turn.current += 1
    const mine = turn.current
    setState({ is: 'reading', done: 0, count: files.length })
    const outcome = await opening(files, (done) => {
      if (turn.current === mine) setState({ is: 'reading', done, count: files.length })
    })
    // Other files have been chosen meanwhile.
    if (turn.current !== mine) return
    if (outcome.is === 'several') navigate('/inbox')
    else if (outcome.is === 'problem') setState(outcome)
    else show(outcome.opened, beside ?? outcome.other)
  }
  const fromInbox = useRef<OpenRequest | null>(null)
  useEffect(() => {
    if (asked === null || fromInbox.current?.digest === asked.digest) return
    fromInbox.current = asked
    void opening.fromDesk(asked).then((outcome) => {
      if (outcome.is === 'problem') setState(outcome)
      else if (outcome.is === 'open') show(outcome.opened, outcome.other)
    })
  })
  if (state.is === 'open') {
    return (
      <Frame>
        <Reading
          key={`${state.opened.digest} ${state.other?.digest}`}
          opened={state.opened}
          other={state.other}
          onCompare={(files) => void choose(files.slice(0, 1), state.opened)}
          onClose={() => setState({ is: 'idle' })}
        />
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
        {state.is === 'reading' && (
          <p>{state.count > 1 ? t('readingMany', { done: state.done, count: state.count }) : t('reading')}</p>
        )}
        {problem !== null && problem.reason !== 'locked' && <FileProblemText problem={problem} name={name} />}
      </div>
      {problem?.reason === 'locked' && (
        <LockedFile
          name={name}
          lock={problem.lock satisfies Lock}
          onOpened={(opened) => show(opened, null)}
          onProblem={(found) => setState({ is: 'problem', problem: found, name })}
        />
      )}
      <FileChooser
        label={t('choose')}
        hint={t('accepts')}
        button={t('inbox:files')}
        also={t('inbox:drop')}
        multiple
        onFiles={(files) => void choose(files, null)}
      />
      <p>
        <Link to="/inbox">{t('inbox:link')}</Link>
      </p>
      <p className="hint">{t('ownHint')}</p>
    </Frame>
  )
}
