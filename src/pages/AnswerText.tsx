import type { Answers } from '../domain/case/answers.ts'
import type { Asked } from '../domain/interview/walk.ts'
import { answerLines } from '../i18n/answerWords.ts'
import type { Words } from '../i18n/useWords.ts'
import { OwnText } from '../ui/OwnText.tsx'

interface AnswerTextProps {
  words: Words
  asked: Asked
  answers: Answers
  /** The language that the merchant writes in. */
  language: string
}

/** An answer as it is read: in words, or "not provided". */
export function AnswerText({ words, asked, answers, language }: AnswerTextProps) {
  const lines = answerLines(words, asked, answers)
  if (lines.length === 0) return <p className="not-provided">{words.translate('common:notProvided')}</p>
  return lines.map(({ text, own, note }) => (
    <p key={text}>
      {own ? <OwnText text={text} lang={language || undefined} /> : text}
      {note !== undefined && <span className="note">{note}</span>}
    </p>
  ))
}
