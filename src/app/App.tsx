import {
  Component,
  lazy,
  memo,
  type ReactNode,
  Suspense,
  startTransition,
  useEffect,
  useLayoutEffect,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { HashRouter, Link, type Location, useLocation, useRoutes } from 'react-router-dom'
import { atRest } from '../platform/atRest.ts'
import { opensOffline } from '../platform/opensOffline.ts'
import { type Services, ServicesProvider } from '../store/session.tsx'
import { everythingSaved } from '../store/unsavedChanges.ts'
import { AnnouncerProvider } from '../ui/announcer.tsx'
import { Button } from '../ui/Button.tsx'
import { PageHeading } from '../ui/PageHeading.tsx'
import { useRootMark } from '../ui/useRootMark.ts'
// Its listeners come before those of the router.
import '../ui/syncAutofill.ts'
import { Optional } from '../ui/Optional.tsx'
import { AroundCase, CASE_PAGES, fetchAhead, isFetched, NotFound, NotFoundPage, PAGES } from './pages.tsx'

const Notices = lazy(async () => ({ default: (await import('./AppNotices.tsx')).AppNotices }))

const routesOf = (pages: typeof PAGES) => Object.entries(pages).map(([path, { Page }]) => ({ path, element: <Page /> }))

const ROUTES = [
  ...routesOf(PAGES),
  {
    path: '/case/:caseId',
    element: <AroundCase />,
    children: [...routesOf(CASE_PAGES), { path: '*', element: <NotFound /> }],
  },
  { path: '*', element: <NotFoundPage /> },
]

const PageAt = memo(({ location }: { location: Location }) => useRoutes(ROUTES, location))

/** A page that is there is drawn at once; while another is fetched, the page before stays. */
function Pages() {
  const { i18n } = useTranslation()
  const location = useLocation()
  const [before, setBefore] = useState(location)
  const isThere = before === location || isFetched(i18n, location.pathname)
  // What is drawn at once is "the page before" from this step on. Not `useDeferredValue`: of a page that does not come,
  // React would first report that it had got by without.
  useLayoutEffect(() => {
    if (isThere) setBefore(location)
    else startTransition(() => setBefore(location))
  }, [isThere, location])
  useRootMark(isThere ? null : 'waiting')
  // The boundary is inside: React takes back and repeats the effects of whatever it hides.
  return (
    <Suspense fallback={null}>
      <PageAt location={isThere ? location : before} />
    </Suspense>
  )
}

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

/**
 * A file dropped outside its place must not replace the page; text may be dragged into a field. And a page is drawn with
 * the press that opens it: the second press of a double click would press what was not there to be seen.
 */
function useNoStrayEvents() {
  useEffect(() => {
    const ignore = (event: DragEvent) => {
      const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (!isField || event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    let pressedAt = location.hash
    const press = (event: MouseEvent) => {
      // The count of presses in one place; 0 from the keyboard. Whoever presses a third time means it.
      if (event.detail !== 2) pressedAt = location.hash
      else if (location.hash !== pressedAt) {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('dragover', ignore, { signal })
    window.addEventListener('drop', ignore, { signal })
    window.addEventListener('click', press, { signal, capture: true })
    return () => listening.abort()
  }, [])
}

/**
 * Once what will be wanted next is there: the copy for offline use is fetched with it. At once where such a copy has
 * opened the page, which may be replaced before long, and where a part of the app does not come.
 */
function NoticesAtRest() {
  const { i18n } = useTranslation()
  const [isWanted, setWanted] = useState(opensOffline)
  const [isPartMissing, setPartMissing] = useState(false)
  useEffect(() => {
    const missing = () => setPartMissing(true)
    window.addEventListener('vite:preloadError', missing)
    atRest()
      .then(() => fetchAhead(i18n))
      .then(() => setWanted(true))
    return () => window.removeEventListener('vite:preloadError', missing)
  }, [i18n])
  return <Optional>{(isWanted || isPartMissing) && <Notices isPartMissing={isPartMissing} />}</Optional>
}

export function App({ services }: { services: Services }) {
  useNoStrayEvents()
  return (
    <ServicesProvider services={services}>
      <AnnouncerProvider>
        <LanguageOfPage>
          <HashRouter useTransitions={false}>
            <Guarded>
              <Pages />
            </Guarded>
            <NoticesAtRest />
          </HashRouter>
        </LanguageOfPage>
      </AnnouncerProvider>
    </ServicesProvider>
  )
}
