import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router-dom'
import { LIMITS } from '../../domain/case/limits.ts'
import { NothingKept } from '../../frame/StorageBanners.tsx'
import { sizeWords } from '../../i18n/fileWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { SaveNotice, SaveStatus } from '../../store/openCase.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { focusOn } from '../../ui/focus.ts'
import { useAttempt } from '../../ui/useAttempt.tsx'
import { caseAddress } from '../../wizard/addresses.ts'
import { CopyButton } from './CopyButton.tsx'

type ReadingStatus = Extract<SaveStatus, { is: 'reading' }>

/** Nothing is said until it is known whether the changes were kept. */
const isBeingKept = (status: ReadingStatus) => 'keptAs' in status && status.keptAs === undefined

export function SaveBanner() {
  const status = useOpenCase((state) => state.status)
  const notice = useOpenCase((state) => state.notice)
  return (
    <>
      {status.is === 'memory' && (
        <NothingKept>
          <CopyButton />
        </NothingKept>
      )}
      <Failed status={status} />
      {status.is === 'reading' && !isBeingKept(status) && <Reading status={status} />}
      {notice !== null && <Told notice={notice} />}
    </>
  )
}

function Failed({ status }: { status: SaveStatus }) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const { keeper } = useOpened()
  const before = useRef<SaveStatus>(status)
  useEffect(() => {
    const failedBefore = before.current.is === 'failed'
    before.current = status
    if (status.is === 'failed') announce(t(`keeping:failed.${status.why}`), 'assertive')
    else if (failedBefore && status.is === 'saved') announce(t('keeping:recovered'))
  }, [status, announce, t])
  if (status.is !== 'failed') return null
  return (
    <Banner kind="problem">
      <p>{t(`keeping:failed.${status.why}`)}</p>
      <CopyButton />
      <LinkButton onClick={() => void keeper.flush()}>{t('keeping:retry')}</LinkButton>
    </Banner>
  )
}

/** This tab is read-only: why, and how to change that. */
function Reading({ status }: { status: ReadingStatus }) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const isLeft = 'keptAs' in status && status.keptAs === null
  const text = isLeft ? t(`keeping:reading.notKept.${status.why}`) : t(`keeping:reading.${status.why}`)
  useEffect(() => {
    announce(text, 'assertive')
    // The focused field has been disabled.
    if (document.activeElement === document.body || document.activeElement?.matches(':disabled')) focusOn('reading')
  }, [text, announce])
  return (
    <Banner kind={status.why === 'otherTab' ? 'information' : 'warning'}>
      <p id="reading" tabIndex={-1}>
        {text}
      </p>
      <ReadingChoices status={status} />
    </Banner>
  )
}

function ReadingChoices({ status }: { status: ReadingStatus }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { session } = useOpened()
  const place = useOpenCase((state) => state.place)
  const caseId = useOpenCase((state) => state.case.id)
  const { failure, attempt } = useAttempt()
  const button = (text: string, onPress: () => void) => <Button onClick={onPress}>{text}</Button>
  if (status.why === 'otherTab') return button(t('keeping:reading.takeOver'), session.takeOver)
  if (status.why === 'updated') return button(t('keeping:reload'), () => window.location.reload())
  if (status.why === 'deleted')
    return (
      <>
        {failure}
        <div className="actions">
          {button(t('keeping:reading.keepIt'), () => attempt(session.keepIt, t('keeping:versions.notKept')))}
          <CopyButton />
        </div>
      </>
    )
  const keptAs = 'keptAs' in status ? (status.keptAs ?? null) : null
  const there = (id: string) => (place ?? caseAddress(caseId)).replace(`/case/${caseId}`, `/case/${id}`)
  return (
    <div className="actions">
      {keptAs !== null && button(t('keeping:reading.mine'), () => navigate(there(keptAs)))}
      {keptAs === null && <CopyButton />}
      {button(t('keeping:reading.other'), () => void session.reload())}
    </div>
  )
}

function Told({ notice }: { notice: SaveNotice }) {
  const { t } = useTranslation()
  const words = useWords()
  const { formats } = words
  const announce = useAnnounce()
  const { clock } = useServices()
  const { store } = useOpened()
  const isFull = notice.is === 'full'
  const at = notice.is === 'recovered' ? notice.to : notice.is === 'crashed' ? notice.savedAt : null
  const text = isFull
    ? t(`keeping:notice.full.${notice.what}`, {
        rows: formats.number(LIMITS.rows),
        files: LIMITS.files,
        size: sizeWords(words, LIMITS.allFiles),
      })
    : t(`keeping:notice.${notice.is}`, { time: formats.moment(at ?? clock.now()) })
  useEffect(() => {
    announce(text)
    // The change that was asked for further down has not happened.
    if (notice.is === 'full') focusOn('told')
  }, [notice, text, announce])
  return (
    <Banner kind={isFull || notice.is === 'noRoom' ? 'warning' : 'information'}>
      <p id="told" tabIndex={-1}>
        {text}
      </p>
      {notice.is === 'unsaved' && (
        <p>
          <Link to={caseAddress(notice.keptAs)}>{t('keeping:notice.openUnsaved')}</Link>
        </p>
      )}
      <LinkButton onClick={() => store.setState({ notice: null })}>{t('keeping:notice.read')}</LinkButton>
    </Banner>
  )
}
