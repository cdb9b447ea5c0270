import { useTranslation } from 'react-i18next'
import type { FileTrouble } from '../exchange/evidence/filesOf.ts'
import { Banner } from '../ui/Banner.tsx'

/** Which files of a case that was opened are missing or damaged, by name. Everything else is there. */
export function FileTroubles({ troubles }: { troubles: readonly FileTrouble[] }) {
  const { t } = useTranslation()
  if (troubles.length === 0) return null
  return (
    <Banner kind="warning">
      <ul>
        {troubles.map(({ id, name, is }) => (
          <li key={id} dir="auto">
            {t(`evidence:list.${is}`, { name })}
          </li>
        ))}
      </ul>
      <p>{t('evidence:list.rest')}</p>
    </Banner>
  )
}
