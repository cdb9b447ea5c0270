import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router-dom'
import { digestOf } from '../../domain/case/canonicalJson.ts'
import type { Case } from '../../domain/case/case.ts'
import type { Lock } from '../../domain/case/encryptedFile.ts'
import { caseFromFile, copyContent } from '../../domain/case/writeCaseFile.ts'
import { receivedCase } from '../../domain/inbox/receivedCase.ts'
import type { ReadReply } from '../../domain/reply/readReply.ts'
import type { FileBytes } from '../../exchange/caseFileBytes.ts'
import type { OpenedFile } from '../../exchange/importCase.ts'
import { sha256 } from '../../exchange/sha256.ts'
import { FileFaults } from '../../files/FileFaults.tsx'
import { FileProblemText, LockedFile } from '../../files/FileNotOpened.tsx'
import { keepFiles } from '../../files/filesOfCase.ts'
import { type FileProblem, openFile } from '../../files/openFile.ts'
import { ReadingLine } from '../../frame/LoadingStatus.tsx'
import type { LoadedCase } from '../../platform/storedCase.ts'
import { deskOf } from '../../store/inboxStore.ts'
import { useServices } from '../../store/session.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useNewest } from '../../ui/useNewest.ts'
import { caseAddress } from '../../wizard/addresses.ts'
import { copyOf, keepAsOwnCase } from '../openCase/copyOfCase.ts'
import { type JustOpened, placeReply } from '../reply/placeReply.ts'
import { OpenAnyway, SameCase, WhoseFile } from './OwnFileChoices.tsx'

type State =
  | { is: 'idle' | 'reading' | 'newer' | 'notKept' }
  | { is: 'refused'; error: FileProblem; name: string }
  | { is: 'locked'; lock: Lock; name: string }
  /** A reply that was not placed. */
  | { is: 'reply'; why: 'notHere' | 'notKept' | 'full' }
  | { is: 'faulty' | 'handedOver'; opened: OpenedFile }
  | { is: 'same'; opened: OpenedFile; mine: LoadedCase | null }

/** Opens a file as one's own case. Nothing that is here already is changed before a choice is made. */
export function OpenOwnFile({ file }: { file: File }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const services = useServices()
  const { storage, clock, newId, preferences } = services
  const [state, setState] = useState<State>({ is: 'idle' })

  const keepAs = async (current: Case, saveNo: number, files: FileBytes) => {
    // Files first: a case never names what was not kept.
    if (!(await keepFiles(services, current.id, files))) return setState({ is: 'notKept' })
    const kept = { case: current, place: null, lastCopyAt: null, removed: [] }
    const saved = await storage.save(kept, saveNo, clock.now())
    if (!saved.ok) return setState({ is: 'notKept' })
    preferences.set('cases', 'some')
    navigate(caseAddress(current.id))
  }
  const keepAsMine = (opened: OpenedFile) => keepAs(caseFromFile(opened.file), 0, opened.files)
  const readOnly = async (opened: OpenedFile) => {
    const desk = deskOf(services)
    const [interview] = await Promise.all([services.interview(), desk.load()])
    await desk.add([{ summary: receivedCase(interview, opened, file.name), file }], [])
    navigate('/review', { state: { caseId: opened.file.caseId, digest: opened.digest } })
  }
  const take = async (opened: OpenedFile, signal?: AbortSignal) => {
    if (opened.newer !== null) return setState({ is: 'newer' })
    const mine = await storage.load(opened.file.caseId)
    if (signal?.aborted) return
    if (!mine.ok && mine.reason === 'failed') return setState({ is: 'notKept' })
    if (mine.ok || mine.reason !== 'missing')
      return setState({ is: 'same', opened, mine: mine.ok ? mine.loaded : null })
    if (opened.file.purpose === 'handover') return setState({ is: 'handedOver', opened })
    // From here on it is kept, which cannot be cancelled.
    setState({ is: 'idle' })
    await keepAsMine(opened)
  }
  /** Faults are listed before anything is kept. */
  const takeUnlessFaulty = async (opened: OpenedFile, signal?: AbortSignal) => {
    const { unchanged, troubles, rescued, removed } = opened
    const isAsMade = unchanged && troubles.length === 0 && !rescued && !removed
    if (isAsMade || opened.newer !== null) await take(opened, signal)
    else setState({ is: 'faulty', opened })
  }
  const takeReply = async (reply: ReadReply) => {
    const placed = await placeReply(services, reply)
    if (placed.is === 'placed' || placed.is === 'again')
      navigate(caseAddress(placed.caseId, 'reply'), { state: { just: placed } satisfies JustOpened })
    else setState({ is: 'reply', why: placed.is })
  }
  const takeOver = (opened: OpenedFile, mine: LoadedCase) => async () => {
    // Mine first: when the second save fails, both versions are still there.
    if ((await keepAsOwnCase(services, mine)) === null) return setState({ is: 'notKept' })
    await keepAs(caseFromFile(opened.file), mine.saveNo, opened.files)
  }

  const { begin, stop } = useNewest()
  const read = async (chosen: File) => {
    const signal = begin()
    setState({ is: 'reading' })
    const outcome = await openFile(chosen, signal)
    if (signal.aborted) return
    if (outcome.is === 'reply') await takeReply(outcome.read)
    else if (outcome.is === 'case') await takeUnlessFaulty(outcome.opened, signal)
    else setState({ ...outcome, name: chosen.name })
  }
  // Each chosen file is read once, even if effects run twice.
  const begun = useRef<File | null>(null)
  useEffect(
    () => () => {
      begun.current = null
    },
    [],
  )
  useEffect(() => {
    if (begun.current === file) return
    begun.current = file
    void read(file)
  })
  const cancel = () => {
    stop()
    setState({ is: 'idle' })
  }
  return (
    <>
      <div role="status">
        {state.is === 'reading' && <ReadingLine onCancel={cancel} />}
        {state.is === 'refused' && <FileProblemText problem={state.error} name={state.name} />}
        {state.is === 'notKept' && <Banner kind="problem">{t('start:notKept')}</Banner>}
        {state.is === 'reply' && <Banner kind="warning">{t(`reply:own.${state.why}`)}</Banner>}
        {state.is === 'newer' && <Banner kind="warning">{t('start:readOnly')}</Banner>}
        {state.is === 'faulty' && <FileFaults opened={state.opened} advice={t('start:changedOwn')} />}
      </div>
      {state.is === 'faulty' && <OpenAnyway onOpen={() => void take(state.opened)} />}
      {state.is === 'handedOver' && (
        <WhoseFile onOwn={() => void keepAsMine(state.opened)} onRead={() => void readOnly(state.opened)} />
      )}
      {state.is === 'locked' && (
        <LockedFile
          name={state.name}
          lock={state.lock}
          onOpened={(opened) => void takeUnlessFaulty(opened)}
          onProblem={(error) => setState({ is: 'refused', error, name: state.name })}
        />
      )}
      {state.is === 'same' && (
        <SameCase
          isIdentical={
            state.mine !== null &&
            digestOf(state.opened.file, sha256) === digestOf(copyContent(state.mine.case), sha256)
          }
          onContinue={state.mine === null ? null : takeOver(state.opened, state.mine)}
          onNew={() => void keepAs(copyOf(caseFromFile(state.opened.file), newId), 0, state.opened.files)}
          onKeep={() => navigate(caseAddress(state.opened.file.caseId))}
        />
      )}
    </>
  )
}
