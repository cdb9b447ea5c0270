import { type KeyboardEvent, type ReactNode, Suspense, useEffect, useRef } from 'react'
import type { Answers } from '../domain/case/answers.ts'
import type { Asked } from '../domain/interview/askedQuestions.ts'
import { lazyComponent } from '../i18n/lazyComponent.tsx'
import type { Words } from '../i18n/useWords.ts'
import { useOpenCase } from '../store/openCaseContext.tsx'
import { useServices } from '../store/session.tsx'
import { focusOn } from '../ui/focus.ts'
import { dispatchAutofill, hearBeforeLeaving } from '../ui/syncAutofill.ts'
import { ProblemSummary } from './loadParsers.ts'
import { QuestionField } from './QuestionField.tsx'
import type { Questions } from './useQuestions.ts'
import { WhyWeAsk } from './WhyWeAsk.tsx'

/** What account managers have asked comes where a case has replies. */
const AskedAtField = lazyComponent(async () => (await import('./AskedAtField.tsx')).AskedAtField, 'account')

interface QuestionFormProps {
  asked: readonly Asked[]
  answers: Answers
  language: string
  words: Words
  questions: Questions
  /** The answer to land on, if the page was opened for one. */
  landOn: string | null
  onContinue: () => void
  onContinueAnyway: () => void
  children: ReactNode
}

/** Advice can be turned off where it stands, and on again. */
function HintSwitch({ words, hasHints, onSwitch }: { words: Words; hasHints: boolean; onSwitch: () => void }) {
  const { preferences } = useServices()
  const isOff = preferences.get('hints') === 'off'
  if (!hasHints && !isOff) return null
  return (
    <p className="hint">
      <button
        type="button"
        className="link-button"
        onClick={() => {
          preferences.set('hints', isOff ? 'on' : 'off')
          onSwitch()
        }}
      >
        {words.translate(isOff ? 'common:hints.show' : 'common:hints.hide')}
      </button>
    </p>
  )
}

/** The questions of one page with what needs a second look above them. The buttons are the caller's. */
export function QuestionForm(props: QuestionFormProps) {
  const { asked, answers, language, words, questions, landOn, onContinueAnyway, children } = props
  const { problems, attempt, notes } = questions
  const hasReplies = useOpenCase((state) => state.case.replies.length > 0)

  useEffect(() => {
    if (landOn !== null) focusOn(landOn)
  }, [landOn])

  const form = useRef<HTMLFormElement>(null)
  const hearAll = () => {
    if (form.current !== null) dispatchAutofill(form.current)
  }
  // What a program has filled in is taken down before what was typed is read and saved.
  useEffect(() => hearBeforeLeaving(form.current), [])
  const onContinue = () => {
    hearAll()
    props.onContinue()
  }
  const continueByKeyboard = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onContinue()
    }
  }
  return (
    <form
      ref={form}
      noValidate
      // Before the next key: a page that draws itself anew would empty what it does not know of.
      onFocus={hearAll}
      onBlur={questions.look}
      onKeyDown={continueByKeyboard}
      // The second press of a double click is meant for the page that has gone.
      onClick={(event) => {
        const isButton = event.target instanceof HTMLButtonElement && event.target.type === 'submit'
        if (isButton && event.detail > 1) event.preventDefault()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        onContinue()
      }}
    >
      {problems.length > 0 && <ProblemSummary {...{ words, problems, asked, attempt, onContinueAnyway }} />}
      {asked.map((each) => (
        <QuestionField
          key={each.address}
          before={
            hasReplies && (
              <Suspense fallback={null}>
                <AskedAtField address={each.address} />
              </Suspense>
            )
          }
          asked={each}
          words={words}
          answers={answers}
          language={language}
          problems={problems}
          notes={notes.filter(({ about }) => about === each.address).map(({ text }) => text)}
          onAnswer={questions.answer}
        />
      ))}
      <WhyWeAsk words={words} asked={asked} />
      <HintSwitch words={words} hasHints={notes.some(({ isHint }) => isHint)} onSwitch={questions.look} />
      {children}
    </form>
  )
}
