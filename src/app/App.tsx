import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { HashRouter, Route, Routes, useLocation } from 'react-router-dom'
import { interview } from '../domain/interview/interview.ts'
import { findPage } from '../domain/interview/pages.ts'
import type { WordsPart } from '../i18n/i18n.ts'
import { StartPage } from '../pages/StartPage.tsx'
import { type Services, ServicesProvider } from '../store/session.tsx'
import { AnnouncerProvider } from '../ui/announcer.tsx'
import { part } from '../ui/part.tsx'
import { InterviewPage, InterviewRowPage, loadLists } from '../wizard/WizardRoutes.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'

// Everything between a person and the next question comes at once; the pages around it come when they are opened.
const laterPages = () => import('./LaterPages.tsx')
const CaseLayout = part(async () => (await import('../pages/CaseLayout.tsx')).CaseLayout)
const LaterPages = part(async () => (await laterPages()).LaterPages)
const LaterCasePages = part(async () => (await laterPages()).LaterCasePages)
// Without it everything else works, so it may be missing.
const Notices = lazy(() =>
  laterPages()
    .then((file) => ({ default: file.Notices }))
    .catch(() => ({ default: () => null })),
)
const DeletePage = lazy(() =>
  import('../pages/DeletePage.tsx').then((file) => ({ default: file.DeletePage })),
)

/**
 * What is wanted before anything is drawn, beside the first script: parts that come a moment later are kept back for
 * longer than they take. `words` are those beside the words of the first page.
 * @param pathname of the page that is opened first
 */
export function wantedAt(pathname: string): { words: readonly WordsPart[]; parts: Promise<unknown> } {
  const [, first, , area, step, ...more] = pathname.split('/')
  const isQuestions =
    first === 'case' && (more.length > 0 || findPage(interview, `${area}/${step}`) !== undefined)
  if (pathname === '/') return { words: [], parts: Promise.resolve() }
  const ofCase = first === 'case' ? [CaseLayout.load(), loadLists()] : []
  if (isQuestions) return { words: [], parts: Promise.all(ofCase) }
  const ofPage = Promise.all([LaterPages.load(), LaterCasePages.load()])
    .then(laterPages)
    .then(({ loadPage }) => loadPage(pathname))
  const hasReplies = /^\/(?:review|inbox)$|\/reply$/.test(pathname)
  return {
    words: hasReplies ? ['later', 'account'] : ['later'],
    parts: Promise.all([...ofCase, ofPage]),
  }
}

/** The routes of the product. Addresses hold ids, never anything that somebody has written. */
const Pages = () => (
  <Routes>
    <Route path="/" element={<StartPage />} />
    <Route path="/case/:caseId/delete" element={<DeletePage />} />
    <Route path="/case/:caseId" element={<CaseLayout />}>
      <Route index element={<LaterCasePages />} />
      <Route path=":area/:step" element={<InterviewPage otherwise={<LaterCasePages />} />} />
      <Route path=":list/:rowId/:step" element={<InterviewRowPage otherwise={<LaterCasePages />} />} />
      <Route path="*" element={<LaterCasePages />} />
    </Route>
    <Route path="*" element={<LaterPages />} />
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
  useEffect(() => void Promise.all([CaseLayout.load(), laterPages()]).catch(() => {}), [])
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
