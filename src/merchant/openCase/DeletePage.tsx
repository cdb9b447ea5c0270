import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router-dom'
import { Frame } from '../../frame/Frame.tsx'
import { PageHead } from '../../frame/PageHead.tsx'
import { tellDeleted } from '../../platform/caseLock.ts'
import type { EverythingOfCase } from '../../platform/storedCase.ts'
import { useServices } from '../../store/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { useAttempt } from '../../ui/useAttempt.tsx'
import { useShowChange } from '../../ui/useShowChange.ts'
import { caseAddress } from '../../wizard/addresses.ts'

/** Outside the open case, which would save it again. Deleting can be undone until the page is left. */
export function DeletePage() {
  const { t } = useTranslation()
  const showChange = useShowChange()
  const { caseId = '' } = useParams()
  const { storage, preferences } = useServices()
  const [gone, setGone] = useState<EverythingOfCase | null>(null)
  const { failure, attempt } = useAttempt()

  const remove = async () => {
    // A damaged case is repaired by loading it, and only then can be put back.
    await storage.load(caseId)
    const everything = await storage.remove(caseId)
    tellDeleted(caseId)
    const others = await storage.list().catch(() => null)
    if (others?.length === 0) preferences.set('cases', 'none')
    showChange(() => setGone(everything), 'undo-delete', t('start:deletePage.gone'))
  }
  const undo = async (everything: EverythingOfCase) => {
    await storage.putBack(everything)
    preferences.set('cases', 'some')
    showChange(() => setGone(null), 'delete-case', t('common:save.saved'))
  }
  return (
    <Frame>
      <PageHead back={gone === null ? caseAddress(caseId) : undefined}>{t('start:deletePage.heading')}</PageHead>
      {gone === null ? (
        <>
          <p>{t('start:deletePage.text')}</p>
          <div className="actions">
            <Link className="button" to={caseAddress(caseId)}>
              {t('start:deletePage.first')}
            </Link>
            <Button id="delete-case" onClick={() => attempt(remove, t('start:deletePage.failed'))}>
              {t('start:deletePage.delete')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>
            {t('start:deletePage.gone')} {t('start:deletePage.undoHint')}
          </p>
          <div className="actions">
            <Button id="undo-delete" onClick={() => attempt(() => undo(gone), t('start:deletePage.notBack'))}>
              {t('common:undo')}
            </Button>
            <Link className="button" to="/">
              {t('common:toStart')}
            </Link>
          </div>
        </>
      )}
      {failure}
    </Frame>
  )
}
