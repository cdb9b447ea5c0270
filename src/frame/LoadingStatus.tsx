import { useTranslation } from 'react-i18next'
import { LinkButton } from '../ui/Button.tsx'

/** Shown while files are read, with a way to cancel. The style shows it after a delay. */
export function ReadingLine({ text, onCancel }: { text?: string; onCancel: () => void }) {
  const { t } = useTranslation()
  const cancel = () => {
    onCancel()
    // The button goes with its line.
    document.getElementById('main')?.focus({ preventScroll: true })
  }
  return (
    <p className="opening">
      {text ?? t('common:reading')} <LinkButton onClick={cancel}>{t('common:cancel')}</LinkButton>
    </p>
  )
}
