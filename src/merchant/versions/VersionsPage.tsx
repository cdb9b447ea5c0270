import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router-dom'
import { PageHead } from '../../frame/PageHead.tsx'
import { UnreadableText } from '../../frame/StorageBanners.tsx'
import { useWords } from '../../i18n/useWords.ts'
import type { LoadedCase, Version } from '../../platform/storedCase.ts'
import { Printed } from '../../screen/PrintedBlocks.tsx'
import { goBackTo } from '../../store/openCase.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { answersSection } from '../../summary/answerList.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { useLoaded } from '../../ui/useLoaded.ts'
import { useOnce } from '../../ui/useOnce.ts'
import { caseAddress } from '../../wizard/addresses.ts'
import { keepAsOwnCase } from '../openCase/copyOfCase.ts'
import { useReport } from '../openCase/useReport.ts'

export function VersionsPage() {
  const { t } = useTranslation()
  const { formats } = useWords()
  const id = useOpenCase((state) => state.case.id)
  const versions = useVersions(id)
  return (
    <>
      <PageHead back={caseAddress(id)}>{t('keeping:versions.heading')}</PageHead>
      <p>{t('keeping:versions.lead')}</p>
      {versions === null && <UnreadableText />}
      {versions?.length === 0 && <p>{t('keeping:versions.none')}</p>}
      {versions != null && versions.length > 0 && (
        <ul className="rows">
          {versions.map(({ saveNo, at, why }) => (
            <li key={`${saveNo}-${at}`}>
              <Link to={caseAddress(id, `versions/${saveNo}`)}>
                {t('keeping:versions.look', { time: formats.moment(at) })}
              </Link>
              <p className="row-facts">{t(`keeping:versions.why.${why === 'hour' ? 'day' : why}`)}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** An earlier version, to look at, to go back to or to open as a copy. */
export function VersionPage() {
  const { saveNo } = useParams()
  const { t } = useTranslation()
  const { formats } = useWords()
  const id = useOpenCase((state) => state.case.id)
  const versions = useVersions(id)
  const version = versions?.find((each) => String(each.saveNo) === saveNo)
  const loaded = useVersion(id, version)
  const heading =
    version === undefined
      ? t('keeping:versions.heading')
      : t('keeping:versions.one', { time: formats.moment(version.at) })
  const isThere = versions === undefined || version !== undefined || loaded !== undefined
  return (
    <>
      <PageHead key={heading} back={caseAddress(id, 'versions')} title={t('keeping:versions.heading')}>
        {heading}
      </PageHead>
      {(!isThere || loaded === null) && <p>{t('keeping:versions.unreadable')}</p>}
      {loaded !== null && loaded !== undefined && (
        <>
          <Choices loaded={loaded} />
          <EarlierAnswers loaded={loaded} />
        </>
      )}
    </>
  )
}

function Choices({ loaded }: { loaded: LoadedCase }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const announce = useAnnounce()
  const services = useServices()
  const { store, keeper } = useOpened()
  const [isRefused, setRefused] = useState(false)
  const { id } = loaded.case

  const once = useOnce((work: () => Promise<boolean>) => work())
  const goBack = async () => {
    await keeper.flush()
    setRefused(!keeper.isSaved())
    if (!keeper.isSaved()) return false
    await services.storage.keepVersion(id, 'before', services.clock.now())
    // If it does not fit, a banner above the page says so.
    if (!goBackTo(store, loaded.case)) return false
    await keeper.flush()
    if (keeper.isSaved()) announce(t('common:save.saved'))
    navigate(caseAddress(id))
    return true
  }
  const open = async () => {
    const copy = await keepAsOwnCase(services, loaded)
    setRefused(copy === null)
    if (copy !== null) navigate(caseAddress(copy))
    return copy !== null
  }
  return (
    <>
      <p>
        {t('keeping:versions.restoreHint')} {loaded.case.evidence.length > 0 && t('keeping:versions.files')}
      </p>
      <div className="actions">
        <Button isMain onClick={() => once(goBack)}>
          {t('keeping:versions.restore')}
        </Button>
        <Button onClick={() => once(open)}>{t('keeping:versions.asCopy')}</Button>
      </div>
      <div role="alert">{isRefused && <p className="note">{t('keeping:versions.notKept')}</p>}</div>
    </>
  )
}

function EarlierAnswers({ loaded }: { loaded: LoadedCase }) {
  const words = useWords()
  const report = useReport(loaded.case)
  const { language } = loaded.case
  const blocks = useMemo(
    () => answersSection({ words, language, onScreen: true }, report, { answeredOnly: true }),
    [words, language, report],
  )
  return <Printed blocks={[blocks]} />
}

/** Newest first; null if they cannot be read; undefined until that is known. */
function useVersions(caseId: string): readonly Version[] | null | undefined {
  const { storage } = useServices()
  const { keeper } = useOpened()
  const load = useCallback(
    () =>
      keeper
        .flush()
        .then(() => storage.versions(caseId))
        .catch(() => null),
    [storage, keeper, caseId],
  )
  return useLoaded(load)
}

/** Null if it cannot be read; undefined until that is known. */
function useVersion(caseId: string, version: Version | undefined): LoadedCase | null | undefined {
  const { storage } = useServices()
  return useLoaded(
    useCallback(async () => version && storage.version(caseId, version).catch(() => null), [storage, caseId, version]),
  )
}
