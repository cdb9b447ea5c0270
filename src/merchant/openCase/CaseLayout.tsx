import { type ReactNode, type SyntheticEvent, startTransition, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useParams } from 'react-router-dom'
import { Frame, Opening } from '../../frame/Frame.tsx'
import { lazyComponent } from '../../i18n/lazyComponent.tsx'
import { type CaseSession, caseSession, type Session } from '../../store/caseSession.ts'
import { OpenCaseProvider, useOpenCase } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { focusOn } from '../../ui/focus.ts'
import { Optional } from '../../ui/Optional.tsx'

const CaseTrouble = lazyComponent(async () => (await import('./CaseTrouble.tsx')).CaseTrouble, 'later')
const SaveBanner = lazyComponent(async () => (await import('./SaveBanner.tsx')).SaveBanner, 'later')

const fileTools = async () => (await import('./browserFileTools.ts')).fileTools

export function CaseLayout() {
  const { caseId = '' } = useParams()
  return <OneCase key={caseId} caseId={caseId} />
}

/**
 * Opens the case, and closes it when the user leaves.
 * @param note says of the example that it is one; nothing of it is kept
 */
export function OneCase({ caseId, note }: { caseId: string; note?: ReactNode }) {
  const [opened, session] = useSession(caseId)
  if (opened.state === 'open' && session !== null) {
    return (
      <OpenCaseProvider opened={{ ...opened, session, fileTools }}>
        <Frame status={note === undefined && <SaveStatusLine />}>
          {note}
          <SaveTrouble />
          <Content />
        </Frame>
      </OpenCaseProvider>
    )
  }
  return (
    <Frame>
      {opened.state === 'opening' || opened.state === 'open' ? <Opening /> : <CaseTrouble trouble={opened} />}
    </Frame>
  )
}

/** If this tab is read-only, everything that changes the case is disabled; links are not. */
function Content() {
  const isReading = useOpenCase(({ status }) => status.is === 'reading')
  // A fieldset does not disable dropping and pasting: these lead to the reason instead.
  const refuse = (event: SyntheticEvent) => {
    if (!isReading) return
    event.preventDefault()
    event.stopPropagation()
    if (event.type !== 'dragover') focusOn('reading')
  }
  const off = { onDragOverCapture: refuse, onDropCapture: refuse, onPasteCapture: refuse }
  return (
    <fieldset className="whole" role="presentation" disabled={isReading} {...off}>
      <Outlet />
    </fieldset>
  )
}

function useSession(caseId: string): readonly [Session, CaseSession | null] {
  const services = useServices()
  const [opened, setOpened] = useState<Session>({ state: 'opening' })
  const [session, setSession] = useState<CaseSession | null>(null)
  useEffect(() => {
    // The page before stays until the next one is complete.
    const show = (next: Session) => startTransition(() => setOpened(next))
    const own = caseSession(caseId, services, show, (kept) =>
      import('./copyOfCase.ts').then(({ keepAsOwnCase: keepCopy }) => keepCopy(services, kept)).catch(() => null),
    )
    setSession(own)
    const saveKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      own.flush()
    }
    window.addEventListener('keydown', saveKey)
    return () => {
      window.removeEventListener('keydown', saveKey)
      own.close()
    }
  }, [caseId, services])
  return [opened, session]
}

/** Not announced while all is well: it changes with every pause in typing. */
function SaveStatusLine() {
  const { t } = useTranslation()
  const status = useOpenCase((state) => state.status)
  return (
    <span className="status">
      <span className="on-wide">{t(`common:save.${status.is}`)}</span>
      <span className="on-narrow" aria-hidden="true">
        {t(`common:save.short.${status.is}`)}
      </span>
    </span>
  )
}

/** Stays after the first trouble, to say when all is well again. */
function SaveTrouble() {
  const inTrouble = useOpenCase(
    ({ status, notice }) => (status.is !== 'saved' && status.is !== 'saving') || notice !== null,
  )
  const [everInTrouble, setEver] = useState(inTrouble)
  if (inTrouble && !everInTrouble) setEver(true)
  return <Optional>{everInTrouble && <SaveBanner />}</Optional>
}
