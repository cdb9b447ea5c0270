import { lazy, useCallback, useEffect, useState } from 'react'
import { Outlet, useParams } from 'react-router-dom'
import type { LoadResult } from '../platform/storedCase.ts'
import { casesClosed, type Keeper, keepSaved } from '../store/keepSaved.ts'
import { createOpenCase, type OpenCaseStore } from '../store/openCase.ts'
import { OpenCaseProvider } from '../store/openCaseContext.tsx'
import { useServices } from '../store/session.tsx'
import { Frame, Opening } from './Frame.tsx'
import { SaveStatusLine, SaveTrouble } from './SaveStatus.tsx'

const NoCase = lazy(() => import('./CaseTrouble.tsx').then((file) => ({ default: file.NoCase })))
const Unreadable = lazy(() => import('./CaseTrouble.tsx').then((file) => ({ default: file.Unreadable })))

const fileTools = async () => (await import('./evidence/fileTools.ts')).fileTools

type Opened =
  | { state: 'opening' }
  | { state: 'open'; store: OpenCaseStore; keeper: Keeper }
  | { state: 'missing' }
  | { state: 'unreadable'; stored: unknown }

/** Everything under one case: reads it, keeps it saved, and closes it when the person leaves. */
export function CaseLayout() {
  const { caseId = '' } = useParams()
  return <OneCase key={caseId} caseId={caseId} />
}

function OneCase({ caseId }: { caseId: string }) {
  const opened = useCaseOpened(caseId)
  if (opened.state === 'open') {
    return (
      <OpenCaseProvider opened={{ ...opened, fileTools }}>
        <Frame status={<SaveStatusLine />}>
          <SaveTrouble />
          <Outlet />
        </Frame>
      </OpenCaseProvider>
    )
  }
  return (
    <Frame>
      {opened.state === 'opening' && <Opening />}
      {opened.state === 'missing' && <NoCase />}
      {opened.state === 'unreadable' && <Unreadable stored={opened.stored} />}
    </Frame>
  )
}

function useCaseOpened(caseId: string): Opened {
  const services = useServices()
  const [opened, setOpened] = useState<Opened>({ state: 'opening' })

  const open = useCallback(
    (result: LoadResult): Opened => {
      if (!result.ok) {
        return result.reason === 'missing'
          ? { state: 'missing' }
          : { state: 'unreadable', stored: result.stored }
      }
      const { storage, clock } = services
      void storage.sweep(clock.now())
      const store = createOpenCase(result.loaded, storage.keeps, services)
      // Only a clean load gets here, so nothing is ever saved over a case that could not be read.
      return { state: 'open', store, keeper: keepSaved(store, storage, clock, result.loaded.saveNo) }
    },
    [services],
  )

  useEffect(() => {
    let left = false
    let keeper: Keeper | null = null
    const failed = (): LoadResult => ({ ok: false, reason: 'unreadable', stored: null })
    void casesClosed()
      .then(() => services.storage.load(caseId))
      .catch(failed)
      .then((result) => {
        if (left) return
        const next = open(result)
        if (next.state === 'open') keeper = next.keeper
        setOpened(next)
      })
    const flush = () => keeper?.flushUrgently()
    const whenHidden = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    const saveKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      void keeper?.flush()
    }
    document.addEventListener('visibilitychange', whenHidden)
    window.addEventListener('pagehide', flush)
    window.addEventListener('keydown', saveKey)
    return () => {
      left = true
      document.removeEventListener('visibilitychange', whenHidden)
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('keydown', saveKey)
      void keeper?.stop()
    }
  }, [caseId, services, open])

  return opened
}
