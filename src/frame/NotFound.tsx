import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Frame } from './Frame.tsx'
import { PageHead } from './PageHead.tsx'

/** Within a case or outside it: the address leads nowhere, and the cases are one press away. */
export function NotFound() {
  const { t } = useTranslation()
  return (
    <>
      <PageHead>{t('common:notFound.heading')}</PageHead>
      <p>{t('common:notFound.text')}</p>
      <Link className="button" to="/">
        {t('common:toStart')}
      </Link>
    </>
  )
}

export const NotFoundPage = () => (
  <Frame>
    <NotFound />
  </Frame>
)
