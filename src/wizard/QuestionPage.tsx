import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { isWritten } from '../domain/case/answer.ts'
import type { Answers } from '../domain/case/answers.ts'
import type { Asked } from '../domain/interview/askedQuestions.ts'
import type { Question } from '../domain/interview/question.ts'
import { lazyComponent } from '../i18n/lazyComponent.tsx'
import { useWords } from '../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../store/openCaseContext.tsx'
import { useServices } from '../store/session.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { focusOn } from '../ui/focus.ts'
import { Optional } from '../ui/Optional.tsx'
import { dispatchAutofill, syncBeforeLeaving } from '../ui/syncAutofill.ts'
import { useOnce } from '../ui/useOnce.ts'
import { PageShell, type PageShellProps } from './PageShell.tsx'
import { ProblemSummary } from './Problems.tsx'
import { QuestionField, WhyWeAsk } from './QuestionField.tsx'
import { useCameFrom } from './useCameFrom.ts'
import { useQuestions } from './useQuestions.ts'

const AskedAtField = lazyComponent(async () => (await import('./AskedAtField.tsx')).AskedAtField, 'account')

interface QuestionPageProps extends Pick<PageShellProps, 'part' | 'heading' | 'row' | 'back'> {
  asked: (answers: Answers) => readonly Asked[]
  /** Above the questions, and below them. */
  above?: ReactNode
  below?: ReactNode
  /** Before the button that goes on, which is then the quieter one. */
  first?: ReactNode
  onContinue: () => void
  /** On the last page of a row. */
  save?: { text: string; addText: string; onSaveAndAdd: () => void } | undefined
}

/** The questions of one step, or of one row. If another page led here for one answer, every way on leads back to it. */
export function QuestionPage({
  asked: askedIn,
  above,
  below,
  first,
  back,
  onContinue,
  save,
  ...shell
}: QuestionPageProps) {
  const words = useWords()
  const { preferences } = useServices()
  const { store } = useOpened()
  const [parameters] = useSearchParams()
  const { answers, language, replies } = useOpenCase((state) => state.case)
  const askedNow = () => askedIn(store.getState().case.answers)
  const { answer, problems, attempt, judge, notes, look } = useQuestions(askedNow, words)
  const asked = askedIn(answers)

  const landOn = parameters.get('at')
  const cameFrom = useCameFrom()
  const saves = cameFrom === null ? save : undefined
  useEffect(() => {
    if (landOn !== null) focusOn(landOn)
  }, [landOn])

  const form = useRef<HTMLFormElement>(null)
  const syncAutofill = () => {
    if (form.current !== null) dispatchAutofill(form.current)
  }
  // Autofilled values are stored before typed ones are read and saved.
  useEffect(() => syncBeforeLeaving(form.current), [])
  const goOn = () => (cameFrom === null ? onContinue() : cameFrom.goOn())
  // A second press does not continue twice.
  const ifFine = useOnce(async (next: () => void) => {
    const isFine = judge()
    if (isFine) next()
    return isFine
  })
  const submit = (event: { preventDefault: () => void }) => {
    event.preventDefault()
    syncAutofill()
    ifFine(goOn)
  }
  const field = (each: Asked) => (
    <QuestionField
      key={each.address}
      before={
        replies.length > 0 && (
          <Optional>
            <AskedAtField address={each.address} />
          </Optional>
        )
      }
      asked={each}
      {...{ words, answers, language, problems }}
      notes={notes.filter(({ about }) => about === each.address).map(({ text }) => text)}
      onAnswer={answer}
    />
  )
  const folded = asked.filter(isFolded)
  const isOfFolded = ({ at }: { at: string }) => folded.some(({ address }) => address === at.split(':')[0])
  const [isMoreOpen] = useState(() => folded.some(({ address, value }) => address === landOn || isWritten(value)))
  const hasHints = notes.some(({ isHint, about }) => isHint && asked.some(({ address }) => address === about))
  const areHintsOff = preferences.get('hints') === 'off'
  // A button that was pressed stays, also where there turns out to be no hint.
  const [wereHintsOff] = useState(areHintsOff)
  return (
    <PageShell {...shell} back={cameFrom?.back ?? back} hasProblems={problems.length > 0} takesFocus={landOn === null}>
      <form
        ref={form}
        noValidate
        // Before the next key: a render would clear autofilled fields that React has not seen.
        onFocus={syncAutofill}
        onBlur={look}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // The next page may begin in a field: a key that is held would leave that one, too.
          if (event.repeat && !(event.target instanceof HTMLTextAreaElement)) event.preventDefault()
          if (!event.repeat && (event.ctrlKey || event.metaKey)) submit(event)
        }}
        onSubmit={submit}
      >
        {problems.length > 0 && <ProblemSummary {...{ words, problems, asked, attempt }} onContinueAnyway={goOn} />}
        {above}
        {asked.filter((each) => !isFolded(each) && !isAside(each.question)).map(field)}
        {folded.length > 0 && (
          <Disclosure summary={words.translate('common:more')} isOpen={isMoreOpen || problems.some(isOfFolded)}>
            {folded.map(field)}
          </Disclosure>
        )}
        {below}
        {asked.filter(({ question }) => isAside(question)).map(field)}
        <WhyWeAsk words={words} asked={asked} />
        {(hasHints || areHintsOff || wereHintsOff) && (
          <p className="hint">
            <LinkButton
              onClick={() => {
                preferences.set('hints', areHintsOff ? 'on' : 'off')
                look()
              }}
            >
              {words.translate(areHintsOff ? 'common:hints.show' : 'common:hints.hide')}
            </LinkButton>
          </p>
        )}
        <div className="actions">
          {first}
          <button type="submit" className={first === undefined ? 'button' : 'button secondary'}>
            {saves?.text ?? words.translate('common:continue')}
          </button>
          {saves !== undefined && <Button onClick={() => ifFine(saves.onSaveAndAdd)}>{saves.addText}</Button>}
        </div>
      </form>
    </PageShell>
  )
}

/** Below the rows of a list. */
const isAside = ({ begins }: Question) => begins === 'today' || begins === 'no'

const isFolded = ({ question: { more }, row }: Asked) =>
  typeof more === 'function' ? row !== undefined && more(row) : more === true
