import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { type Filter, filtered, inboxOf, NO_FILTER, type Sort, sortedBy, WAITING } from '../../domain/inbox/inbox.ts'
import { VERDICTS } from '../../domain/reply/reply.ts'
import { Frame } from '../../frame/Frame.tsx'
import { PageHead } from '../../frame/PageHead.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { deskOf, useDesk } from '../../store/inboxStore.ts'
import { useServices } from '../../store/session.tsx'
import { useToday } from '../../store/useToday.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { focusOn } from '../../ui/focus.ts'
import { OddText } from '../../ui/RevealedText.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { CloseReading } from '../../ui/UserText.tsx'
import { StorageOptIn } from '../review/StorageOptIn.tsx'
import { CsvButton } from './CsvButton.tsx'
import { InboxTable } from './InboxTable.tsx'
import { ReadInForm } from './ReadInForm.tsx'
import { ReturningPartners } from './ReturningPartners.tsx'

export function InboxPage() {
  const { t } = useTranslation()
  const services = useServices()
  const desk = deskOf(services)
  const cases = useDesk((state) => state.cases)
  const replies = useDesk((state) => state.replies)
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
    (by: Sort) => setSort((before) => ({ by, descending: before.by === by ? !before.descending : by === 'age' })),
    [],
  )
  const [filter, setFilter] = useState(NO_FILTER)
  const { language } = useWords()
  const compare = useMemo(() => new Intl.Collator(language, { sensitivity: 'base' }).compare, [language])
  const hidden = useDesk((state) => state.hidden)
  const all = useMemo(() => inboxOf(cases, replies, today), [cases, replies, today])
  const entries = useMemo(() => all.filter(({ newest }) => !hidden.includes(newest.caseId)), [all, hidden])
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
  const later = useDeferredValue(filter)
  const shown = useMemo(() => filtered(sorted, later), [sorted, later])
  const loose = useMemo(() => {
    const known = new Set(cases.map(({ caseId }) => caseId))
    return replies.filter(({ caseId }) => !known.has(caseId)).length
  }, [cases, replies])
  return (
    <Frame>
      <PageHead>{t('inbox:heading')}</PageHead>
      <p className="lead">{t('inbox:lead')}</p>
      <ReadInForm />
      <StorageOptIn />
      {isLoaded && entries.length === 0 && <p>{t('inbox:empty')}</p>}
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
      {entries.length > 0 && (
        <>
          <InboxFilters filter={filter} onFilter={setFilter} shown={shown.length} />
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

interface InboxFiltersProps {
  filter: Filter
  onFilter: (filter: Filter) => void
  shown: number
}

function InboxFilters({ filter, onFilter, shown }: InboxFiltersProps) {
  const { t } = useTranslation()
  const verdicts = VERDICTS.map((id) => ({ id, label: t(`reply:verdicts.${id}.short`) }))
  return (
    <search className="inbox-filters">
      <Field id="inbox-search" label={t('inbox:search')}>
        {(wiring) => (
          <TextInput {...wiring} value={filter.search} onText={(search) => onFilter({ ...filter, search })} />
        )}
      </Field>
      <SelectField
        id="inbox-waiting"
        label={t('inbox:waitingFor')}
        chosen={filter.waiting}
        none={t('inbox:all')}
        choices={WAITING.map((id) => ({ id, label: t(`inbox:waiting.${id}`) }))}
        onChoose={(waiting) => onFilter({ ...filter, waiting })}
      />
      <SelectField
        id="inbox-verdict"
        label={t('inbox:verdictIs')}
        chosen={filter.verdict}
        none={t('inbox:all')}
        choices={[{ id: 'none', label: t('inbox:noVerdict') }, ...verdicts]}
        onChoose={(verdict) => onFilter({ ...filter, verdict })}
      />
      <p role="status">{shown === 0 ? t('inbox:noMatch') : t('inbox:shown', { count: shown })}</p>
    </search>
  )
}
