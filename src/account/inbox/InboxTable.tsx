import { memo, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { InboxEntry } from '../../domain/inbox/inbox.ts'
import { SORTS, type Sort } from '../../domain/inbox/inboxView.ts'
import { Button } from '../../ui/Button.tsx'
import { focusOn } from '../../ui/focus.ts'
import { EntryRow } from './EntryRow.tsx'

/** Rows that are shown at first, and added at a time. */
const AT_FIRST = 50

/** In their order on the page; all but one can be sorted by. */
const COLUMNS = ['company', 'age', 'partner', 'ask', 'effect', 'step', 'waiting', 'verdict', 'next'] as const

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
        <table className="inbox cases">
          <caption className="unseen">
            {t('inbox:caption')}.{' '}
            {t(sort.by === 'age' ? 'inbox:sortedByAge' : 'inbox:sortedBy', { column: t(`inbox:columns.${sort.by}`) })}
          </caption>
          <thead>
            <tr>
              {COLUMNS.map((id) => (
                <th
                  key={id}
                  scope="col"
                  className={`of-${id}`}
                  aria-sort={sort.by !== id ? undefined : sort.descending ? 'descending' : 'ascending'}
                >
                  <ColumnHead id={id} onSort={onSort} />
                </th>
              ))}
              {/* One checker takes only the one for a name, another only the other. */}
              <th scope="col" className="of-remove" aria-label={t('inbox:remove')}>
                <span className="unseen">{t('inbox:remove')}</span>
              </th>
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

function ColumnHead({ id, onSort }: { id: (typeof COLUMNS)[number]; onSort: (by: Sort) => void }) {
  const { t } = useTranslation()
  const sort = SORTS.find((each) => each === id)
  const name = t(`inbox:columns.${id}`)
  return sort === undefined ? (
    name
  ) : (
    <button type="button" className="sort" onClick={() => onSort(sort)} id={`sort-${sort}`}>
      {name}
    </button>
  )
}
