import type { ReactNode } from 'react'
import type { Answers } from '../domain/case/answers.ts'
import type { Question } from '../domain/interview/question.ts'
import type { QuestionWords } from '../i18n/questionWords.ts'
import type { Words } from '../i18n/useWords.ts'
import type { Wiring } from '../ui/Field.tsx'

/** Everything an input needs to know. It asks nothing else of anybody. */
export interface InputProps {
  question: Question
  value: unknown
  onChange: (value: unknown) => void
  words: Words
  said: QuestionWords
  wiring: Wiring
  answers: Answers
  /** The language that the merchant writes in. */
  language: string
  /** What is wrong with a part of a composite answer. */
  problemAt: (at: string) => ReactNode
}

export const itemsOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? value : [])
