import { type SyntheticEvent, startTransition, useEffect, useState } from 'react'
import { Outlet, useParams } from 'react-router-dom'
import { Frame, Opening } from '../../frame/Frame.tsx'
import { lazyComponent } from '../../i18n/lazyComponent.tsx'
import { type CaseSession, caseSession, type Session } from '../../store/caseSession.ts'
import { OpenCaseProvider, useOpenCase } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { focusOn } from '../../ui/focus.ts'
import { SaveStatusLine, SaveTrouble } from './SaveStatus.tsx'

const CaseTrouble = lazyComponent(async () => (await import('./CaseTrouble.tsx')).CaseTrouble, 'later')

const fileTools = async () => (await import('./browserFileTools.ts')).fileTools

/** Everything under one case: opens it, and closes it when the person leaves. */
export function CaseLayout() {
  const { caseId = '' } = useParams()
  return <OneCase key={caseId} caseId={caseId} />
}

function OneCase({ caseId }: { caseId: string }) {
  const [opened, session] = useSession(caseId)
  if (opened.state === 'open' && session !== null) {
    return (
      <OpenCaseProvider opened={{ ...opened, session, fileTools }}>
        <Frame status={<SaveStatusLine />}>
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

/** The page of the address. Where this tab only reads, whatever would change something is off; links are not. */
function Content() {
  const isReading = useOpenCase(({ status }) => status.is === 'reading')
  // What is dropped or pasted asks no button: it leads to the reason instead.
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
    // What stands there stays until all of the next is there: nothing in between is drawn, and nothing waits for that.
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
