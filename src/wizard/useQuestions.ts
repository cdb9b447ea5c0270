import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Address } from '../domain/case/address.ts'
import type { Asked } from '../domain/interview/askedQuestions.ts'
import { problemsIn, settled } from '../domain/interview/commitTypedText.ts'
import type { Problem } from '../domain/interview/entry.ts'
import { loadWords } from '../i18n/i18n.ts'
import type { Words } from '../i18n/useWords.ts'
import { useOpened } from '../store/openCaseContext.tsx'
import { useInterview, useServices } from '../store/session.tsx'
import { keepFocusInView } from '../ui/focus.ts'
import type { FieldNote } from './fieldNotes.ts'

interface Questions {
  answer: (address: Address, value: unknown) => void
  problems: readonly Problem[]
  /** Rises with every Continue, so that the summary can take the focus. */
  attempt: number
  /** Parses what was typed and shows what is wrong with it; true if the page can be left. */
  judge: () => boolean
  notes: readonly FieldNote[]
  look: () => void
}

const lastNotes = new WeakMap<object, { language: string; notes: readonly FieldNote[] }>()

/** The state of a page of questions. */
export function useQuestions(askedNow: () => readonly Asked[], words: Words): Questions {
  const { store } = useOpened()
  const interview = useInterview()
  const { clock, preferences } = useServices()
  const { i18n } = useTranslation()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [attempt, setAttempt] = useState(0)
  const asked = useRef(askedNow)
  asked.current = askedNow
  const reader = useRef({ language: words.language, today: clock.today() })
  reader.current = { language: words.language, today: clock.today() }

  const settle = useCallback(() => {
    for (const { question, address, value, row } of asked.current()) {
      const next = settled(question, value, reader.current, row)
      if (JSON.stringify(next) !== JSON.stringify(value)) store.getState().answer(address, next)
    }
  }, [store])

  // Starts with the last notes: a page that grows after it was restored would not be where the user left it.
  const [notes, setNotes] = useState<readonly FieldNote[]>(() => {
    const last = lastNotes.get(store)
    return last?.language === words.language ? last.notes : []
  })
  const look = useCallback(() => {
    void Promise.all([import('./fieldNotes.ts'), loadWords(i18n, 'later')]).then(
      ([{ fieldNotes, afterPress }]) =>
        afterPress(() => {
          const withHints = preferences.get('hints') !== 'off'
          const current = store.getState().case
          const found = fieldNotes({ interview, current, today: clock.today(), withHints }, words)
          lastNotes.set(store, { language: words.language, notes: found })
          keepFocusInView(() => setNotes(found))
        }),
      // Without them there are no notes.
      () => {},
    )
  }, [store, interview, clock, preferences, words, i18n])
  useEffect(look, [look])

  const judge = useCallback(() => {
    settle()
    const found = problemsIn(asked.current(), store.getState().case.answers, reader.current)
    setProblems(found)
    setAttempt((count) => count + 1)
    return found.length === 0
  }, [settle, store])

  // In the capture phase, before the autosaver hears of the same event.
  useEffect(() => {
    window.addEventListener('pagehide', settle, { capture: true })
    return () => window.removeEventListener('pagehide', settle, { capture: true })
  }, [settle])

  // On unmount: by a link, the back button, another address.
  useEffect(() => settle, [settle])

  const answer = useCallback(
    (address: Address, value: unknown) => {
      store.getState().answer(address, value)
      // The problem of a field disappears when the user changes it.
      const isElsewhere = ({ at }: Problem) => at !== address && !at.startsWith(`${address}:`)
      setProblems((before) => (before.every(isElsewhere) ? before : before.filter(isElsewhere)))
    },
    [store],
  )
  return { answer, problems, attempt, judge, notes, look }
}
