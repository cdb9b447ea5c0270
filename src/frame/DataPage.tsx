import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { sizeWords } from '../i18n/fileWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { askToKeep, isPromised, mayForgetInAWeek, type Room, room, sizesOf } from '../platform/browserData.ts'
import type { CaseSummary } from '../platform/storedCase.ts'
import { useServices } from '../store/session.tsx'
import { casesClosed } from '../store/unsavedChanges.ts'
import { Button } from '../ui/Button.tsx'
import { caseAddress } from '../wizard/addresses.ts'
import { DeleteEverything } from './DeleteEverything.tsx'
import { Frame } from './Frame.tsx'
import { NothingKept } from './NothingKept.tsx'
import { PageHead } from './PageHead.tsx'
import { UnreadableText } from './UnreadableText.tsx'

interface Kept {
  cases: readonly CaseSummary[]
  sizes: ReadonlyMap<string, number>
  received: number
  room: Room | null
  isPromised: boolean
}

/** With more room than this, in bytes, nobody needs to know how much. */
const MUCH_ROOM = 1_000_000_000

/** What this browser holds, whether it may forget it, and how to take it all away. */
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
    setKept({
      cases,
      sizes: await sizesOf(cases.map(({ id }) => id)),
      received: await (await received()).count(),
      room: await room(),
      isPromised: await isPromised(),
    })
  }
  const first = useRef(look)
  useEffect(() => void first.current().catch(() => setKept('unreadable')), [])
  return [kept, look]
}

function KeptHere() {
  // With the words of what comes later: a page does not go away for them.
  const { t } = useTranslation()
  const [kept, look] = useKept()
  if (kept === null) return <p role="status">{t('common:opening')}</p>
  return (
    <>
      {kept === 'unreadable' ? <UnreadableText /> : <Cases kept={kept} look={look} />}
      {/* One and the same whatever can be read: what it has deleted can be put back until the page is left. */}
      <DeleteEverything onChange={look} />
    </>
  )
}

function Cases({ kept, look }: { kept: Kept; look: () => Promise<void> }) {
  const { t } = useTranslation()
  const words = useWords()
  const { cases, sizes, received } = kept
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
                saved: savedAt === null ? '–' : words.formats.moment(savedAt),
                copy:
                  lastCopyAt === null
                    ? t('keeping:data.noCopy')
                    : t('keeping:data.copy', { time: words.formats.moment(lastCopyAt) }),
                size: sizeWords(words, sizes.get(id) ?? 0),
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
          {t('keeping:data.used', { size: sizeWords(words, kept.room.used) })}{' '}
          {kept.room.left < MUCH_ROOM && t('evidence:room', { size: sizeWords(words, kept.room.left) })}
        </p>
      )}
      <KeepingPromise isPromised={kept.isPromised} onAsked={look} />
    </>
  )
}

/** Browsers may delete what a page has stored; some can be asked not to. */
function KeepingPromise({ isPromised: given, onAsked }: { isPromised: boolean; onAsked: () => Promise<void> }) {
  const { t } = useTranslation()
  const [isRefused, setRefused] = useState(false)
  const ask = async () => {
    const isGiven = await askToKeep()
    setRefused(!isGiven)
    await onAsked()
  }
  return (
    <>
      <h2>{t('keeping:data.keeping')}</h2>
      <p>
        {given
          ? t('keeping:data.promised')
          : mayForgetInAWeek()
            ? t('keeping:data.safari')
            : t('keeping:data.mayDelete')}
      </p>
      {!given && <Button onClick={() => void ask()}>{t('keeping:data.ask')}</Button>}
      <div role="status">{isRefused && <p className="note">{t('keeping:data.refused')}</p>}</div>
    </>
  )
}
