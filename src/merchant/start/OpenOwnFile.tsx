import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router-dom'
import { digestOf } from '../../domain/case/canonicalJson.ts'
import type { Case } from '../../domain/case/case.ts'
import type { Lock } from '../../domain/case/encryptedFile.ts'
import { caseFromFile, copyContent } from '../../domain/case/writeCaseFile.ts'
import type { ReadReply } from '../../domain/reply/readReply.ts'
import type { FileBytes } from '../../exchange/caseFileBytes.ts'
import type { OpenedFile } from '../../exchange/importCase.ts'
import { sha256 } from '../../exchange/sha256.ts'
import { FileProblemText } from '../../files/FileProblemText.tsx'
import { keepFiles } from '../../files/filesOfCase.ts'
import { LockedFile } from '../../files/LockedFile.tsx'
import { type FileProblem, openFile } from '../../files/openFile.ts'
import { ReadingLine } from '../../frame/LoadingStatus.tsx'
import type { LoadedCase } from '../../platform/storedCase.ts'
import { useServices } from '../../store/session.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { useOnce } from '../../ui/useOnce.ts'
import { caseAddress } from '../../wizard/addresses.ts'
import { copyOf, keepAsOwnCase } from '../openCase/copyOfCase.ts'
import { type JustOpened, placeReply } from '../reply/placeReply.ts'
import { FaultyFile } from './DamagedFile.tsx'

type State =
  | { is: 'idle' | 'reading' }
  | { is: 'refused'; error: FileProblem; name: string }
  | { is: 'locked'; lock: Lock; name: string }
  | { is: 'newer' }
  | { is: 'notKept' }
  /** It is a reply, and was not placed. */
  | { is: 'reply'; why: 'notHere' | 'notKept' | 'full' }
  /** Something in it is missing, damaged or changed; it is opened when that has been read. */
  | { is: 'faulty'; opened: OpenedFile }
  | { is: 'same'; opened: OpenedFile; mine: LoadedCase | null }

/** Opens a file as one's own case. Nothing that is here already is touched before a choice is made. */
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
  // Each file that is chosen is read once, also where effects run twice.
  const begun = useRef<File | null>(null)
  const take = async (opened: OpenedFile, signal?: AbortSignal) => {
    if (opened.newer !== null) return setState({ is: 'newer' })
    const mine = await storage.load(opened.file.caseId)
    if (signal?.aborted) return
    // From here on it is kept, which is not given up halfway.
    setState({ is: 'idle' })
    if (!mine.ok && mine.reason === 'missing') return keepAs(caseFromFile(opened.file), 0, opened.files)
    setState({ is: 'same', opened, mine: mine.ok ? mine.loaded : null })
  }
  /** A reply is placed in its case, and leads there. */
  const takeReply = async (reply: ReadReply) => {
    const placed = await placeReply(services, reply)
    if (placed.is === 'placed' || placed.is === 'again')
      navigate(caseAddress(placed.caseId, 'reply'), { state: { just: placed } satisfies JustOpened })
    else setState({ is: 'reply', why: placed.is })
  }
  const reading = useRef<AbortController | null>(null)
  const read = async (chosen: File) => {
    reading.current?.abort()
    const own = new AbortController()
    reading.current = own
    setState({ is: 'reading' })
    const outcome = await openFile(chosen, own.signal)
    // It was given up, or another file has been chosen meanwhile.
    if (own.signal.aborted) return
    if (outcome.is === 'reply') await takeReply(outcome.read)
    else if (outcome.is === 'case') await look(outcome.opened, own.signal)
    else setState({ ...outcome, name: chosen.name })
  }
  /** Whatever is not as it was made is said before anything is kept of it. */
  const look = async (opened: OpenedFile, signal?: AbortSignal) => {
    const { unchanged, troubles, rescued, removed } = opened
    const isAsMade = unchanged && troubles.length === 0 && !rescued && !removed
    if (isAsMade || opened.newer !== null) await take(opened, signal)
    else setState({ is: 'faulty', opened })
  }
  useEffect(
    () => () => {
      reading.current?.abort()
      begun.current = null
    },
    [],
  )
  useEffect(() => {
    if (begun.current === file) return
    begun.current = file
    void read(file)
  })
  const takeFile = async ({ file: theirs, files }: OpenedFile, mine: LoadedCase) => {
    // Mine first: when the second save fails, both versions are still there.
    if ((await keepAsOwnCase(services, mine)) === null) return setState({ is: 'notKept' })
    await keepAs(caseFromFile(theirs), mine.saveNo, files)
  }
  return (
    <>
      <div role="status">
        {state.is === 'reading' && (
          <ReadingLine
            onCancel={() => {
              reading.current?.abort()
              setState({ is: 'idle' })
            }}
          />
        )}
        {state.is === 'refused' && <FileProblemText problem={state.error} name={state.name} />}
        {state.is === 'notKept' && <Banner kind="problem">{t('start:notKept')}</Banner>}
        {state.is === 'reply' && <Banner kind="warning">{t(`reply:own.${state.why}`)}</Banner>}
        {state.is === 'newer' && <Banner kind="warning">{t('start:readOnly')}</Banner>}
      </div>
      {state.is === 'faulty' && <FaultyFile opened={state.opened} onOpen={() => void take(state.opened)} />}
      {state.is === 'locked' && (
        <LockedFile
          name={state.name}
          lock={state.lock}
          onOpened={(opened) => void look(opened)}
          onProblem={(error) => setState({ is: 'refused', error, name: state.name })}
        />
      )}
      {state.is === 'same' && (
        <SameCase
          identical={
            state.mine !== null &&
            digestOf(state.opened.file, sha256) === digestOf(copyContent(state.mine.case), sha256)
          }
          onContinue={state.mine === null ? null : () => void takeFile(state.opened, state.mine as LoadedCase)}
          onNew={() => void keepAs(copyOf(caseFromFile(state.opened.file), newId), 0, state.opened.files)}
          onKeep={() => navigate(caseAddress(state.opened.file.caseId))}
        />
      )}
    </>
  )
}

interface SameCaseProps {
  identical: boolean
  /** Null where one's own version cannot be read, and so cannot be kept beside. */
  onContinue: (() => void) | null
  onNew: () => void
  onKeep: () => void
}

function SameCase({ identical, onContinue, onNew, onKeep }: SameCaseProps) {
  const { t } = useTranslation()
  // Whatever comes of it, these choices are over.
  const once = useOnce(async (choose: () => void) => {
    choose()
    return true
  })
  const choice = (text: string, hint: string, onChoose: () => void) => (
    <p>
      <LinkButton onClick={() => once(onChoose)}>{text}</LinkButton>
      <br />
      <span className="hint">{hint}</span>
    </p>
  )
  return (
    <Banner kind="information">
      <h2 className="banner-heading">{t('start:same.heading')}</h2>
      <p>
        {t('start:same.text')} {identical && t('start:same.identical')}
      </p>
      {onContinue !== null && choice(t('start:same.continue'), t('start:same.continueHint'), onContinue)}
      {choice(t('start:same.asNew'), t('start:same.asNewHint'), onNew)}
      {choice(t('start:same.keep'), t('start:same.keepHint'), onKeep)}
    </Banner>
  )
}
