import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router-dom'
import { caseName } from '../../domain/case/caseCode.ts'
import { relationOf } from '../../domain/changes/relation.ts'
import type { OpenedFile } from '../../exchange/importCase.ts'
import { FileProblemText, LockedFile } from '../../files/FileNotOpened.tsx'
import { Frame } from '../../frame/Frame.tsx'
import { ReadingLine } from '../../frame/LoadingStatus.tsx'
import { PageHead } from '../../frame/PageHead.tsx'
import { lazyComponent } from '../../i18n/lazyComponent.tsx'
import { useServices } from '../../store/session.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { FileChooser } from '../../ui/FileChooser.tsx'
import { useNewest } from '../../ui/useNewest.ts'
import { type OpenedFiles, type OpenRequest, useOpening } from './opening.ts'

/** Preloaded while the user chooses a file. */
const Reading = lazyComponent(async () => (await import('./Reading.tsx')).Reading, 'account')

/** Why a file was not compared with the case that is open. */
type NotCompared =
  | { is: 'otherCase' | 'same'; opened: OpenedFile; other: OpenedFile }
  | Extract<OpenedFiles, { is: 'refused' | 'locked' }>

type State =
  | { is: 'idle' }
  | { is: 'reading'; done: number; count: number }
  | Extract<OpenedFiles, { is: 'gone' | 'refused' | 'locked' }>
  | { is: 'open'; opened: OpenedFile; other: OpenedFile | null; notCompared: NotCompared | null }

/** Reads files of cases; touches no case of this browser. */
export function ReviewPage() {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const navigate = useNavigate()
  const asked = useLocation().state as OpenRequest | null
  const [state, setState] = useState<State>({ is: 'idle' })
  const opening = useOpening(useServices())
  useEffect(() => void Reading.load().catch(() => {}), [])

  const { begin, stop } = useNewest()
  const show = (opened: OpenedFile, other: OpenedFile | null) => {
    setState({ is: 'open', opened, other, notCompared: null })
    announce(t('review:opened'))
  }
  const take = (outcome: OpenedFiles) => {
    if (outcome.is === 'several') navigate('/inbox', { state: { notRead: outcome.notRead } })
    else if (outcome.is === 'open') show(outcome.opened, outcome.other)
    else setState(outcome)
  }
  const choose = async (files: readonly Blob[]) => {
    const signal = begin()
    setState({ is: 'reading', done: 0, count: files.length })
    const onDone = (done: number) => {
      if (!signal.aborted) setState({ is: 'reading', done, count: files.length })
    }
    const outcome = await opening.open(files, onDone, signal)
    if (!signal.aborted) take(outcome)
  }
  const compareWith = (opened: OpenedFile, other: OpenedFile) => {
    const relation = relationOf(other, opened)
    // As where it is opened by itself: the one that was opened last comes first.
    if (relation.is === 'revisions') return show(other, opened)
    setState({ is: 'open', opened, other: null, notCompared: { is: relation.is, opened, other } })
  }
  const compare = async (file: File, opened: OpenedFile) => {
    const signal = begin()
    const outcome = await opening.readOne(file, signal)
    if (signal.aborted) return
    if (outcome.is === 'case') return compareWith(opened, outcome.opened)
    const notCompared = { ...outcome, name: file.name }
    setState((before) => (before.is === 'open' ? { ...before, notCompared } : before))
  }
  const fromInbox = useRef<OpenRequest | null>(null)
  useEffect(
    () => () => {
      // Effects run twice in development.
      fromInbox.current = null
    },
    [],
  )
  useEffect(() => {
    if (asked === null || fromInbox.current?.digest === asked.digest) return
    fromInbox.current = asked
    const signal = begin()
    setState({ is: 'reading', done: 0, count: 1 })
    void opening.fromDesk(asked, signal).then((outcome) => {
      if (!signal.aborted) take(outcome)
    })
  })
  if (state.is === 'open') {
    const { opened, other, notCompared } = state
    const notice = notCompared !== null && (
      <CompareNotice
        notCompared={notCompared}
        onOpened={(found) => compareWith(opened, found)}
        onRefused={(notCompared) => setState({ ...state, notCompared })}
      />
    )
    return (
      <Frame>
        <Reading
          key={`${opened.digest} ${other?.digest}`}
          opened={opened}
          other={other}
          onCompare={(file, read) => void compare(file, read)}
          notice={notice}
          onClose={() => setState({ is: 'idle' })}
        />
      </Frame>
    )
  }
  return (
    <Frame>
      <PageHead>{t('review:heading')}</PageHead>
      <p className="lead">{t('review:lead')}</p>
      <div role="status">
        {state.is === 'reading' && (
          <ReadingLine
            {...(state.count > 1 && {
              text: t('review:readingMany', { done: state.done, count: state.count }),
            })}
            onCancel={() => {
              stop()
              setState({ is: 'idle' })
            }}
          />
        )}
        {state.is === 'gone' && <p>{t('review:gone')}</p>}
        {state.is === 'refused' && <FileProblemText problem={state.error} name={state.name} />}
      </div>
      {state.is === 'locked' && (
        <LockedFile
          name={state.name}
          lock={state.lock}
          onOpened={(opened) => void opening.beside(opened).then((other) => show(opened, other))}
          onProblem={(error) => setState({ is: 'refused', error, name: state.name })}
        />
      )}
      <FileChooser
        label={t('review:choose')}
        hint={t('review:accepts')}
        button={t('inbox:files')}
        also={t('inbox:drop')}
        multiple
        onFiles={(files) => void choose(files)}
      />
      <p>
        <Link to="/inbox">{t('inbox:link')}</Link>
      </p>
      <p className="hint">{t('review:ownHint')}</p>
    </Frame>
  )
}

interface CompareNoticeProps {
  notCompared: NotCompared
  onOpened: (opened: OpenedFile) => void
  onRefused: (notCompared: NotCompared) => void
}

function CompareNotice({ notCompared, onOpened, onRefused }: CompareNoticeProps) {
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
  const { is, opened, other } = notCompared
  const names = { a: caseName(opened.file), b: caseName(other.file) }
  return (
    <div role="status">
      <Banner kind={is === 'same' ? 'information' : 'warning'}>
        <p>{is === 'same' ? t('changes:none') : t('changes:otherCase', names)}</p>
      </Banner>
    </div>
  )
}
