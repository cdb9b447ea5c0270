import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type InboxEntry, returningPartners } from '../../domain/inbox/inbox.ts'
import { OwnText } from '../../ui/OwnText.tsx'

/** More rows than this are no overview. */
const MOST = 20

export const ReturningPartners = memo(function ReturningPartners({
  entries,
}: {
  entries: readonly InboxEntry[]
}) {
  const { t } = useTranslation('inbox')
  const partners = useMemo(() => returningPartners(entries).slice(0, MOST), [entries])
  if (partners.length === 0) return null
  return (
    <section aria-labelledby="partners">
      <h2 id="partners">{t('partners')}</h2>
      <p className="hint">{t('partnersHint')}</p>
      <div className="table-frame">
        <table className="inbox">
          <thead>
            <tr>
              {(['name', 'cases', 'open', 'warranted'] as const).map((id) => (
                <th key={id} scope="col">
                  {t(`partnerColumns.${id}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {partners.map(({ name, cases, open, warranted }) => (
              <tr key={name}>
                <th scope="row" data-name={t('partnerColumns.name')}>
                  <OwnText text={name} />
                </th>
                <td data-name={t('partnerColumns.cases')}>{cases}</td>
                <td data-name={t('partnerColumns.open')}>{open}</td>
                <td data-name={t('partnerColumns.warranted')}>{warranted}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
})
