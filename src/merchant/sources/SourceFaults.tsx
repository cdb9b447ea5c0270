import { useTranslation } from 'react-i18next'
import type { MailFault } from '../../exchange/sources/mail/readMails.ts'
import { Growing } from '../../ui/Growing.tsx'

/** A longer list does not help to find what is wrong. */
const MOST_NAMED = 50

/** The files from which nothing was taken, each with its reason. */
export function SourceFaults({ faults }: { faults: readonly MailFault[] }) {
  const { t } = useTranslation()
  return (
    <div role="alert">
      {faults.length > 0 && (
        <div className="field-error">
          <p>{t('sources:notRead', { count: faults.length })}</p>
          <ul>
            <Growing
              all={faults.slice(0, MOST_NAMED)}
              draw={({ name, reason }) => <li dir="auto">{t(`sources:why.${reason}`, { name })}</li>}
            />
          </ul>
        </div>
      )}
    </div>
  )
}
