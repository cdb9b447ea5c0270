import type { Asked } from '../domain/interview/askedQuestions.ts'
import { questionWords } from '../i18n/questionWords.ts'
import type { Words } from '../i18n/useWords.ts'
import { Disclosure } from '../ui/Disclosure.tsx'

/** Why a page asks what it asks, once for all its questions. Few of them need a reason. */
export function WhyWeAsk({ words, asked }: { words: Words; asked: readonly Pick<Asked, 'question'>[] }) {
  const reasons = asked.flatMap(({ question }) => questionWords(words, question).why ?? [])
  if (reasons.length === 0) return null
  return (
    <Disclosure summary={words.translate('common:why')}>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </Disclosure>
  )
}
