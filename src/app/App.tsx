import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { HashRouter, Route, Routes, useLocation } from 'react-router-dom'
import { BeforePage } from '../pages/BeforePage.tsx'
import { CaseLayout } from '../pages/CaseLayout.tsx'
import { NotFound, NotFoundPage } from '../pages/NotFound.tsx'
import { StartPage } from '../pages/StartPage.tsx'
import { TaskListPage } from '../pages/TaskListPage.tsx'
import { type Services, ServicesProvider } from '../store/session.tsx'
import { AnnouncerProvider } from '../ui/announcer.tsx'
import { InterviewPage, InterviewRowPage } from '../wizard/WizardRoutes.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'

// Everything between a person and the next question comes at once; the pages after it come when they are opened.
const CheckPage = lazy(async () => ({ default: (await import('../pages/CheckPage.tsx')).CheckPage }))
const HandOverPage = lazy(async () => ({ default: (await import('../pages/HandOverPage.tsx')).HandOverPage }))
const ReviewPage = lazy(async () => ({ default: (await import('../pages/ReviewPage.tsx')).ReviewPage }))
const RemovedPage = lazy(async () => ({ default: (await import('../pages/RemovedPage.tsx')).RemovedPage }))
const DeletePage = lazy(async () => ({ default: (await import('../pages/DeletePage.tsx')).DeletePage }))
const UrgentPage = lazy(async () => ({ default: (await import('../pages/UrgentPage.tsx')).UrgentPage }))
const HelpPage = lazy(async () => ({ default: (await import('../pages/HelpPage.tsx')).HelpPage }))
const BlankChecklistPage = lazy(async () => ({
  default: (await import('../pages/ChecklistPage.tsx')).BlankChecklistPage,
}))
const CaseChecklistPage = lazy(async () => ({
  default: (await import('../pages/ChecklistPage.tsx')).CaseChecklistPage,
}))

/** The routes of the product. Addresses hold ids, never anything that somebody has written. */
const Pages = () => (
  <Routes>
    <Route path="/" element={<StartPage />} />
    <Route path="/urgent" element={<UrgentPage />} />
    <Route path="/review" element={<ReviewPage />} />
    <Route path="/checklist" element={<BlankChecklistPage />} />
    <Route path="/help" element={<HelpPage />} />
    <Route path="/case/:caseId/delete" element={<DeletePage />} />
    <Route path="/case/:caseId" element={<CaseLayout />}>
      <Route index element={<TaskListPage />} />
      <Route path="about/before" element={<BeforePage />} />
      <Route path="check" element={<CheckPage />} />
      <Route path="hand-over" element={<HandOverPage />} />
      <Route path="checklist" element={<CaseChecklistPage />} />
      <Route path="removed" element={<RemovedPage />} />
      <Route path=":area/:step" element={<InterviewPage otherwise={<NotFound />} />} />
      <Route path=":list/:rowId/:step" element={<InterviewRowPage otherwise={<NotFound />} />} />
      <Route path="*" element={<NotFound />} />
    </Route>
    <Route path="*" element={<NotFoundPage />} />
  </Routes>
)

/** The language of the page, for screen readers and hyphenation. */
function LanguageOfPage({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation('common')
  useEffect(() => {
    document.documentElement.lang = i18n.language
  }, [i18n.language])
  return children
}

function Guarded({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  return <ErrorBoundary resetOn={pathname}>{children}</ErrorBoundary>
}

/** A file that is dropped beside the place for it must not replace the page. */
function useNoStrayDrops() {
  useEffect(() => {
    const ignore = (event: DragEvent) => event.preventDefault()
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
          </HashRouter>
        </LanguageOfPage>
      </AnnouncerProvider>
    </ServicesProvider>
  )
}
