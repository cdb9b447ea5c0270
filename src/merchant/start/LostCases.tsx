import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router-dom'
import { UnreadableText } from '../../frame/StorageBanners.tsx'
import { useWords } from '../../i18n/useWords.ts'
import type { CaseSummary, LostCase } from '../../platform/storedCase.ts'
import { useServices } from '../../store/session.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { focusOn } from '../../ui/focus.ts'
import { useOnce } from '../../ui/useOnce.ts'
import { caseAddress } from '../../wizard/addresses.ts'

/**
 * Says that the browser has lost cases, and brings back those of which there is a copy.
 * @param here the cases that are here; null if they cannot be read
 */
export function LostCases({ here }: { here: readonly CaseSummary[] | null }) {
  const { t } = useTranslation()
  const { storage, preferences } = useServices()
  const [lost, setLost] = useState<readonly LostCase[] | null>(null)
  const [isRead, setRead] = useState(false)
  useEffect(() => {
    let left = false
    // A browser in which nothing has been done has lost nothing, and one that does not open what it has may not have.
    if (here === null || !storage.keeps || preferences.get('cases') !== 'some') return
    void storage
      .lost(here.map(({ id }) => id))
      .catch(() => [])
      .then((found) => {
        if (!left) setLost(found)
      })
    return () => {
      left = true
    }
  }, [storage, preferences, here])
  if (here === null) return <UnreadableText />
  if (lost === null || isRead || (lost.length === 0 && here.length > 0)) return null
  const close = () => {
    // What can be brought back is offered again at the next visit.
    if (here.length + lost.length === 0) preferences.set('cases', 'none')
    setRead(true)
    focusOn('page-heading')
  }
  return (
    <Banner kind="warning">
      <h2 className="banner-heading">{t('keeping:lost.heading')}</h2>
      <p>{t(lost.length > 0 ? 'keeping:lost.copies' : 'keeping:lost.none')}</p>
      {lost.map((one) => (
        <Copy key={one.kept.case.id} lost={one} />
      ))}
      <LinkButton onClick={close}>{t('keeping:notice.read')}</LinkButton>
    </Banner>
  )
}

function Copy({ lost: { kept, savedAt } }: { lost: LostCase }) {
  const { t } = useTranslation()
  const { formats } = useWords()
  const { storage, clock } = useServices()
  const navigate = useNavigate()
  const [failed, setFailed] = useState(false)
  const { id, answers } = kept.case
  const company = answers.about.company?.trim() || t('keeping:data.unnamed')
  const bringBack = useOnce(async () => {
    const saved = await storage.save(kept, 0, clock.now())
    if (!saved.ok) {
      setFailed(true)
      return false
    }
    storage.forgetLastWords(id, savedAt)
    navigate(kept.place ?? caseAddress(id))
    return true
  })
  return (
    <>
      <Button onClick={bringBack}>{t('keeping:lost.bringBack', { company, time: formats.moment(savedAt) })}</Button>
      <p role="alert">{failed && t('keeping:lost.failed')}</p>
    </>
  )
}
