import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Address } from '../domain/case/address.ts'
import type { Asked } from '../domain/interview/askedQuestions.ts'
import type { Problem } from '../domain/interview/entry.ts'
import { loadWords } from '../i18n/i18n.ts'
import type { Words } from '../i18n/useWords.ts'
import { useOpened } from '../store/openCaseContext.tsx'
import { useServices } from '../store/session.tsx'
import type { FieldNote } from './fieldNotes.ts'
import { loadSettling, settlingNow } from './loadParsers.ts'

/** What a page of questions does: takes answers down, settles them when it is left, points out problems on Continue. */
export interface Questions {
  answer: (address: Address, value: unknown) => void
  problems: readonly Problem[]
  /** Rises with every Continue, so that the summary can take the focus. */
  attempt: number
  /** Settles what was typed; true where nothing needs a second look. */
  judge: () => Promise<boolean>
  notes: readonly FieldNote[]
  /** Looks again at what is worth knowing; called when the focus leaves a field. */
  look: () => void
}

/** Of each open case, what was found when it was last looked at. */
const lastNotes = new WeakMap<object, { language: string; notes: readonly FieldNote[] }>()

/**
 * @param askedNow gives the questions of the page as they are asked at the moment of the call
 */
export function useQuestions(askedNow: () => readonly Asked[], words: Words): Questions {
  const { store } = useOpened()
  const { clock, interview, preferences } = useServices()
  const { i18n } = useTranslation()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [attempt, setAttempt] = useState(0)
  const asked = useRef(askedNow)
  asked.current = askedNow
  const reader = useRef({ language: words.language, today: clock.today() })
  reader.current = { language: words.language, today: clock.today() }

  /** The answers are read from the store when it is done, so it may be done after the page has gone. */
  const settle = useCallback(() => {
    const now = ({ settled }: NonNullable<ReturnType<typeof settlingNow>>) => {
      for (const { question, address, value } of asked.current()) {
        const next = settled(question, value, reader.current)
        if (JSON.stringify(next) !== JSON.stringify(value)) store.getState().answer(address, next)
      }
    }
    const settling = settlingNow()
    if (settling !== null) now(settling)
    // What is not read now stays as it was typed, and is read the next time.
    else void loadSettling().then(now, () => {})
  }, [store])
  useEffect(() => void loadSettling().catch(() => {}), [])

  // What was worth knowing a moment ago holds until it has been looked at again: a page that grows afterwards would not
  // be found again where it was left.
  const [notes, setNotes] = useState<readonly FieldNote[]>(() => {
    const last = lastNotes.get(store)
    return last?.language === words.language ? last.notes : []
  })
  const look = useCallback(() => {
    // The assessment and its words are not needed to write an answer, so they come after the page.
    void Promise.all([import('./fieldNotes.ts'), loadWords(i18n, 'later')]).then(([{ fieldNotes, afterPress }]) =>
      afterPress(() => {
        const withHints = preferences.get('hints') !== 'off'
        const current = store.getState().case
        const found = fieldNotes({ interview, current, today: clock.today(), withHints }, words)
        lastNotes.set(store, { language: words.language, notes: found })
        setNotes(found)
      }),
    )
  }, [store, interview, clock, preferences, words, i18n])
  useEffect(look, [look])

  // Two presses in a row, or a key that is held, leave the page once.
  const isLeft = useRef(false)
  const judge = useCallback(async () => {
    if (isLeft.current) return false
    const settling = await loadSettling().catch(() => null)
    // Another press may have waited for the same.
    if (isLeft.current) return false
    // Nothing stands in the way of going on where the part that judges cannot come.
    if (settling === null) {
      isLeft.current = true
      return true
    }
    settle()
    const found = settling.problemsIn(asked.current(), store.getState().case.answers, reader.current)
    setProblems(found)
    setAttempt((count) => count + 1)
    isLeft.current = found.length === 0
    return isLeft.current
  }, [settle, store])

  // A page that goes with its tab settles it, too: before whatever saves the case hears of it.
  useEffect(() => {
    window.addEventListener('pagehide', settle, { capture: true })
    return () => window.removeEventListener('pagehide', settle, { capture: true })
  }, [settle])

  // Leaving by any way settles what was typed: a link, the browser's back button, another address.
  useEffect(() => settle, [settle])

  const answer = useCallback(
    (address: Address, value: unknown) => {
      store.getState().answer(address, value)
      // A problem that has been looked at again is not repeated while the person writes.
      const isElsewhere = ({ at }: Problem) => at !== address && !at.startsWith(`${address}:`)
      setProblems((before) => (before.every(isElsewhere) ? before : before.filter(isElsewhere)))
    },
    [store],
  )
  return useMemo(
    () => ({ answer, problems, attempt, judge, notes, look }),
    [answer, problems, attempt, judge, notes, look],
  )
}
