import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '../platform/files.ts'
import { Button } from '../ui/Button.tsx'

/** `result` says what came of the last press; `forget` clears it. */
export function useCopy() {
  const { t } = useTranslation()
  const [result, setResult] = useState<'copied' | 'copyFailed' | null>(null)
  const copy = (text: string) => void copyText(text).then((done) => setResult(done ? 'copied' : 'copyFailed'))
  return { copy, forget: () => setResult(null), result: result === null ? '' : t(`handOver:${result}`) }
}

/** A text to copy with a button, or by hand if the browser refuses. */
export function CopyText({ text, lang }: { text: string; lang?: string }) {
  const { t } = useTranslation()
  const { copy, result } = useCopy()
  return (
    <div className="copy-text">
      <p className="inset own" dir="auto" lang={lang}>
        {text}
      </p>
      <Button onClick={() => copy(text)}>{t('handOver:copy')}</Button> <span role="status">{result}</span>
    </div>
  )
}
