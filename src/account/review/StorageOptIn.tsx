import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deskOf, useDesk } from '../../store/inboxStore.ts'
import { useServices } from '../../store/session.tsx'
import { Tick } from '../../ui/Choices.tsx'

/** Whether this browser stores what the account manager reads and writes. Off by default. */
export function StorageOptIn() {
  const { t } = useTranslation()
  const services = useServices()
  const isKept = useDesk((state) => state.isKept)
  const failed = useDesk((state) => state.failed)
  const [isBusy, setBusy] = useState(false)
  if (!services.storage.keeps) return null
  const choose = async (keeps: boolean) => {
    setBusy(true)
    await deskOf(services)
      .setKept(keeps)
      .finally(() => setBusy(false))
  }
  return (
    <div className="keep-choice" aria-busy={isBusy}>
      <Tick
        id="keep-received"
        label={t('inbox:keep')}
        ticked={isKept}
        describedBy="keep-received-hint"
        onTick={(keeps) => void choose(keeps)}
      />
      <p className="hint" id="keep-received-hint">
        {t('inbox:keepHint')}
      </p>
      {failed === 'keep' && <p className="note">{t('inbox:keepFailed')}</p>}
      {failed === 'remove' && <p className="note">{t('inbox:removeFailed')}</p>}
    </div>
  )
}
