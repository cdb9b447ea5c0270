import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router-dom'
import { Frame } from './Frame.tsx'
import { PageHead } from './PageHead.tsx'

/** Pages of earlier releases, in bookmarks and as the place where a user left off: they lead to the overview. */
const STEPS =
  'private|[a-z]+/done|about/(?:before|partner)|(?:scope|partner|examples)/start|added/any|partner/(?:meeting|solved)|request/(?:date|yours)'
const ROW_STEPS = 'agreed|delivered|finding|message|what|when|effect|more'
const GONE = new RegExp(`^(/case/[^/]+)/(?:${STEPS}|[a-z]+\\.[a-z]+/[^/]+/(?:${ROW_STEPS}))$`)

/** Within a case or outside it: the address leads nowhere, and the cases are one press away. */
export function NotFound() {
  const { t } = useTranslation()
  const [, overview] = GONE.exec(useLocation().pathname) ?? []
  const navigate = useNavigate()
  useEffect(() => {
    if (overview !== undefined) navigate(overview, { replace: true })
  }, [overview, navigate])
  if (overview !== undefined) return null
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
