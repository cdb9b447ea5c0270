import { written } from '../../domain/case/answer.ts'
import { excerpt } from '../../domain/report/excerpt.ts'
import { OwnText } from '../../ui/OwnText.tsx'

interface OwnWordsProps {
  text: string | null
  language: string
  /** How many characters there is room for; the whole text where it is not given. */
  most?: number
  /** Said in our words where nothing was written. */
  otherwise?: string
}

/** The customer's own words, in a style of their own and in their own language. */
export function OwnWords({ text, language, most, otherwise }: OwnWordsProps) {
  const own = written(text)
  if (own === null) return otherwise === undefined ? null : <span className="not-provided">{otherwise}</span>
  const lang = language || undefined
  const shown = most === undefined ? { text: own, cut: false } : excerpt(own, most)
  return (
    <span className="voice">
      <OwnText text={shown.text} lang={lang} />
      {shown.cut && ' …'}
    </span>
  )
}
