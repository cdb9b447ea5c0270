import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '../platform/files.ts'
import { Button } from '../ui/Button.tsx'

/** A text to copy with a button, or by hand if the browser refuses. */
export function CopyText({ text, lang }: { text: string; lang?: string }) {
  const { t } = useTranslation()
  const [result, setResult] = useState<'copied' | 'copyFailed' | null>(null)
  return (
    <div className="copy-text">
      <p className="inset own" dir="auto" lang={lang}>
        {text}
      </p>
      <Button onClick={() => void copyText(text).then((copied) => setResult(copied ? 'copied' : 'copyFailed'))}>
        {t('handOver:copy')}
      </Button>{' '}
      <span role="status">{result === null ? '' : t(`handOver:${result}`)}</span>
    </div>
  )
}
