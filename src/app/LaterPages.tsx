import type { ComponentType } from 'react'
import { matchPath, Navigate, useLocation } from 'react-router-dom'
import { NotFound, NotFoundPage } from '../pages/NotFound.tsx'
import { part } from '../ui/part.tsx'

export { Notices } from './Notices.tsx'

type Params = Record<string, string | undefined>

/** A page that comes when it is opened, by the name that its file exports it under. */
const later = <Name extends string>(load: () => Promise<Record<Name, ComponentType<Params>>>, name: Name) =>
  part(async () => (await load())[name])

type Pages = Readonly<Record<string, ReturnType<typeof later>>>

/** Pages that stand by themselves, by their addresses. */
const PAGES: Pages = {
  '/urgent': later(() => import('../pages/UrgentPage.tsx'), 'UrgentPage'),
  '/review': later(() => import('../pages/review/ReviewPage.tsx'), 'ReviewPage'),
  '/inbox': later(() => import('../pages/inbox/InboxPage.tsx'), 'InboxPage'),
  '/checklist': later(() => import('../pages/ChecklistPage.tsx'), 'BlankChecklistPage'),
  '/data': later(() => import('../pages/DataPage.tsx'), 'DataPage'),
  '/help': later(() => import('../pages/HelpPage.tsx'), 'HelpPage'),
  '/accessibility': later(() => import('../pages/AccessibilityPage.tsx'), 'AccessibilityPage'),
}

/** Pages around one case, which is open: everything but its questions. */
const CASE_PAGES: Pages = {
  '/case/:caseId': later(() => import('../pages/TaskListPage.tsx'), 'TaskListPage'),
  '/case/:caseId/about/before': later(() => import('../pages/BeforePage.tsx'), 'BeforePage'),
  '/case/:caseId/partner/paste': later(() => import('../pages/partner/PasteMailPage.tsx'), 'PasteMailPage'),
  '/case/:caseId/scope/paste': later(() => import('../pages/scope/PasteListPage.tsx'), 'PasteListPage'),
  '/case/:caseId/check': later(() => import('../pages/CheckPage.tsx'), 'CheckPage'),
  '/case/:caseId/sheet': later(() => import('../pages/sheet/SheetPage.tsx'), 'SheetPage'),
  '/case/:caseId/hand-over': later(() => import('../pages/handOver/HandOverPage.tsx'), 'HandOverPage'),
  '/case/:caseId/checklist': later(() => import('../pages/ChecklistPage.tsx'), 'CaseChecklistPage'),
  '/case/:caseId/messages': later(() => import('../pages/messages/MessagesPage.tsx'), 'MessagesPage'),
  '/case/:caseId/message/:kind': later(() => import('../pages/messages/MessagePage.tsx'), 'MessagePage'),
  '/case/:caseId/reply': later(() => import('../pages/reply/ReplyPage.tsx'), 'ReplyPage'),
  '/case/:caseId/versions': later(() => import('../pages/VersionsPage.tsx'), 'VersionsPage'),
  '/case/:caseId/versions/:saveNo': later(() => import('../pages/VersionsPage.tsx'), 'VersionPage'),
  '/case/:caseId/removed': later(() => import('../pages/RemovedPage.tsx'), 'RemovedPage'),
}

/** Pages of earlier versions, in bookmarks and as the place where somebody left off: they lead to the overview. */
const GONE = ['/case/:caseId/private', '/case/:caseId/partner/meeting', '/case/:caseId/:part/done']

/** The page of these that the address names, with the parts of the address that it leaves open. */
function pageAt(pages: Pages, pathname: string) {
  for (const [path, Page] of Object.entries(pages)) {
    const match = matchPath(path, pathname)
    if (match !== null) return { path, Page, params: match.params }
  }
  return null
}

function usePageOf(pages: Pages) {
  const found = pageAt(pages, useLocation().pathname)
  return found === null ? null : <found.Page key={found.path} {...found.params} />
}

export const LaterPages = () => usePageOf(PAGES) ?? <NotFoundPage />
export const LaterCasePages = () => {
  const { pathname } = useLocation()
  const gone = GONE.map((path) => matchPath(path, pathname)).find((match) => match !== null)
  const page = usePageOf(CASE_PAGES)
  if (gone) return <Navigate to={`/case/${gone.params.caseId}`} replace />
  return page ?? <NotFound />
}

/** Fetches the page of an address before it is drawn. */
export const loadPage = (pathname: string): Promise<unknown> =>
  pageAt({ ...PAGES, ...CASE_PAGES }, pathname)?.Page.load() ?? Promise.resolve()
