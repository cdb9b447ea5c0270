import { useTranslation } from 'react-i18next'
import { WAITING } from '../../domain/inbox/inbox.ts'
import type { Filter } from '../../domain/inbox/inboxView.ts'
import { VERDICTS } from '../../domain/reply/reply.ts'
import { Field } from '../../ui/Field.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextInput } from '../../ui/TextInput.tsx'

interface InboxFiltersProps {
  filter: Filter
  onFilter: (filter: Filter) => void
  partners: readonly { key: string; name: string }[]
  shown: number
}

export function InboxFilters({ filter, onFilter, partners, shown }: InboxFiltersProps) {
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
      {partners.length > 1 && (
        <SelectField
          id="inbox-partner"
          label={t('inbox:columns.partner')}
          chosen={filter.partner}
          none={t('inbox:all')}
          choices={partners.map(({ key, name }) => ({ id: key, label: name }))}
          onChoose={(partner) => onFilter({ ...filter, partner })}
        />
      )}
      <p role="status">{shown === 0 ? t('inbox:noMatch') : t('inbox:shown', { count: shown })}</p>
    </search>
  )
}
