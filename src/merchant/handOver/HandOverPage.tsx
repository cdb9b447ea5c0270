import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asJson, type MadeFile, type PreparedHandOver, prepareHandOver } from '../../files/makeCaseFile.ts'
import { PageHead } from '../../frame/PageHead.tsx'
import { LANGUAGES, preferredLanguage } from '../../i18n/languages.ts'
import { wordsOf } from '../../i18n/wordsOf.ts'
import { download } from '../../platform/files.ts'
import { handOver } from '../../store/openCase.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { useInterview, useServices } from '../../store/session.tsx'
import { useNote } from '../../store/useNote.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { caseAddress } from '../../wizard/addresses.ts'
import { BeforeHandOver } from './BeforeHandOver.tsx'
import { HandedOver, type Wrapping } from './HandedOver.tsx'

type State =
  | { is: 'before'; downloaded?: string }
  | { is: 'working'; share: number }
  | { is: 'ready'; made: MadeFile; wrapping: Wrapping; passphrase: string }
  | { is: 'broken' }

/** A hand-over is always possible; the file says what is open. */
export function HandOverPage() {
  const { t, i18n } = useTranslation()
  const announce = useAnnounce()
  const { store, keeper } = useOpened()
  const id = useOpenCase((state) => state.case.id)
  const interview = useInterview()
  const { storage, clock } = useServices()
  const [state, setState] = useState<State>({ is: 'before' })
  const chosen = useNote(id, 'sheetLanguage')
  const [leftOut, setLeftOut] = useState<readonly string[]>([])
  const cancelling = useRef(new AbortController())
  const language = preferredLanguage([chosen.text ?? '', i18n.language])

  useEffect(() => () => cancelling.current.abort(), [])

  const broken = () => {
    setState({ is: 'broken' })
    announce(t('common:download.broken'), 'assertive')
  }
  /** Tells of any failure, also of a script that can no longer be fetched. */
  const run = async (work: (signal: AbortSignal) => Promise<boolean>) => {
    cancelling.current = new AbortController()
    const { signal } = cancelling.current
    setState({ is: 'working', share: 0 })
    const isMade = await work(signal).catch(() => false)
    if (!isMade && !signal.aborted) broken()
  }
  const prepared = () => prepareHandOver(store.getState().case, { interview, storage, today: clock.today() }, leftOut)
  const jobOf = async (from: PreparedHandOver, signal: AbortSignal) => ({
    prepared: from,
    interview,
    words: await wordsOf(i18n, language),
    now: clock.now(),
    signal,
    onProgress: (share: number) => {
      if (!signal.aborted) setState({ is: 'working', share })
    },
  })
  const make = (wrapping: Wrapping, passphrase = '') =>
    run(async (signal) => {
      await keeper.flush()
      const made = await wrapped(wrapping, await prepared(), passphrase, signal)
      if (made === null || signal.aborted) return false
      if (!handOver(store, made.next)) return false
      // The whole case is in the file.
      if (made.file.leftOut.length === 0) store.getState().copyDownloaded()
      download(made.bytes, made.name)
      setState({ is: 'ready', made, wrapping, passphrase })
      await keeper.flush()
      return true
    })
  /** Nothing is handed over by a version without the case inside. */
  const makeVersion = (version: 'reading' | 'partner') =>
    run(async (signal) => {
      const makers = await import('./makePdf.ts')
      const made = await makers.makeVersion(await jobOf(await prepared(), signal), version)
      if (made === null || signal.aborted) return false
      download(made.bytes, made.name)
      setState({ is: 'before', downloaded: made.name })
      return true
    })
  const wrapped = async (
    wrapping: Wrapping,
    from: PreparedHandOver,
    passphrase: string,
    signal: AbortSignal,
  ): Promise<MadeFile | null> => {
    if (wrapping === 'json') return asJson(from)
    const makers = await import('./makePdf.ts')
    const job = await jobOf(from, signal)
    const made =
      wrapping === 'locked'
        ? await makers.makeLocked(job, passphrase)
        : await makers.makeHandOver(job, await Promise.all(LANGUAGES.map((each) => wordsOf(i18n, each.id))))
    return made && { ...from, ...made }
  }
  const heading = state.is === 'ready' ? t('handOver:ready') : t('handOver:heading')
  return (
    <>
      <PageHead key={heading} back={caseAddress(id, 'check')}>
        {heading}
      </PageHead>
      {state.is === 'broken' && <Banner kind="problem">{t('common:download.broken')}</Banner>}
      {state.is === 'ready' ? (
        <HandedOver
          made={state.made}
          wrapping={state.wrapping}
          passphrase={state.passphrase}
          language={language}
          onAgain={() => setState({ is: 'before' })}
          onPlain={() => void make('json')}
        />
      ) : (
        <BeforeHandOver
          working={state.is === 'working' ? state.share : null}
          language={language}
          onLanguage={chosen.write}
          leftOut={leftOut}
          onLeaveOut={setLeftOut}
          onMake={(wrapping, passphrase) => void make(wrapping, passphrase)}
          onVersion={(version) => void makeVersion(version)}
          downloaded={state.is === 'before' ? (state.downloaded ?? null) : null}
          onCancel={() => {
            cancelling.current.abort()
            setState({ is: 'before' })
          }}
        />
      )}
    </>
  )
}
