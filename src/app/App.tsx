import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { HashRouter, Route, Routes, useLocation } from 'react-router-dom'
import { CaseLayout } from '../pages/CaseLayout.tsx'
import { NotFound, NotFoundPage } from '../pages/NotFound.tsx'
import { StartPage } from '../pages/StartPage.tsx'
import { type Services, ServicesProvider } from '../store/session.tsx'
import { AnnouncerProvider } from '../ui/announcer.tsx'
import { InterviewPage, InterviewRowPage } from '../wizard/WizardRoutes.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'

/** A page that comes when it is opened, by the name that its file exports it under. */
const later = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(() => load().then((file) => ({ default: file[name] })))

// Everything between a person and the next question comes at once; the pages around it come when they are opened.
const BeforePage = later(() => import('../pages/BeforePage.tsx'), 'BeforePage')
const TaskListPage = later(() => import('../pages/TaskListPage.tsx'), 'TaskListPage')
const CheckPage = later(() => import('../pages/CheckPage.tsx'), 'CheckPage')
const HandOverPage = later(() => import('../pages/handOver/HandOverPage.tsx'), 'HandOverPage')
const ReviewPage = later(() => import('../pages/ReviewPage.tsx'), 'ReviewPage')
const SheetPage = later(() => import('../pages/sheet/SheetPage.tsx'), 'SheetPage')
const RemovedPage = later(() => import('../pages/RemovedPage.tsx'), 'RemovedPage')
const DeletePage = later(() => import('../pages/DeletePage.tsx'), 'DeletePage')
const UrgentPage = later(() => import('../pages/UrgentPage.tsx'), 'UrgentPage')
const HelpPage = later(() => import('../pages/HelpPage.tsx'), 'HelpPage')
const AccessibilityPage = later(() => import('../pages/AccessibilityPage.tsx'), 'AccessibilityPage')
const BlankChecklistPage = later(() => import('../pages/ChecklistPage.tsx'), 'BlankChecklistPage')
const CaseChecklistPage = later(() => import('../pages/ChecklistPage.tsx'), 'CaseChecklistPage')

/** The routes of the product. Addresses hold ids, never anything that somebody has written. */
const Pages = () => (
  <Routes>
    <Route path="/" element={<StartPage />} />
    <Route path="/urgent" element={<UrgentPage />} />
    <Route path="/review" element={<ReviewPage />} />
    <Route path="/checklist" element={<BlankChecklistPage />} />
    <Route path="/help" element={<HelpPage />} />
    <Route path="/accessibility" element={<AccessibilityPage />} />
    <Route path="/case/:caseId/delete" element={<DeletePage />} />
    <Route path="/case/:caseId" element={<CaseLayout />}>
      <Route index element={<TaskListPage />} />
      <Route path="about/before" element={<BeforePage />} />
      <Route path="check" element={<CheckPage />} />
      <Route path="sheet" element={<SheetPage />} />
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
