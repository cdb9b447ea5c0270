import { useTranslation } from 'react-i18next'
import { LinkButton } from '../ui/Button.tsx'

/** Said while files are read, with a way out. A style shows it only when it takes a moment. */
export function ReadingLine({ text, onCancel }: { text?: string; onCancel: () => void }) {
  const { t } = useTranslation()
  const giveUp = () => {
    onCancel()
    // The button goes with its line.
    document.getElementById('main')?.focus({ preventScroll: true })
  }
  return (
    <p className="opening">
      {text ?? t('common:reading')} <LinkButton onClick={giveUp}>{t('common:cancel')}</LinkButton>
    </p>
  )
}
