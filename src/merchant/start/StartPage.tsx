import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router-dom'
import { Frame } from '../../frame/Frame.tsx'
import { lazyComponent } from '../../i18n/lazyComponent.tsx'
import { atRest } from '../../platform/atRest.ts'
import { useServices } from '../../store/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Optional } from '../../ui/Optional.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { caseAddress } from '../../wizard/addresses.ts'
import { useNewCase } from './useNewCase.ts'

/** Whoever has cases sees them first, and no introduction. */
export function StartPage() {
  const { t, i18n } = useTranslation()
  const { storage, preferences } = useServices()
  const [hasCases, setHasCases] = useState(false)
  // A browser that remembers none may have some all the same, or have lost them.
  const [mayHaveCases, setMayHaveCases] = useState(preferences.get('cases') === 'some')
  useEffect(() => void atRest().then(() => setMayHaveCases(true)), [])
  const urgent = (
    <p className="urgent-line">
      {t('start:urgentLine')} <Link to="/urgent">{t('start:urgentLink')}</Link>
    </p>
  )
  const begin = <Begin isQuiet={hasCases} />
  return (
    <Frame>
      <PageHeading title={t('common:service')}>{t('start:heading')}</PageHeading>
      <Suspense fallback={null}>{!storage.keeps && <NothingKept />}</Suspense>
      <Suspense fallback={null}>{mayHaveCases && <CasesHere onKnown={setHasCases} />}</Suspense>
      {hasCases ? (
        begin
      ) : (
        <div className="introduction">
          <div>
            <p className="lead">{t('start:lead')}</p>
            <p>{t('start:who')}</p>
            {begin}
            <p>
              {t('start:time')} {t('common:privacyLine')}
            </p>
            {urgent}
          </div>
          <Link to="/case/example/sheet" className="summary-picture">
            <img
              src={`./summary-${i18n.language}.webp`}
              width="480"
              height="620"
              loading="lazy"
              alt={t('start:picture')}
            />
          </Link>
        </div>
      )}
      {hasCases && urgent}
      <h2>{t('start:otherWays')}</h2>
      <ul className="plain">
        <li>
          <Link to="/review">{t('start:review')}</Link>
        </li>
        <li>
          <Link to="/checklist">{t('start:checklist')}</Link>
        </li>
      </ul>
      <Optional>
        <OwnFile />
      </Optional>
    </Frame>
  )
}

const NothingKept = lazyComponent(async () => (await import('../../frame/StorageBanners.tsx')).NothingKept, 'later')

const CasesHere = lazyComponent(async () => (await import('./CasesHere.tsx')).CasesHere, 'later')

const OwnFile = lazy(async () => ({ default: (await import('./OwnFile.tsx')).OwnFile }))

function Begin({ isQuiet }: { isQuiet: boolean }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { begin, isRefused } = useNewCase((id) => navigate(caseAddress(id, 'problem/what')))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        begin(null)
      }}
    >
      <div role="alert">{isRefused && <p className="note">{t('start:notKept')}</p>}</div>
      <div className="actions">
        <Button type="submit" isMain={!isQuiet}>
          {t(isQuiet ? 'start:another' : 'start:new')}
        </Button>
        <Link to="/case/example/sheet">{t('start:example')}</Link>
      </div>
    </form>
  )
}
