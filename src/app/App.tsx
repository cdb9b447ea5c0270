import { Component, lazy, type ReactNode, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { HashRouter, Link, useLocation, useRoutes } from 'react-router-dom'
import { type Services, ServicesProvider } from '../store/session.tsx'
import { everythingSaved } from '../store/unsavedChanges.ts'
import { AnnouncerProvider } from '../ui/announcer.tsx'
import { Button } from '../ui/Button.tsx'
import { PageHeading } from '../ui/PageHeading.tsx'
// Its listeners come before those of the router.
import '../ui/syncAutofill.ts'
import { CASE_PAGES, CaseLayout, NotFound, NotFoundPage, PAGES } from './pages.tsx'

const notices = () => import('./AppNotices.tsx')
// If it cannot be fetched, everything else works.
const Notices = lazy(() =>
  notices()
    .then((file) => ({ default: file.AppNotices }))
    .catch(() => ({ default: () => null })),
)

const routesOf = (pages: typeof PAGES) => Object.entries(pages).map(([path, { Page }]) => ({ path, element: <Page /> }))

const ROUTES = [
  ...routesOf(PAGES),
  {
    path: '/case/:caseId',
    element: <CaseLayout />,
    children: [...routesOf(CASE_PAGES), { path: '*', element: <NotFound /> }],
  },
  { path: '*', element: <NotFoundPage /> },
]

const Pages = () => useRoutes(ROUTES)

function LanguageOfPage({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation()
  useEffect(() => {
    document.documentElement.lang = i18n.language
  }, [i18n.language])
  return children
}

interface BoundaryProps {
  children: ReactNode
  resetOn: string
}

class ErrorBoundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidUpdate(before: BoundaryProps) {
    if (before.resetOn !== this.props.resetOn && this.state.failed) this.setState({ failed: false })
  }

  override render() {
    return this.state.failed ? <Failed onAgain={() => this.setState({ failed: false })} /> : this.props.children
  }
}

function Failed({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation()
  // The same page does not fetch a missing part of the app again.
  const again = async () => (navigator.onLine && (await everythingSaved()) ? location.reload() : onAgain())
  const heading = t('common:crash.heading')
  return (
    <main className="content">
      <PageHeading title={t('common:titleOf', { heading, service: t('common:service') })}>{heading}</PageHeading>
      <p>{t('common:crash.text')}</p>
      <div className="actions">
        <Button isMain onClick={again}>
          {t('common:crash.again')}
        </Button>
        <Link to="/">{t('common:toStart')}</Link>
      </div>
    </main>
  )
}

function Guarded({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  return <ErrorBoundary resetOn={pathname}>{children}</ErrorBoundary>
}

/** A file dropped outside its place must not replace the page; text may be dragged into a field. */
function useNoStrayDrops() {
  useEffect(() => {
    const ignore = (event: DragEvent) => {
      const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (!isField || event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('dragover', ignore, { signal })
    window.addEventListener('drop', ignore, { signal })
    return () => listening.abort()
  }, [])
}

export function App({ services }: { services: Services }) {
  useNoStrayDrops()
  // Small, and needed by the next click.
  useEffect(() => void Promise.all([CaseLayout.load(), notices()]).catch(() => {}), [])
  return (
    <ServicesProvider services={services}>
      <AnnouncerProvider>
        <LanguageOfPage>
          <HashRouter>
            <Guarded>
              <Suspense fallback={null}>
                <Pages />
              </Suspense>
            </Guarded>
            <Suspense>
              <Notices />
            </Suspense>
          </HashRouter>
        </LanguageOfPage>
      </AnnouncerProvider>
    </ServicesProvider>
  )
}
