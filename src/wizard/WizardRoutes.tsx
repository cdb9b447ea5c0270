import { type ReactNode, useEffect } from 'react'
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router-dom'
import { findRow } from '../domain/case/address.ts'
import { askedOn } from '../domain/interview/askedQuestions.ts'
import { findList, findPage, neighbour, pageAfter } from '../domain/interview/interviewPages.ts'
import type { Part, Step } from '../domain/interview/question.ts'
import { stepTitle } from '../i18n/questionWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../store/openCaseContext.tsx'
import { useInterview } from '../store/session.tsx'
import { caseAddress } from './addresses.ts'
import { ListPage } from './ListPage.tsx'
import { QuestionPage } from './QuestionPage.tsx'
import { RowPage } from './RowPage.tsx'

/** Remembers the open page, so that the case is opened there the next time. */
function useVisit() {
  const { store } = useOpened()
  const { pathname } = useLocation()
  useEffect(() => store.getState().visit(pathname), [store, pathname])
}

/** The answer that another page led here for; a page begins anew for each. */
const useLandOn = () => useSearchParams()[0].get('at') ?? ''

function StepPage({ part, step }: { part: Part; step: Step }) {
  const words = useWords()
  const interview = useInterview()
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
      onContinue={() => navigate(caseAddress(caseId, pageAfter(interview, store.getState().case.answers, step)))}
    />
  )
}

/** `#/case/:id/:area/:step`: a page of questions, or a list. `otherwise` is shown if there is no such page. */
export function InterviewPage({ otherwise }: { otherwise: ReactNode }) {
  useVisit()
  const at = useLandOn()
  const interview = useInterview()
  const { area, step } = useParams()
  const found = findPage(interview, `${area}/${step}`)
  if (found === undefined) return otherwise
  return found.list === undefined ? (
    <StepPage key={`${at} ${found.step.id}`} part={found.part} step={found.step} />
  ) : (
    <ListPage key={`${at} ${found.list.id}`} part={found.part} list={found.list} />
  )
}

/** `#/case/:id/:list/:rowId/:step`: a page of one row. */
export function InterviewRowPage({ otherwise }: { otherwise: ReactNode }) {
  useVisit()
  const at = useLandOn()
  const interview = useInterview()
  const { list: path = '', rowId = '', step: id } = useParams()
  const answers = useOpenCase((state) => state.case.answers)
  const found = findList(interview, path)
  const row = found === undefined ? undefined : findRow(answers, found.list.path, rowId)
  if (found === undefined || row === undefined || found.list.page.id !== id) return otherwise
  return <RowPage key={`${at} ${row.id}`} part={found.part} list={found.list} row={row} />
}
