import { useTranslation } from 'react-i18next'

/** Said while files are read, with a way out. A style shows it only when it takes a moment. */
export function ReadingLine({ text, onCancel }: { text?: string; onCancel: () => void }) {
  const { t } = useTranslation('common')
  return (
    <p className="opening">
      {text ?? t('reading')}{' '}
      <button type="button" className="link-button" onClick={onCancel}>
        {t('cancel')}
      </button>
    </p>
  )
}
