import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { sizeWords } from '../i18n/fileWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { askToKeep, isPromised, mayForgetInAWeek, type Room, room } from '../platform/browserData.ts'
import type { CaseSummary } from '../platform/storedCase.ts'
import { casesClosed } from '../store/pendingSaves.ts'
import { useServices } from '../store/session.tsx'
import { Button } from '../ui/Button.tsx'
import { caseAddress } from '../wizard/addresses.ts'
import { DeleteEverything } from './DeleteEverything.tsx'
import { Frame, Opening } from './Frame.tsx'
import { PageHead } from './PageHead.tsx'
import { NothingKept, UnreadableText } from './StorageBanners.tsx'

interface Kept {
  cases: readonly CaseSummary[]
  /** In bytes, by case. */
  sizes: ReadonlyMap<string, number>
  received: number
  room: Room | null
  isPromised: boolean
}

/** In bytes; the room that is left is only shown below this. */
const MUCH_ROOM = 1_000_000_000

/** What this browser holds, whether it may delete it by itself, and how to delete everything. */
export function DataPage() {
  const { t } = useTranslation()
  const { storage } = useServices()
  return (
    <Frame>
      <PageHead>{t('keeping:data.heading')}</PageHead>
      <p className="lead">{t('keeping:data.lead')}</p>
      {storage.keeps ? <KeptHere /> : <NothingKept />}
    </Frame>
  )
}

function useKept(): readonly [Kept | 'unreadable' | null, () => Promise<void>] {
  const { storage, received } = useServices()
  const [kept, setKept] = useState<Kept | 'unreadable' | null>(null)
  const look = async () => {
    await casesClosed()
    const cases = await storage.list()
    return {
      cases,
      sizes: await storage.sizes(cases.map(({ id }) => id)),
      received: await (await received()).count(),
      room: await room(),
      isPromised: await isPromised(),
    }
  }
  // What cannot be counted is no reason to say that something else has failed.
  const show = () => look().then(setKept, () => setKept('unreadable'))
  const first = useRef(show)
  useEffect(() => void first.current(), [])
  return [kept, show]
}

function KeptHere() {
  const [kept, look] = useKept()
  if (kept === null) return <Opening />
  return (
    <>
      {kept === 'unreadable' ? <UnreadableText /> : <Cases kept={kept} look={look} />}
      {/* The same instance whatever can be read: what it has deleted can be put back until the page is left. */}
      <DeleteEverything onChange={look} />
    </>
  )
}

function Cases({ kept, look }: { kept: Kept; look: () => Promise<void> }) {
  const { t } = useTranslation()
  const words = useWords()
  const { cases, sizes, received } = kept
  const size = (bytes: number) => sizeWords(words, bytes)
  const time = (at: number) => words.formats.moment(at)
  return (
    <>
      <ul className="rows">
        {cases.map(({ id, company, savedAt, lastCopyAt, readable }) => (
          <li key={id}>
            <Link to={caseAddress(id)}>
              {t('keeping:data.case', { company: company ?? t('keeping:data.unnamed') })}
            </Link>
            {!readable && <p className="row-facts">{t('keeping:data.unreadable')}</p>}
            <p className="row-facts">
              {t('keeping:data.facts', {
                saved: savedAt === null ? '–' : time(savedAt),
                copy:
                  lastCopyAt === null ? t('keeping:data.noCopy') : t('keeping:data.copy', { time: time(lastCopyAt) }),
                size: size(sizes.get(id) ?? 0),
              })}
            </p>
          </li>
        ))}
      </ul>
      {cases.length === 0 && <p>{t('keeping:data.none')}</p>}
      {received > 0 && (
        <p>
          <Link to="/inbox">{t('keeping:data.received', { count: received })}</Link>
        </p>
      )}
      {kept.room !== null && (
        <p>
          {t('keeping:data.used', { size: size(kept.room.used) })}{' '}
          {kept.room.left < MUCH_ROOM && t('evidence:room', { size: size(kept.room.left) })}
        </p>
      )}
      <KeepingPromise isGiven={kept.isPromised} onAsked={look} />
    </>
  )
}

/** Browsers may delete what a page has stored; some can be asked not to. */
function KeepingPromise({ isGiven, onAsked }: { isGiven: boolean; onAsked: () => Promise<void> }) {
  const { t } = useTranslation()
  const [isRefused, setRefused] = useState(false)
  const ask = async () => {
    setRefused(!(await askToKeep()))
    await onAsked()
  }
  const notGiven = t(mayForgetInAWeek() ? 'keeping:data.safari' : 'keeping:data.mayDelete')
  return (
    <>
      <h2>{t('keeping:data.keeping')}</h2>
      <p>{isGiven ? t('keeping:data.promised') : notGiven}</p>
      {!isGiven && <Button onClick={() => void ask()}>{t('keeping:data.ask')}</Button>}
      <div role="status">{isRefused && <p className="note">{t('keeping:data.refused')}</p>}</div>
    </>
  )
}
