import { memo, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { type InboxEntry, SORTS, type Sort } from '../../domain/inbox/inbox.ts'
import { returningPartners } from '../../domain/inbox/partners.ts'
import type { ReceivedCase } from '../../domain/inbox/receivedCase.ts'
import { useWords } from '../../i18n/useWords.ts'
import { deskOf } from '../../store/inboxStore.ts'
import { useServices } from '../../store/session.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { focusOn } from '../../ui/focus.ts'
import { OwnText } from '../../ui/UserText.tsx'
import { entryWords } from './entryWords.ts'

/** Rows that are shown at first, and added at a time. */
const AT_FIRST = 50
/** Longer lists of partners are no overview. */
const MOST_PARTNERS = 20

interface InboxTableProps {
  entries: readonly InboxEntry[]
  sort: { by: Sort; descending: boolean }
  onSort: (by: Sort) => void
  /** Identifies order and filter: another view begins with the first rows again. */
  view: string
}

export const InboxTable = memo(function InboxTable({ entries, sort, onSort, view }: InboxTableProps) {
  const { t } = useTranslation()
  const [more, setMore] = useState({ view, count: AT_FIRST })
  const count = more.view === view ? more.count : AT_FIRST
  const shown = entries.slice(0, count)
  const rest = entries.length - shown.length
  return (
    <>
      <div className="table-frame">
        <table className="inbox">
          <caption className="unseen">
            {t('inbox:caption')}.{' '}
            {t(sort.by === 'age' ? 'inbox:sortedByAge' : 'inbox:sortedBy', { column: t(`inbox:columns.${sort.by}`) })}
          </caption>
          <thead>
            <tr>
              {SORTS.map((id) => (
                <th
                  key={id}
                  scope="col"
                  aria-sort={sort.by !== id ? undefined : sort.descending ? 'descending' : 'ascending'}
                >
                  <button type="button" className="sort" onClick={() => onSort(id)} id={`sort-${id}`}>
                    {t(`inbox:columns.${id}`)}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((entry) => (
              <EntryRow key={entry.newest.caseId} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 && (
        <p>
          {t('inbox:ofAll', { shown: shown.length, count: entries.length })}{' '}
          <Button
            onClick={() => {
              const next = entries[count]?.newest.caseId
              flushSync(() => setMore({ view, count: count + AT_FIRST }))
              focusOn(`open-${next}`)
            }}
          >
            {t('inbox:more', { count: Math.min(rest, AT_FIRST) })}
          </Button>
        </p>
      )}
    </>
  )
})

const EntryRow = memo(function EntryRow({ entry }: { entry: InboxEntry }) {
  const { t } = useTranslation()
  const words = useWords()
  const announce = useAnnounce()
  const desk = deskOf(useServices())
  const said = entryWords(words, entry)
  const { newest, older } = entry
  const { caseId, digest, partner, impact, openQuestions, changed } = newest
  const revisionName = ({ purpose, revision }: ReceivedCase) =>
    purpose === 'copy' ? t('inbox:copy') : t('inbox:revision', { revision })
  return (
    <tr>
      <td data-name={t('inbox:columns.age')}>{said.age}</td>
      <th scope="row" data-name={t('inbox:columns.company')}>
        {said.emergency !== '' && <strong className="emergency">{said.emergency}</strong>}
        <Link id={`open-${caseId}`} to="/review" state={{ caseId, digest }}>
          <OwnText text={said.company} />
        </Link>
        <span className="meta">
          {revisionName(newest)}
          {openQuestions > 0 && ` · ${t('inbox:openQuestions', { count: openQuestions })}`}
          {changed && ` · ${t('inbox:changed')}`}
        </span>
        {older.length > 0 && (
          <details>
            <summary>{t('inbox:older', { count: older.length })}</summary>
            <ul className="plain">
              {older.map((each) => (
                <li key={each.digest}>
                  <Link to="/review" state={{ caseId: each.caseId, digest: each.digest }}>
                    {revisionName(each)}, {words.formats.date(each.asOf)}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        )}
        <button
          type="button"
          className="link-button small"
          onClick={() => {
            flushSync(() => desk.hide(caseId))
            announce(t('inbox:removed', { name: said.company }))
            focusOn('undo-removed')
          }}
        >
          {t('inbox:remove')}
          <span className="unseen"> {said.company}</span>
        </button>
      </th>
      <td data-name={t('inbox:columns.partner')}>{partner !== null && <OwnText text={partner} />}</td>
      <td data-name={t('inbox:columns.step')}>{said.step}</td>
      <td data-name={t('inbox:columns.effect')}>
        {said.effect}
        {impact !== null && (
          <span className="meta">
            <OwnText text={impact} />
          </span>
        )}
      </td>
      <td data-name={t('inbox:columns.verdict')}>{said.verdict}</td>
      <td data-name={t('inbox:columns.waiting')}>{said.waiting}</td>
      <td data-name={t('inbox:columns.next')}>{said.next}</td>
    </tr>
  )
})

const PARTNER_COLUMNS = ['name', 'cases', 'open', 'warranted'] as const

export const ReturningPartners = memo(function ReturningPartners({ entries }: { entries: readonly InboxEntry[] }) {
  const { t } = useTranslation()
  const partners = useMemo(() => returningPartners(entries).slice(0, MOST_PARTNERS), [entries])
  if (partners.length === 0) return null
  return (
    <section aria-labelledby="partners">
      <h2 id="partners">{t('inbox:partners')}</h2>
      <p className="hint">{t('inbox:partnersHint')}</p>
      <div className="table-frame">
        <table className="inbox">
          <thead>
            <tr>
              {PARTNER_COLUMNS.map((id) => (
                <th key={id} scope="col">
                  {t(`inbox:partnerColumns.${id}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {partners.map(({ name, ...counts }) => (
              <tr key={name}>
                <th scope="row" data-name={t('inbox:partnerColumns.name')}>
                  <OwnText text={name} />
                </th>
                {PARTNER_COLUMNS.filter((id) => id !== 'name').map((id) => (
                  <td key={id} data-name={t(`inbox:partnerColumns.${id}`)}>
                    {counts[id]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
})
