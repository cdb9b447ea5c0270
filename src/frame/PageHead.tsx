import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { PageHeading } from '../ui/PageHeading.tsx'

interface PageHeadProps {
  /** The heading. */
  children: string
  /** What the title of the window says in its place, where the heading holds something that somebody has written. */
  title?: string
  /** Where the page was come from, if there is a way back. */
  back?: string
  /** False where something else on the page takes the focus. */
  takesFocus?: boolean
}

/** What a page around the interview begins with: the way back, its heading, and the title of the window. */
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
