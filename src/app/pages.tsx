import type { ComponentType } from 'react'
import { matchPath, useParams } from 'react-router-dom'
import type { Interview as InterviewOfParts } from '../domain/interview/question.ts'
import { fulfilled } from '../i18n/fulfilled.ts'
import { loadWords, partsUpTo, type WordsPart } from '../i18n/i18n.ts'
import { type LazyComponent, lazyComponent } from '../i18n/lazyComponent.tsx'
import { EXAMPLE_ID } from '../merchant/example/exampleId.ts'
import { StartPage } from '../merchant/start/StartPage.tsx'

export interface Page {
  /** What its file exports it as; none if it is in the first script. */
  name?: string
  Page: ComponentType
  /** Words up to these are there when it is drawn. */
  words: WordsPart
  /** Words up to these are fetched with it, if more stands beside it. */
  wordsBeside?: WordsPart
  /** What it is made of; none if it is in the first script. */
  parts?: Pick<LazyComponent<object>, 'load' | 'isFetched'>
}

type Pages = Readonly<Record<string, Page>>

let interview: Promise<InterviewOfParts> | null = null

/** Its questions, and with them the library that validates answers, which the start page does without. */
export function loadInterview(): Promise<InterviewOfParts> {
  interview ??= import('../domain/interview/interview.ts').then((file) => {
    interview = fulfilled(file.interview)
    return file.interview
  })
  return interview
}

/** A page that is fetched when it is opened, with the interview if it says more than the start page. */
function page<Name extends string>(
  name: Name,
  fetchFile: () => Promise<Record<Name, ComponentType>>,
  words: WordsPart = 'later',
) {
  const fetchAll = async () => {
    const [file] = await Promise.all([fetchFile(), words === 'start' ? null : loadInterview()])
    return file[name]
  }
  const Page = lazyComponent(fetchAll, words)
  return { name, Page, words, parts: Page }
}

const caseLayout = page('CaseLayout', () => import('../merchant/openCase/CaseLayout.tsx'), 'interview')
const exampleLayout = page('ExampleLayout', () => import('../merchant/example/ExampleLayout.tsx'))

const urgentPage = page('UrgentPage', () => import('../merchant/start/UrgentPage.tsx'))
const taskListPage = page('TaskListPage', () => import('../merchant/overview/TaskListPage.tsx'))
const checkPage = page('CheckPage', () => import('../merchant/check/CheckPage.tsx'))

/** Around every page of an open case. */
export const AroundCase = () => (useParams().caseId === EXAMPLE_ID ? <exampleLayout.Page /> : <caseLayout.Page />)

const notFound = () => import('../frame/NotFound.tsx')
export const NotFound = lazyComponent(async () => (await notFound()).NotFound)
export const NotFoundPage = lazyComponent(async () => (await notFound()).NotFoundPage)

const sources = () => import('../merchant/sources/SourcePages.tsx')
const wizard = () => import('../wizard/WizardRoutes.tsx')
/** A row may have files, and those more words. */
const InterviewRow = lazyComponent(async () => (await wizard()).InterviewRowPage, 'later')
/** A list leads to its rows. */
const Interview = lazyComponent(async () => {
  await InterviewRow.load()
  return (await wizard()).InterviewPage
}, 'interview')
/** Any address may look like a question. */
const Questions = () => <Interview otherwise={<NotFound />} />
const RowQuestions = () => <InterviewRow otherwise={<NotFound />} />

/** Pages that stand by themselves, by their addresses. Addresses hold ids, never anything that a user has written. */
export const PAGES: Pages = {
  '/': { Page: StartPage, words: 'start' },
  '/urgent': urgentPage,
  '/review': page('ReviewPage', () => import('../account/review/ReviewPage.tsx'), 'account'),
  '/inbox': page('InboxPage', () => import('../account/inbox/InboxPage.tsx'), 'account'),
  '/checklist': page('BlankChecklistPage', () => import('../paper/ChecklistPage.tsx')),
  '/data': page('DataPage', () => import('../frame/DataPage.tsx')),
  '/help': page('HelpPage', () => import('../frame/HelpPages.tsx')),
  '/accessibility': page('AccessibilityPage', () => import('../frame/HelpPages.tsx')),
  // Outside the open case: nothing may save it again while it goes.
  '/case/:caseId/delete': page('DeletePage', () => import('../merchant/openCase/DeletePage.tsx'), 'start'),
}

