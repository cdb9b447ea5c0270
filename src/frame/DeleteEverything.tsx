import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { deleteForGood, type Everything, putBack, takeEverything } from '../platform/browserData.ts'
import { tellDeleted } from '../platform/caseLock.ts'
import { useServices } from '../store/session.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/Button.tsx'
import { focusOn } from '../ui/focus.ts'

type Deleted = { is: 'here' } | { is: 'gone'; everything: Everything } | { is: 'goneForGood' }

/** Takes everything away at once; it can be put back until the page is left, and is then truly gone. */
export function DeleteEverything({ onChange }: { onChange: () => Promise<void> }) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const { storage } = useServices()
  const [deleted, setDeleted] = useState<Deleted>({ is: 'here' })
  const isGone = useRef(false)

  useEffect(() => {
    const leave = () => {
      if (isGone.current) void deleteForGood().catch(() => {})
      isGone.current = false
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])

  const failed = (text: string) => () => announce(text, 'assertive')
  const become = (next: Deleted, text: string, focus: string) => {
    isGone.current = next.is === 'gone'
    flushSync(() => setDeleted(next))
    focusOn(focus)
    announce(text)
  }
  const remove = async () => {
    // What can be mended can be put back.
    const cases = await storage.list().catch(() => [])
    for (const { id, readable } of cases) if (!readable) await storage.load(id).catch(() => {})
    const everything = await takeEverything()
    for (const id of everything.caseIds) tellDeleted(id)
    become({ is: 'gone', everything }, t('keeping:data.gone'), 'undo-everything')
    await onChange()
  }
  const undo = async (everything: Everything) => {
    await putBack(everything)
    become({ is: 'here' }, t('keeping:data.back'), 'delete-everything')
    await onChange()
  }
  const forGood = async () => {
    await deleteForGood()
    become({ is: 'goneForGood' }, t('keeping:data.goneForGood'), 'gone-for-good')
  }
  return (
    <>
      <h2>{t('keeping:data.all')}</h2>
      {deleted.is === 'here' && (
        <>
          <p>{t('keeping:data.allText')}</p>
          <Button id="delete-everything" onClick={() => void remove().catch(failed(t('keeping:data.failed')))}>
            {t('keeping:data.deleteAll')}
          </Button>
        </>
      )}
      {deleted.is === 'gone' && (
        <>
          <p>{t('keeping:data.gone')}</p>
          <div className="actions">
            <Button
              id="undo-everything"
              onClick={() => void undo(deleted.everything).catch(failed(t('keeping:data.notBack')))}
            >
              {t('common:undo')}
            </Button>
            <Button isMain onClick={() => void forGood().catch(failed(t('keeping:data.failed')))}>
              {t('keeping:data.forGood')}
            </Button>
          </div>
        </>
      )}
      {deleted.is === 'goneForGood' && (
        <p id="gone-for-good" tabIndex={-1}>
          {t('keeping:data.goneForGood')} <Link to="/">{t('common:toStart')}</Link>
        </p>
      )}
    </>
  )
}
