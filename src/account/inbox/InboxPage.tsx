import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { inboxOf } from '../../domain/inbox/inbox.ts'
import { beginsDescending, filtered, NO_FILTER, type Sort, sortedBy } from '../../domain/inbox/inboxView.ts'
import { partnersIn } from '../../domain/inbox/partners.ts'
import { Frame } from '../../frame/Frame.tsx'
import { PageHead } from '../../frame/PageHead.tsx'
import { UnreadableText } from '../../frame/StorageBanners.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { deskOf, useDesk } from '../../store/inboxStore.ts'
import { useServices } from '../../store/session.tsx'
import { useToday } from '../../store/useToday.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { focusOn } from '../../ui/focus.ts'
import { OddText } from '../../ui/RevealedText.tsx'
import { CloseReading } from '../../ui/UserText.tsx'
import { useRootMark } from '../../ui/useRootMark.ts'
import { StorageOptIn } from '../review/StorageOptIn.tsx'
import { CsvButton } from './CsvButton.tsx'
import { InboxFilters } from './InboxFilters.tsx'
import { InboxTable } from './InboxTable.tsx'
import { ReadInForm } from './ReadInForm.tsx'
import { ReturningPartners } from './ReturningPartners.tsx'

export function InboxPage() {
  const { t } = useTranslation()
  useRootMark('has-list')
  const services = useServices()
  const desk = deskOf(services)
  const cases = useDesk((state) => state.cases)
  const replies = useDesk((state) => state.replies)
  const readFailed = useDesk((state) => state.failed === 'read')
  const today = useToday()
  const [isLoaded, setLoaded] = useState(false)
  useEffect(() => {
    let left = false
    void desk.load().then(() => {
      if (!left) setLoaded(true)
    })
    return () => {
      left = true
    }
  }, [desk])

  const [sort, setSort] = useState<{ by: Sort; descending: boolean }>({ by: 'age', descending: true })
  const onSort = useCallback(
    (by: Sort) =>
      setSort((before) => ({ by, descending: before.by === by ? !before.descending : beginsDescending(by) })),
    [],
  )
  const [filter, setFilter] = useState(NO_FILTER)
  const { language } = useWords()
  const compare = useMemo(() => new Intl.Collator(language, { sensitivity: 'base' }).compare, [language])
  const hidden = useDesk((state) => state.hidden)
  const all = useMemo(() => inboxOf(cases, replies, today), [cases, replies, today])
  const entries = useMemo(() => all.filter(({ newest }) => !hidden.includes(newest.caseId)), [all, hidden])
  const hasRows = entries.length > 0
  const lastHidden = all.find(({ newest }) => newest.caseId === hidden.at(-1))
  // Removed cases are deleted when the list is left, in whichever way.
  useEffect(() => {
    const forget = () => void desk.forgetHidden()
    window.addEventListener('pagehide', forget)
    return () => {
      window.removeEventListener('pagehide', forget)
      forget()
    }
  }, [desk])
  const sorted = useMemo(() => sortedBy(entries, sort.by, sort.descending, compare), [entries, sort, compare])
  const partners = useMemo(() => partnersIn(entries).toSorted((a, b) => compare(a.name, b.name)), [entries, compare])
  // Whoever was chosen may have been removed since.
  const partner = partners.length > 1 && partners.some(({ key }) => key === filter.partner) ? filter.partner : null
  const later = useDeferredValue(useMemo(() => ({ ...filter, partner }), [filter, partner]))
  const shown = useMemo(() => filtered(sorted, later), [sorted, later])
  const loose = useMemo(() => {
    const known = new Set(cases.map(({ caseId }) => caseId))
    return replies.filter(({ caseId }) => !known.has(caseId)).length
  }, [cases, replies])
  return (
    <Frame>
      <PageHead>{t('inbox:heading')}</PageHead>
      {!hasRows && <p className="lead">{t('inbox:lead')}</p>}
      <div className={hasRows ? 'inbox-tools' : undefined}>
        <ReadInForm isSmall={hasRows} />
        <StorageOptIn />
      </div>
      {readFailed && <UnreadableText />}
      {isLoaded && !hasRows && !readFailed && <p>{t('inbox:empty')}</p>}
      {lastHidden !== undefined && (
        <p>
          {t('inbox:removed', { name: lastHidden.newest.company ?? t('inbox:unnamed') })}{' '}
          <LinkButton
            id="undo-removed"
            onClick={() => {
              const { caseId } = lastHidden.newest
              flushSync(() => desk.show(caseId))
              focusOn(`open-${caseId}`)
            }}
          >
            {t('common:undo')}
          </LinkButton>
        </p>
      )}
      {hasRows && (
        <>
          <InboxFilters filter={filter} onFilter={setFilter} partners={partners} shown={shown.length} />
          <CloseReading value={OddText}>
            <InboxTable
              entries={shown}
              sort={sort}
              view={`${sort.by} ${sort.descending} ${JSON.stringify(later)}`}
              onSort={onSort}
            />
            <ReturningPartners entries={entries} />
          </CloseReading>
          <CsvButton entries={shown} />
        </>
      )}
      {loose > 0 && <p className="hint">{t('inbox:loose', { count: loose })}</p>}
      <p>
        <Link to="/review">{t('inbox:toReview')}</Link>
      </p>
    </Frame>
  )
}
