import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { HashRouter, Route, Routes, useLocation } from 'react-router-dom'
import { type Services, ServicesProvider } from '../store/session.tsx'
import { AnnouncerProvider } from '../ui/announcer.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { CASE_PAGES, CaseLayout, NotFound, NotFoundPage, PAGES } from './pages.tsx'

const notices = () => import('./AppNotices.tsx')
// Without it everything else works, so it may be missing.
const Notices = lazy(() =>
  notices()
    .then((file) => ({ default: file.AppNotices }))
    .catch(() => ({ default: () => null })),
)

const routesOf = (pages: typeof PAGES) =>
  Object.entries(pages).map(([path, { Page }]) => <Route key={path} path={path} element={<Page />} />)

const Pages = () => (
  <Routes>
    {routesOf(PAGES)}
    <Route path="/case/:caseId" element={<CaseLayout />}>
      {routesOf(CASE_PAGES)}
      <Route path="*" element={<NotFound />} />
    </Route>
    <Route path="*" element={<NotFoundPage />} />
  </Routes>
)

/** The language of the page, for screen readers and hyphenation. */
function LanguageOfPage({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation()
  useEffect(() => {
    document.documentElement.lang = i18n.language
  }, [i18n.language])
  return children
}

function Guarded({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  return <ErrorBoundary resetOn={pathname}>{children}</ErrorBoundary>
}

/** What is dropped beside the place for it must not replace the page; text may be dragged into a field. */
function useNoStrayDrops() {
  useEffect(() => {
    const ignore = (event: DragEvent) => {
      const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (!isField || event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    window.addEventListener('dragover', ignore)
    window.addEventListener('drop', ignore)
    return () => {
      window.removeEventListener('dragover', ignore)
      window.removeEventListener('drop', ignore)
    }
  }, [])
}

export function App({ services }: { services: Services }) {
  useNoStrayDrops()
  // Small, and wanted by whatever is pressed next.
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
