import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Answers } from '../domain/case/answers.ts'
import { nextHeading, nextText, resultOf } from '../i18n/assessmentWords.ts'
import { useWords } from '../i18n/useWords.ts'
import type { OpenCaseStore } from '../store/openCase.ts'
import { useOpenCase, useOpened } from '../store/openCaseContext.tsx'
import { useInterview } from '../store/session.tsx'
import { useToday } from '../store/useToday.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { caseAddress } from './addresses.ts'
import { partAddress } from './answerAddress.ts'
import { assessedNow } from './assessedNow.ts'
import { LineSoFar } from './promiseLine/LineSoFar.tsx'

/** The rail follows what is written after this pause, so that it costs no key. In milliseconds. */
const PAUSE = 400

/** By open case: another page begins with what was shown last, so that it is there at once, however long the case. */
const shownLast = new WeakMap<object, Answers>()

/** What was said last, so that it is announced only when it has become another. */
const said = new WeakMap<object, string>()

/** Whose turn it is, beside the questions: what is missing in which part, and the promise line as it grows. */
export const TurnRail = memo(Rail)

function Rail() {
  const { t } = useTranslation()
  const words = useWords()
  const announce = useAnnounce()
  const interview = useInterview()
  const { store } = useOpened()
  const id = useOpenCase((state) => state.case.id)
  const language = useOpenCase((state) => state.case.language)
  const written = useAnswersAfterPause(store)
  const today = useToday()
  const { assessment, parts } = assessedNow(
    interview,
    { answers: written, language },
    { language: words.language, today },
  )
  const turn = nextHeading(words, resultOf(assessment))

  // Not at each key: when another page is reached.
  const isAnnounced = useRef(false)
  useEffect(() => {
    if (isAnnounced.current || store.getState().case.answers !== written) return
    isAnnounced.current = true
    const before = said.get(store)
    said.set(store, turn)
    if (before !== undefined && before !== turn) announce(turn)
  }, [store, announce, turn, written])

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
        <LineSoFar answers={written} />
      </details>
    </aside>
  )
}

/** Beside the questions, not above them: the same width as in `layout.css`. */
const isWide = () => window.matchMedia('(min-width: 68.75rem)').matches

/** Draws nothing at a key: it listens to the store by itself. */
function useAnswersAfterPause(store: OpenCaseStore): Answers {
  const [written, setWritten] = useState(() => shownLast.get(store) ?? store.getState().case.answers)
  useEffect(() => void shownLast.set(store, written), [store, written])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const follow = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setWritten(store.getState().case.answers), PAUSE)
    }
    follow()
    const stop = store.subscribe((now, before) => now.case.answers === before.case.answers || follow())
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [store])
  return written
}
