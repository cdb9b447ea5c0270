import { type ReactNode, useEffect } from 'react'
import { useLocation, useParams } from 'react-router-dom'
import { findRow } from '../domain/case/address.ts'
import { findList, findPage } from '../domain/interview/interviewPages.ts'
import { lazyComponent } from '../i18n/lazyComponent.tsx'
import { useOpenCase, useOpened } from '../store/openCaseContext.tsx'
import { useServices } from '../store/session.tsx'
import { StepPage } from './StepPage.tsx'

// Lists come after several pages of questions, and are fetched while the first of those is read.
const ListPage = lazyComponent(async () => (await import('./listPages.ts')).ListPage)
const RowPage = lazyComponent(async () => (await import('./listPages.ts')).RowPage)

export const loadLists = () => Promise.all([ListPage.load(), RowPage.load()])

/** Remembers the page that is open, so that coming back leads there. */
function useVisit() {
  const { store } = useOpened()
  const { pathname } = useLocation()
  useEffect(() => store.getState().visit(pathname), [store, pathname])
}

/** `#/case/:id/:area/:step`: a page of questions, or a list. `otherwise` is shown where there is no such page. */
export function InterviewPage({ otherwise }: { otherwise: ReactNode }) {
  useVisit()
  useEffect(() => void loadLists().catch(() => {}), [])
  const { interview } = useServices()
  const { area, step } = useParams()
  const found = findPage(interview, `${area}/${step}`)
  if (found === undefined) return otherwise
  return found.list === undefined ? (
    <StepPage key={found.step.id} part={found.part} step={found.step} />
  ) : (
    <ListPage key={found.list.id} part={found.part} list={found.list} />
  )
}

/** `#/case/:id/:list/:rowId/:step`: a page of one row. */
export function InterviewRowPage({ otherwise }: { otherwise: ReactNode }) {
  useVisit()
  const { interview } = useServices()
  const { list: path = '', rowId = '', step: id } = useParams()
  const answers = useOpenCase((state) => state.case.answers)
  const found = findList(interview, path)
  const row = found === undefined ? undefined : findRow(answers, found.list.path, rowId)
  const step = found?.list.steps.find((other) => other.id === id)
  if (found === undefined || row === undefined || step === undefined) return otherwise
  return <RowPage key={`${row.id}/${step.id}`} part={found.part} list={found.list} row={row} step={step} />
}
