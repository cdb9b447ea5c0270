import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { PageHeading } from '../ui/PageHeading.tsx'

interface PageHeadProps {
  children: string
  /** For the window, if the heading holds text that a user has written. */
  title?: string
  back?: string | undefined
  /** False if something else on the page takes the focus. */
  takesFocus?: boolean
}

export function PageHead({ children, title = children, back, takesFocus = true }: PageHeadProps) {
  const { t } = useTranslation()
  return (
    <>
      {back !== undefined && (
        <Link className="back" to={back}>
          {t('common:back')}
        </Link>
      )}
      <PageHeading
        title={t('common:titleOf', { heading: title, service: t('common:service') })}
        takesFocus={takesFocus}
      >
        {children}
      </PageHeading>
    </>
  )
}
