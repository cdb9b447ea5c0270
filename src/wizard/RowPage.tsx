import { useNavigate, useSearchParams } from 'react-router-dom'
import { findRow } from '../domain/case/address.ts'
import { nonBlank } from '../domain/case/answer.ts'
import type { AnyRow } from '../domain/case/answers.ts'
import { askedInRow } from '../domain/interview/askedQuestions.ts'
import type { List, Part, Step } from '../domain/interview/question.ts'
import { listWord, stepTitle } from '../i18n/questionWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../store/openCaseContext.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { OwnText } from '../ui/UserText.tsx'
import { caseAddress, rowAddress } from './addresses.ts'
import { PageShell } from './PageShell.tsx'
import { QuestionForm } from './QuestionForm.tsx'
import { useQuestions } from './useQuestions.ts'

interface RowPageProps {
  part: Part
  list: List
  row: AnyRow
  step: Step
}

/** One page of one row of a list. */
export function RowPage({ part, list, row, step }: RowPageProps) {
  const words = useWords()
  const announce = useAnnounce()
  const { store, keeper } = useOpened()
  const navigate = useNavigate()
  const [parameters] = useSearchParams()
  const answers = useOpenCase((state) => state.case.answers)
  const caseId = useOpenCase((state) => state.case.id)
  const language = useOpenCase((state) => state.case.language)
  const questions = useQuestions(() => {
    const now = store.getState().case.answers
    const current = findRow(now, list.path, row.id)
    return current === undefined ? [] : askedInRow(list, step, now, current)
  }, words)

  const fromCheck = parameters.get('from') === 'check'
  const landOn = parameters.get('at')
  const at = list.steps.indexOf(step)
  const previous = list.steps[at - 1]
  const next = list.steps[at + 1]
  const listPage = caseAddress(caseId, list.id)
  const check = caseAddress(caseId, 'check', landOn === null ? {} : { at: landOn })
  const name = nonBlank(row[list.title])
  const code = `${list.code}${row.code}`

  const saved = () => {
    announce(words.translate('common:rowAdded', { title: [code, name].filter(Boolean).join(' ') }))
    void keeper.flush()
  }
  const goOn = () => {
    if (fromCheck) return navigate(check)
    if (next !== undefined) return navigate(rowAddress(caseId, list, row.id, next.id))
    saved()
    navigate(listPage)
  }
  const saveAndAdd = async () => {
    if (!(await questions.judge())) return
    saved()
    const current = findRow(store.getState().case.answers, list.path, row.id)
    const kept = Object.fromEntries((list.keeps ?? []).map((field) => [field, current?.[field] ?? null]))
    const added = store.getState().addRow(list.path, kept)
    navigate(added === null ? listPage : rowAddress(caseId, list, added, list.steps[0]?.id ?? ''))
  }
  const isLast = next === undefined && !fromCheck
  return (
    <PageShell
      words={words}
      heading={stepTitle(words, step.id, list)}
      part={part.id}
      back={fromCheck ? check : previous === undefined ? listPage : rowAddress(caseId, list, row.id, previous.id)}
      hasProblems={questions.problems.length > 0}
      takesFocus={landOn === null}
      row={{
        code,
        name: name === null ? listWord(words, list, 'untitled') : <OwnText text={name} lang={language} />,
      }}
    >
      <QuestionForm
        asked={askedInRow(list, step, answers, row)}
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
            {isLast ? listWord(words, list, 'save') : words.translate('common:continue')}
          </button>
          {isLast && (
            <button type="button" className="button secondary" onClick={() => void saveAndAdd()}>
              {listWord(words, list, 'saveAndAdd')}
            </button>
          )}
          <button type="button" className="link-button" onClick={() => navigate(caseAddress(caseId))}>
            {words.translate('common:pause')}
          </button>
        </div>
      </QuestionForm>
    </PageShell>
  )
}
