import type { Asked } from '../domain/interview/walk.ts'
import type { Report } from '../domain/report/report.ts'
import { answerLines } from '../i18n/answerWords.ts'
import type { Words } from '../i18n/useWords.ts'
import { OwnText } from '../ui/OwnText.tsx'

interface AnswerTextProps {
  words: Words
  asked: Asked
  report: Report
  /** The language that the merchant writes in. */
  language: string
}

/** An answer as it is read: in words, left out, or "not provided". */
export function AnswerText({ words, asked, report, language }: AnswerTextProps) {
  const lines = answerLines(words, asked, report)
  if (report.leftOut.includes(asked.question.path))
    return <p className="not-provided">{words.translate('common:leftOut')}</p>
  if (lines.length === 0) return <p className="not-provided">{words.translate('common:notProvided')}</p>
  return lines.map(({ text, own, note }) => (
    <p key={text}>
      {own ? <OwnText text={text} lang={language || undefined} /> : text}
      {note !== undefined && <span className="note">{note}</span>}
    </p>
  ))
}
