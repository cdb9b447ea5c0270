import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { InboxEntry } from '../../domain/inbox/inbox.ts'
import { returningPartners } from '../../domain/inbox/partners.ts'
import { OwnText } from '../../ui/UserText.tsx'

/** Longer lists of partners are no overview. */
const MOST_PARTNERS = 20

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
