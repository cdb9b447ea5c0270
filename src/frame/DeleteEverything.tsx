import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { deleteForGood, type Everything, putBack, takeEverything } from '../platform/browserData.ts'
import { tellDeleted } from '../platform/caseLock.ts'
import { forgetDesk } from '../store/inboxStore.ts'
import { useServices } from '../store/session.tsx'
import { Button } from '../ui/Button.tsx'
import { useAttempt } from '../ui/useAttempt.tsx'
import { useShowChange } from '../ui/useShowChange.ts'

type Deleted = { is: 'here' } | { is: 'gone'; everything: Everything } | { is: 'goneForGood' }

/** Deletes everything at once; it can be undone until the page is left. */
export function DeleteEverything({ onChange }: { onChange: () => Promise<void> }) {
  const { t } = useTranslation()
  const showChange = useShowChange()
  const services = useServices()
  const { storage } = services
  const [deleted, setDeleted] = useState<Deleted>({ is: 'here' })
  const { failure, attempt } = useAttempt()
  const isGone = useRef(false)

  useEffect(() => {
    const leave = () => {
      if (isGone.current) {
        forgetDesk(services)
        void deleteForGood().catch(() => {})
      }
      isGone.current = false
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [services])

  const show = (next: Deleted, focus: string, text: string) => {
    isGone.current = next.is === 'gone'
    showChange(() => setDeleted(next), focus, text)
  }
  const remove = async () => {
    // Leaving the page before it is done deletes everything, too.
    isGone.current = true
    // A damaged case is repaired by loading it, and only then can be put back.
    const cases = await storage.list().catch(() => [])
    for (const { id, readable } of cases) if (!readable) await storage.load(id)
    const everything = await takeEverything()
    for (const id of everything.caseIds) tellDeleted(id)
    show({ is: 'gone', everything }, 'undo-everything', t('keeping:data.gone'))
    await onChange()
  }
  const undo = async (everything: Everything) => {
    await putBack(everything)
    show({ is: 'here' }, 'delete-everything', t('keeping:data.back'))
    await onChange()
  }
  const forGood = async () => {
    await deleteForGood()
    forgetDesk(services)
    show({ is: 'goneForGood' }, 'gone-for-good', t('keeping:data.goneForGood'))
  }
  const notRemoved = (error: unknown) => {
    isGone.current = false
    throw error
  }
  return (
    <>
      <h2>{t('keeping:data.all')}</h2>
      {deleted.is === 'here' && (
        <>
          <p>{t('keeping:data.allText')}</p>
          <Button
            id="delete-everything"
            onClick={() => attempt(() => remove().catch(notRemoved), t('keeping:data.failed'))}
          >
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
              onClick={() => attempt(() => undo(deleted.everything), t('keeping:data.notBack'))}
            >
              {t('common:undo')}
            </Button>
            <Button isMain onClick={() => attempt(forGood, t('keeping:data.failed'))}>
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
      {failure}
    </>
  )
}
