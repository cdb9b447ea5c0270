import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { assess } from '../domain/assessment/assess.ts'
import type { Answers } from '../domain/case/answers.ts'
import { asSettled } from '../domain/interview/commitTypedText.ts'
import { statusOf } from '../domain/interview/status.ts'
import { visibleAnswers } from '../domain/interview/visibleAnswers.ts'
import { nextHeading, nextText, resultOf } from '../i18n/assessmentWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../store/openCaseContext.tsx'
import { useInterview } from '../store/session.tsx'
import { useToday } from '../store/useToday.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { caseAddress } from './addresses.ts'
import { partAddress } from './answerAddress.ts'
import { LineSoFar } from './promiseLine/rowLines.tsx'

/** The rail follows what is written after this pause, so that it costs no key. In milliseconds. */
const PAUSE = 400

/** What was said last, so that it is announced only when it has become another. */
const said = new WeakMap<object, string>()

/** Whose turn it is, beside the questions: what is missing in which part, and the promise line as it grows. */
export function TurnRail() {
  const { t } = useTranslation()
  const words = useWords()
  const announce = useAnnounce()
  const interview = useInterview()
  const { store } = useOpened()
  const { id, language } = useOpenCase((state) => state.case)
  const written = useAnswersAfterPause()
  const today = useToday()
  const { assessment, parts } = useMemo(() => {
    const answers = visibleAnswers(interview, asSettled(interview, written, { language: words.language, today }))
    const parts = interview.parts.map((part) => ({ part, status: statusOf(part, answers) }))
    return { assessment: assess(answers, today, language), parts }
  }, [interview, written, today, language, words.language])
  const turn = nextHeading(words, resultOf(assessment))

  const [atFirst] = useState(turn)
  // Not at each key: when another page is reached.
  useEffect(() => {
    const before = said.get(store)
    said.set(store, atFirst)
    if (before !== undefined && before !== atFirst) announce(atFirst)
  }, [store, announce, atFirst])

  return (
    <aside className="rail" aria-labelledby="rail-turn">
      <details open={isWide()}>
        <summary id="rail-turn">{t('assessment:railNow', { turn })}</summary>
        <p>
          {nextText(words, assessment)} <Link to={caseAddress(id, 'check')}>{t('assessment:railMore')}</Link>
        </p>
        <ul className="plain">
          {parts.map(({ part, status }) => (
            <li key={part.id}>
              <Link to={partAddress(id, part)}>{words.translate(`${part.id}:task`)}</Link>{' '}
              <span className={`state ${status.is}`}>
                {t(`start:tasks.status.${status.is}`, { count: status.missing })}
              </span>
            </li>
          ))}
        </ul>
        <LineSoFar />
      </details>
    </aside>
  )
}

/** Beside the questions, not above them: the same width as in `layout.css`. */
const isWide = () => window.matchMedia('(min-width: 68.75rem)').matches

function useAnswersAfterPause(): Answers {
  const answers = useOpenCase((state) => state.case.answers)
  const [settled, setSettled] = useState(answers)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(answers), PAUSE)
    return () => clearTimeout(timer)
  }, [answers])
  return settled
}