/** What surrounds every page whose address begins so; of several that fit, the first is drawn. */
export const AROUND: Pages = { [`/case/${EXAMPLE_ID}`]: exampleLayout, '/case/:caseId': caseLayout }

export const CASE_PAGES: Pages = {
  '/case/:caseId': taskListPage,
  '/case/:caseId/urgent': page('CaseUrgentPage', () => import('../merchant/start/UrgentPage.tsx')),
  '/case/:caseId/partner/mails': page('MailsPage', sources, 'account'),
  '/case/:caseId/examples/tickets': page('TicketsPage', sources, 'account'),
  '/case/:caseId/scope/read': page('DocumentPage', sources, 'account'),
  '/case/:caseId/scope/paste': page('PasteListPage', sources, 'account'),
  '/case/:caseId/check': checkPage,
  '/case/:caseId/sheet': page('SheetPage', () => import('../merchant/overview/SheetPage.tsx'), 'account'),
  '/case/:caseId/hand-over': page('HandOverPage', () => import('../merchant/handOver/HandOverPage.tsx'), 'account'),
  '/case/:caseId/checklist': page('CaseChecklistPage', () => import('../paper/ChecklistPage.tsx')),
  '/case/:caseId/messages': page('MessagesPage', () => import('../merchant/messages/MessagesPage.tsx')),
  '/case/:caseId/message/:kind': page('MessagePage', () => import('../merchant/messages/MessagePage.tsx')),
  '/case/:caseId/reply': page('ReplyPage', () => import('../merchant/reply/ReplyPage.tsx'), 'account'),
  '/case/:caseId/versions': page('VersionsPage', () => import('../merchant/versions/VersionsPage.tsx')),
  '/case/:caseId/versions/:saveNo': page('VersionPage', () => import('../merchant/versions/VersionsPage.tsx')),
  '/case/:caseId/removed': page('RemovedPage', () => import('../merchant/versions/RemovedPage.tsx')),
  // Last: most addresses above look like a question, too.
  '/case/:caseId/:area/:step': {
    name: 'InterviewPage',
    Page: Questions,
    words: 'interview',
    wordsBeside: 'later',
    parts: Interview,
  },
  '/case/:caseId/:list/:rowId/:step': {
    name: 'InterviewRowPage',
    Page: RowQuestions,
    words: 'later',
    parts: InterviewRow,
  },
}

type Words = Parameters<typeof loadWords>[0]

async function fetchInOrder(words: Words): Promise<void> {
  const next = [
    () => loadWords(words, 'interview'),
    caseLayout.parts.load,
    Interview.load,
    () => loadWords(words, 'later'),
    NotFound.load,
    urgentPage.parts.load,
    taskListPage.parts.load,
    checkPage.parts.load,
  ]
  // What does not come now is told of where it is wanted: a browser does not fetch a missing part twice.
  for (const load of next) await load().catch(() => {})
}

let ahead: Promise<void> = fulfilled(undefined)

/** Fetches what will be wanted next, in that order, so that it is there when somebody presses, and in an emergency offline. */
export function fetchAhead(words: Words): Promise<void> {
  ahead = fetchInOrder(words)
  return ahead
}

/** Resolves when nothing is being fetched ahead. */
export const fetchedAhead = (): Promise<void> => ahead

/** The page of an address and what surrounds it, if anything does. */
function pagesAt(pathname: string) {
  const find = (pages: Pages, end: boolean) =>
    Object.entries(pages).find(([path]) => matchPath({ path, end }, pathname) !== null)?.[1]
  const alone = find(PAGES, true)
  return alone === undefined ? [find(CASE_PAGES, true), find(AROUND, false)] : [alone]
}

/** Fetches what the page of an address is made of, and names the words that it needs. */
export function wantedAt(pathname: string): { words: WordsPart; parts: Promise<unknown> } {
  const pages = pagesAt(pathname)
  const words = pages.map((each) => each?.words ?? 'start')
  return {
    words: words.reduce((a, b) => (partsUpTo(a).includes(b) ? a : b)),
    parts: Promise.all(pages.map((each) => each?.parts?.load())),
  }
}

/** Whether the page of an address can be drawn at once. */
export function isFetched(words: Words, pathname: string): boolean {
  const pages = pagesAt(pathname)
  return pages[0] !== undefined && pages.every((each) => each?.parts?.isFetched(words) !== false)
}
