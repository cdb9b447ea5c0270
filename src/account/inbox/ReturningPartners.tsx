import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type InboxEntry, returningPartners } from '../../domain/inbox/inbox.ts'
import { OwnText } from '../../ui/UserText.tsx'

/** More rows than this are no overview. */
const MOST = 20

export const ReturningPartners = memo(function ReturningPartners({ entries }: { entries: readonly InboxEntry[] }) {
  const { t } = useTranslation()
  const partners = useMemo(() => returningPartners(entries).slice(0, MOST), [entries])
  if (partners.length === 0) return null
  return (
    <section aria-labelledby="partners">
      <h2 id="partners">{t('inbox:partners')}</h2>
      <p className="hint">{t('inbox:partnersHint')}</p>
      <div className="table-frame">
        <table className="inbox">
          <thead>
            <tr>
              {(['name', 'cases', 'open', 'warranted'] as const).map((id) => (
                <th key={id} scope="col">
                  {t(`inbox:partnerColumns.${id}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {partners.map(({ name, cases, open, warranted }) => (
              <tr key={name}>
                <th scope="row" data-name={t('inbox:partnerColumns.name')}>
                  <OwnText text={name} />
                </th>
                <td data-name={t('inbox:partnerColumns.cases')}>{cases}</td>
                <td data-name={t('inbox:partnerColumns.open')}>{open}</td>
                <td data-name={t('inbox:partnerColumns.warranted')}>{warranted}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
})
