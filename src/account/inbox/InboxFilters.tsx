import { useTranslation } from 'react-i18next'
import { type Filter, WAITING } from '../../domain/inbox/inbox.ts'
import { VERDICTS } from '../../domain/reply/reply.ts'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'

interface InboxFiltersProps {
  filter: Filter
  onFilter: (filter: Filter) => void
  shown: number
}

/** Searching, and what alone is shown. How many that are is said as it changes. */
export function InboxFilters({ filter, onFilter, shown }: InboxFiltersProps) {
  const { t } = useTranslation()
  const all = <option value="">{t('inbox:all')}</option>
  return (
    <search className="inbox-filters">
      <Field id="inbox-search" label={t('inbox:search')}>
        {(wiring) => (
          <TextInput {...wiring} value={filter.search} onText={(search) => onFilter({ ...filter, search })} />
        )}
      </Field>
      <Field id="inbox-waiting" label={t('inbox:waitingFor')}>
        {(wiring) => (
          <select
            {...wiring}
            className="select"
            value={filter.waiting ?? ''}
            onChange={({ target }) =>
              onFilter({ ...filter, waiting: WAITING.find((id) => id === target.value) ?? null })
            }
          >
            {all}
            {WAITING.map((id) => (
              <option key={id} value={id}>
                {t(`inbox:waiting.${id}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="inbox-verdict" label={t('inbox:verdictIs')}>
        {(wiring) => (
          <select
            {...wiring}
            className="select"
            value={filter.verdict ?? ''}
            onChange={({ target }) => onFilter({ ...filter, verdict: target.value || null })}
          >
            {all}
            <option value="none">{t('inbox:noVerdict')}</option>
            {VERDICTS.map((id) => (
              <option key={id} value={id}>
                {t(`reply:verdicts.${id}.short`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p role="status">{shown === 0 ? t('inbox:noMatch') : t('inbox:shown', { count: shown })}</p>
    </search>
  )
}
