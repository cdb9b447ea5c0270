import { readableMail } from '../domain/interview/readableMail.ts'
import type { Words } from '../i18n/useWords.ts'
import { LinkButton } from '../ui/Button.tsx'

interface ReadableMailProps {
  text: string
  words: Words
  onUse: (text: string) => void
}

/** Some browsers encode å, ä and ö in an address (`xn--`), and older cases hold it like that: offers what was typed. */
export function ReadableMail({ text, words, onUse }: ReadableMailProps) {
  const address = readableMail(text)
  if (address === null) return null
  return (
    <div className="note">
      <p>{words.translate('common:readableMail.text', { address })}</p>
      <LinkButton onClick={() => onUse(address)}>{words.translate('common:readableMail.use', { address })}</LinkButton>
    </div>
  )
}
