import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deliverable } from '../../domain/areas/scope/schema.ts'
import { nonBlank } from '../../domain/case/answer.ts'
import { fewWords, fromDocument } from '../../domain/sources/documentDeliverables.ts'
import { quoteIn } from '../../domain/sources/quoteInDocument.ts'
import type { DocumentBlock } from '../../domain/sources/sourceDocument.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { OwnText } from '../../ui/UserText.tsx'
import { placeWords } from './placeWords.ts'

/** Of a longer list nobody looks up each. */
const MOST = 60

interface KnownDeliverablesProps {
  blocks: readonly DocumentBlock[]
  /** The deliverable whose sentence is being looked for. */
  rowId: string | null
  onFind: (rowId: string | null, text: string | null) => void
}

/** What the document says of the deliverables that are there already: where they stand, and what has changed. */
export function KnownDeliverables({ blocks, rowId, onFind }: KnownDeliverablesProps) {
  const { t } = useTranslation()
  const rows = useOpenCase((state) => state.case.answers.scope.deliverables)
  /** Looking up each takes a while. */
  const [isOpen, setOpen] = useState(false)
  if (rows.length === 0) return null
  const sought = rows.find(({ id }) => id === rowId)
  return (
    <div id="known" tabIndex={-1}>
      <Disclosure
        summary={t('sources:document.known', { count: rows.length })}
        isOpen={rowId !== null}
        onOpen={() => setOpen(true)}
      >
        <ul>
          {(isOpen ? rows.slice(0, MOST) : []).map((row) => (
            <KnownRow key={row.id} {...{ row, blocks, onFind }} />
          ))}
        </ul>
      </Disclosure>
      {sought !== undefined && (
        <p className="note">
          {t('sources:document.pressFor', { title: nonBlank(sought.title) ?? `S${sought.code}` })}{' '}
          <LinkButton onClick={() => onFind(null, '')}>{t('common:cancel')}</LinkButton>
        </p>
      )}
    </div>
  )
}

interface KnownRowProps extends Pick<KnownDeliverablesProps, 'blocks' | 'onFind'> {
  row: Deliverable
}

function KnownRow({ row, blocks, onFind }: KnownRowProps) {
  const { t } = useTranslation()
  const words = useWords()
  const { store } = useOpened()
  const { clock } = useServices()
  const title = nonBlank(row.title) ?? `S${row.code}`
  const quote = nonBlank(row.quote)
  const now = useMemo(() => (quote === null ? null : quoteIn(blocks, quote)), [blocks, quote])
  const place = now === null || now.is === 'gone' ? null : placeWords(words, now.at.block)
  const changed = now?.is === 'changed' ? (now.at.sentence ?? now.at.block.text) : null
  const dated =
    now?.is === 'changed' ? fromDocument(now.at, [], { language: words.language, today: clock.today() }).promised : null
  const isMoved =
    dated !== null &&
    dated.length === 10 &&
    dated !== row.promised &&
    !(row.moves ?? []).some(({ date }) => date === dated)
  const day = isMoved ? dated : null
  const useNew = () => {
    if (changed === null) return
    const answer = (field: string, value: unknown) =>
      store.getState().answer(`scope.deliverables.${row.id}.${field}`, value)
    answer('quote', changed)
    if (place !== null) answer('reference', place)
    // Another version of what both have agreed on: its day is one that both have moved to.
    if (day !== null)
      answer('moves', [...(row.moves ?? []), { date: day, toldOn: null, agreed: 'yes', changeRequest: null }])
  }
  return (
    <li>
      <OwnText text={title} lang={undefined} />{' '}
      {now !== null && <span className="meta">{t(`sources:document.quote.${now.is}`, { place: place ?? '' })}</span>}{' '}
      {changed !== null && (
        <>
          <span className="own">”{changed}”</span>{' '}
          <LinkButton about={title} onClick={useNew}>
            {day === null
              ? t('sources:document.useNew')
              : t('sources:document.useNewDate', { date: words.formats.date(day) })}
          </LinkButton>{' '}
        </>
      )}
      {now?.is !== 'same' && (
        <LinkButton about={title} onClick={() => onFind(row.id, fewWords(title).split(' ').slice(0, 2).join(' '))}>
          {t('sources:document.find')}
        </LinkButton>
      )}
    </li>
  )
}
