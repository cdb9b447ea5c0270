import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router-dom'
import { Frame } from '../../frame/Frame.tsx'
import { PageHead } from '../../frame/PageHead.tsx'
import { tellDeleted } from '../../platform/caseLock.ts'
import type { EverythingOfCase } from '../../platform/storedCase.ts'
import { useServices } from '../../store/session.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { focusOn } from '../../ui/focus.ts'
import { caseAddress } from '../../wizard/addresses.ts'

/**
 * Takes a case out of this browser. It stands outside the open case: nothing must save it again while it goes. What
 * was deleted can be undone until the page is left.
 */
export function DeletePage() {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const { caseId = '' } = useParams()
  const { storage, preferences } = useServices()
  const [gone, setGone] = useState<EverythingOfCase | null>(null)

  const failed = (text: string) => announce(text, 'assertive')
  const remove = async () => {
    // What can be mended can be put back.
    await storage.load(caseId).catch(() => {})
    const everything = await storage.remove(caseId)
    tellDeleted(caseId)
    const others = await storage.list().catch(() => null)
    if (others?.length === 0) preferences.set('cases', 'none')
    // The button is there at once, however busy the page is: the focus must not be left behind.
    flushSync(() => setGone(everything))
    focusOn('undo-delete')
    announce(t('start:deletePage.gone'))
  }
  const undo = async () => {
    if (gone === null) return
    await storage.putBack(gone)
    preferences.set('cases', 'some')
    setGone(null)
    announce(t('common:save.saved'))
  }
  return (
    <Frame>
      {gone === null && (
        <Link className="back" to={caseAddress(caseId)}>
          {t('common:back')}
        </Link>
      )}
      <PageHead>{t('start:deletePage.heading')}</PageHead>
      {gone === null ? (
        <>
          <p>{t('start:deletePage.text')}</p>
          <div className="actions">
            <Link className="button" to={caseAddress(caseId)}>
              {t('start:deletePage.first')}
            </Link>
            <Button onClick={() => void remove().catch(() => failed(t('start:deletePage.failed')))}>
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
            <Button id="undo-delete" onClick={() => void undo().catch(() => failed(t('start:deletePage.notBack')))}>
              {t('common:undo')}
            </Button>
            <Link className="button" to="/">
              {t('common:toStart')}
            </Link>
          </div>
        </>
      )}
    </Frame>
  )
}
