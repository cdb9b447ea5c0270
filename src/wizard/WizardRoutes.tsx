import { type ReactNode, useEffect } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router-dom'
import { findRow } from '../domain/case/address.ts'
import { askedOn } from '../domain/interview/askedQuestions.ts'
import { findList, findPage, neighbour } from '../domain/interview/interviewPages.ts'
import type { Part, Step } from '../domain/interview/question.ts'
import { lazyComponent } from '../i18n/lazyComponent.tsx'
import { stepTitle } from '../i18n/questionWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../store/openCaseContext.tsx'
import { useServices } from '../store/session.tsx'
import { caseAddress } from './addresses.ts'
import { QuestionPage } from './QuestionPage.tsx'

// Fetched while the user reads the first pages of questions, which come before any list.
const ListPage = lazyComponent(async () => (await import('./listPages.ts')).ListPage)
const RowPage = lazyComponent(async () => (await import('./listPages.ts')).RowPage)

export const loadLists = () => Promise.all([ListPage.load(), RowPage.load()])

/** Remembers the open page, so that the case is opened there the next time. */
function useVisit() {
  const { store } = useOpened()
  const { pathname } = useLocation()
  useEffect(() => store.getState().visit(pathname), [store, pathname])
}

function StepPage({ part, step }: { part: Part; step: Step }) {
  const words = useWords()
  const { interview } = useServices()
  const { store } = useOpened()
  const navigate = useNavigate()
  const caseId = useOpenCase((state) => state.case.id)
  const previous = useOpenCase((state) => neighbour(interview, state.case.answers, step.id, -1))
  return (
    <QuestionPage
      part={part.id}
      heading={stepTitle(words, step.id)}
      back={caseAddress(caseId, previous ?? undefined)}
      asked={(answers) => askedOn(step, answers)}
      onContinue={() => {
        const next = neighbour(interview, store.getState().case.answers, step.id, 1)
        navigate(caseAddress(caseId, next ?? 'check'))
      }}
    />
  )
}

/** `#/case/:id/:area/:step`: a page of questions, or a list. `otherwise` is shown if there is no such page. */
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
