import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router-dom'
import { UnreadableText } from '../../frame/StorageBanners.tsx'
import { useWords } from '../../i18n/useWords.ts'
import type { CaseSummary, LostCase } from '../../platform/storedCase.ts'
import { casesClosed } from '../../store/pendingSaves.ts'
import { useServices } from '../../store/session.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { focusOn } from '../../ui/focus.ts'
import { useLoaded } from '../../ui/useLoaded.ts'
import { useOnce } from '../../ui/useOnce.ts'
import { caseAddress } from '../../wizard/addresses.ts'

interface CasesHereProps {
  onKnown?: (hasCases: boolean) => void
}

/** The cases of this browser, each linked to the page where it was left, and those that the browser has lost. */
export function CasesHere({ onKnown }: CasesHereProps) {
  const { t } = useTranslation()
  const { formats } = useWords()
  const cases = useCases(onKnown)
  if (cases === undefined) return null
  if (cases === null) return <UnreadableText />
  return (
    <>
      <LostCases here={cases} />
      {cases.length > 0 && (
        <section aria-labelledby="cases">
          <h2 id="cases">{t('start:cases')}</h2>
          <ul className="rows">
            {cases.map(({ id, company, partner, savedAt, place, readable }, at) => (
              <li key={id}>
                <Link className="resume" to={place ?? caseAddress(id)}>
                  {t('start:resume', {
                    company: company ?? (partner === null ? t('start:unnamed') : t('start:named', { partner })),
                  })}
                </Link>
                <p className="row-facts">
                  {readable
                    ? savedAt !== null && <span>{t('start:savedAt', { time: formats.moment(savedAt) })}</span>
                    : t('start:unreadable')}
                  {readable && at < MOST_TURNS && <Turn caseId={id} />}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Every case is read for it. */
const MOST_TURNS = 20

function Turn({ caseId }: { caseId: string }) {
  const words = useWords()
  const services = useServices()
  const find = useCallback(
    async () => (await import('./turnOfCase.ts')).turnOfCase(services, words, caseId).catch(() => null),
    [services, words, caseId],
  )
  const turn = useLoaded(find)
  return turn ? <span>{turn}</span> : null
}

/** Undefined until it is known; null if they cannot be read. */
function useCases(onKnown: CasesHereProps['onKnown']): readonly CaseSummary[] | null | undefined {
  const { storage, preferences } = useServices()
  const [cases, setCases] = useState<readonly CaseSummary[] | null>()
  useEffect(() => {
    let isCurrent = true
    const list = () =>
      void casesClosed()
        .then(() => storage.list())
        .catch(() => null)
        .then((found) => {
          // The prerendered page leaves room for them next time. Only deleting the last case removes the mark: what
          // the browser loses is missed.
          if (found?.length) preferences.set('cases', 'some')
          if (!isCurrent) return
          setCases(found)
          onKnown?.((found?.length ?? 0) > 0)
        })
    list()
    // If the user goes back before the next page renders, this page stays mounted and must list the new case.
    window.addEventListener('popstate', list)
    return () => {
      isCurrent = false
      window.removeEventListener('popstate', list)
    }
  }, [storage, preferences, onKnown])
  return cases
}

function LostCases({ here }: { here: readonly CaseSummary[] }) {
  const { t } = useTranslation()
  const { storage, preferences } = useServices()
  const [isRead, setRead] = useState(false)
  const findLost = useCallback(async () => {
    // A browser that never had a case has lost none, and one that opens nothing may only seem empty.
    if (!storage.keeps || preferences.get('cases') !== 'some') return null
    return storage.lost(here.map(({ id }) => id)).catch(() => [])
  }, [storage, preferences, here])
  const lost = useLoaded(findLost) ?? null
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
    setFailed(!saved.ok)
    if (!saved.ok) return false
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
