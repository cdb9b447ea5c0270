import { useNavigate, useSearchParams } from 'react-router-dom'
import { askedOn } from '../domain/interview/askedQuestions.ts'
import { neighbour } from '../domain/interview/interviewPages.ts'
import type { Part, Step } from '../domain/interview/question.ts'
import { stepTitle } from '../i18n/questionWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../store/openCaseContext.tsx'
import { useServices } from '../store/session.tsx'
import { caseAddress } from './addresses.ts'
import { PageShell } from './PageShell.tsx'
import { QuestionForm } from './QuestionForm.tsx'
import { useQuestions } from './useQuestions.ts'

/** One page of questions. */
export function StepPage({ part, step }: { part: Part; step: Step }) {
  const words = useWords()
  const { interview } = useServices()
  const { store, keeper } = useOpened()
  const navigate = useNavigate()
  const [parameters] = useSearchParams()
  const answers = useOpenCase((state) => state.case.answers)
  const caseId = useOpenCase((state) => state.case.id)
  const language = useOpenCase((state) => state.case.language)
  const questions = useQuestions(() => askedOn(step, store.getState().case.answers), words)

  const fromCheck = parameters.get('from') === 'check'
  const landOn = parameters.get('at')
  const check = caseAddress(caseId, 'check', landOn === null ? {} : { at: landOn })
  const previous = neighbour(interview, answers, step.id, -1)

  const goOn = () => {
    const next = neighbour(interview, store.getState().case.answers, step.id, 1)
    navigate(fromCheck ? check : caseAddress(caseId, next ?? 'check'))
  }
  return (
    <PageShell
      words={words}
      heading={stepTitle(words, step.id)}
      part={part.id}
      back={fromCheck ? check : caseAddress(caseId, previous ?? undefined)}
      hasProblems={questions.problems.length > 0}
      takesFocus={landOn === null}
    >
      <QuestionForm
        asked={askedOn(step, answers)}
        answers={answers}
        language={language}
        words={words}
        questions={questions}
        landOn={landOn}
        onContinue={() => {
          void questions.judge().then((isFine) => {
            if (isFine) goOn()
          })
        }}
        onContinueAnyway={goOn}
      >
        <div className="actions">
          <button type="submit" className="button">
            {words.translate('common:continue')}
          </button>
          <button
            type="button"
            className="link-button"
            onClick={() => {
              navigate(caseAddress(caseId))
              void keeper.flush()
            }}
          >
            {words.translate('common:pause')}
          </button>
        </div>
      </QuestionForm>
    </PageShell>
  )
}
