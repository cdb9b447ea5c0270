import type { ThreadState } from '../domain/areas/partner/thread.ts'
import type { Assessment, OpenAction } from '../domain/assessment/assess.ts'
import type { Conclusion, NextStep, OpenActionId } from '../domain/assessment/conclusion.ts'
import { type Notice, SAID_IN_THE_BOX } from '../domain/assessment/notice.ts'
import { getAnswer, pathOf } from '../domain/case/address.ts'
import { findQuestion } from '../domain/interview/interviewPages.ts'
import type { Interview } from '../domain/interview/question.ts'
import type { Report } from '../domain/report/report.ts'
import { CLOUD_POLICY, LIFECYCLE_POLICY } from '../domain/versions/releaseLines.ts'
import {
  actionHeading,
  conclusionWords,
  nextHeading,
  nextText,
  noticeWords,
  resultOf,
  ruleWords,
} from '../i18n/assessmentWords.ts'
import { factOf } from './answerList.ts'
import { type Block, blocksOf, heading, type Item, lines, paragraph, section, small } from './blocks.ts'
import type { Saying } from './spans.ts'

/** Next steps that are in no list of what is left to do. */
const TO_DO_BY_ITSELF: ReadonlySet<NextStep> = new Set(['GO_TO_SUPPORT', 'SECURE_YOUR_OWN', 'RAISE_WITH_MANAGEMENT'])

const FIRST: readonly OpenActionId[] = ['NAME_ANSWER', 'ANSWER_PARTNER', 'CHECK_DELIVERY']
const PARTNERS: readonly OpenActionId[] = ['AWAIT_PARTNER', 'FOLLOW_PLAN']

/** The open actions under the headings that fit whose turn it is. */
function openGroups({ turn, open }: Assessment): readonly { name: string; actions: readonly OpenAction[] }[] {
  const of = (ids: readonly OpenActionId[], are = true) => open.filter(({ action }) => ids.includes(action) === are)
  const groups = {
    ACCOUNT_TEAM: { first: of(FIRST), meanwhile: of(PARTNERS), stronger: of([...FIRST, ...PARTNERS], false) },
    PARTNER: { waiting: of(PARTNERS), time: of(PARTNERS, false) },
    MERCHANT: { toDo: open },
    SUPPORT: { later: open },
    NOBODY: {},
  }[turn]
  return Object.entries(groups)
    .map(([name, actions]) => ({ name, actions }))
    .filter(({ actions }) => actions.length > 0)
}

/** The partner has answered about some matters, and others wait: one message about these. */
function isAnsweredInPart({ turn, standing: { matters } }: Assessment): boolean {
  const any = (...states: readonly ThreadState[]) => matters.some(({ thread }) => states.includes(thread.state))
  return (
    turn === 'ACCOUNT_TEAM' &&
    any('SILENT') &&
    matters.some(({ thread }) => thread.state !== 'SILENT' && thread.word !== null)
  )
}

/** What the guide concludes, to the merchant or to a reader of the summary. */
export function assessmentBlocks(
  saying: Saying,
  report: Report,
  interview: Interview,
  toWhom: 'merchant' | 'reader',
): readonly Block[] {
  const { words, onScreen } = saying
  const { assessment } = report
  const { next, settled, open, notices } = assessment
  const say = (key: string, values?: Readonly<Record<string, unknown>>) => words.translate(`assessment:${key}`, values)
  const list = (items: readonly Item[]): Block => ({ is: 'list', look: 'conclusions', items })
  const conclusions = (all: readonly Conclusion[]) =>
    list(all.map((conclusion) => conclusionItem(saying, report, interview, conclusion)))
  // An emergency comes before the partner.
  const partnerSaid = next === 'GO_TO_SUPPORT' ? [] : [...settled, ...open.flatMap(({ reasons }) => reasons)]
  const inTheBox = partnerSaid
    // A notice in the box says it, with what it means.
    .filter(({ rule }) => rule !== 'partner.cameBack')
    .filter(({ rule, state }) => rule.startsWith('partner.') && (rule !== 'partner.told' || state === 'gap'))
    .filter(({ action }) => action === undefined || !PARTNERS.includes(action) || action !== next)
  /** The merchant's page shows what is to do, and folds the rest. */
  const isFolding = onScreen && toWhom === 'merchant'
  // What stands in the box already is not said again below it.
  const isSaidAbove = ({ action, reasons }: OpenAction) =>
    isFolding && action === next && reasons.every((reason) => inTheBox.includes(reason))
  const groups = openGroups(assessment)
    .map(({ name, actions }) => ({ name, actions: actions.filter((action) => !isSaidAbove(action)) }))
    .filter(({ actions }) => actions.length > 0)
  const inBox = notices.filter(({ id }) => SAID_IN_THE_BOX.has(id))
  const below = notices.filter(({ id }) => !SAID_IN_THE_BOX.has(id))
  return blocksOf(
    {
      ...section(
        heading(2, nextHeading(words, resultOf(assessment)), 'outcome'),
        toWhom === 'merchant' && paragraph(nextText(words, assessment)),
        toWhom === 'merchant' &&
          inTheBox.length > 0 &&
          lines(inTheBox.map((each) => [{ text: conclusionWords(words, each) }])),
        isFolding &&
          inTheBox.length > 0 && { is: 'fold', fold: { summary: say('whyDo'), blocks: () => [conclusions(inTheBox)] } },
        inBox.length > 0 && list(inBox.map((notice) => noticeItem(saying, notice))),
        isAnsweredInPart(assessment) && paragraph(say('someOnly')),
        small(
          `${assessment.state.isOpenSource ? '' : `${say('advice')} `}${say('asOf', { date: words.formats.date(assessment.asOf) })}.${
            open.some(({ action }) => action === 'AWAIT_PARTNER') ? ` ${say('workingDays')}` : ''
          }`,
        ),
      ),
      look: 'outcome',
    },
    open.length === 0 &&
      !TO_DO_BY_ITSELF.has(assessment.next) &&
      section(heading(2, say('lists.toDo')), paragraph(say('nothingOpen'))),
    ...groups.map(({ name, actions }) =>
      section(
        heading(2, say(`lists.${name}`)),
        ...actions.map((action) =>
          section(heading(3, actionHeading(words, action), openId(action)), conclusions(action.reasons)),
        ),
      ),
    ),
    below.length > 0 && section(heading(2, say('notices')), list(below.map((notice) => noticeItem(saying, notice)))),
    isFolding
      ? settled.length > 0 && {
          is: 'fold',
          fold: {
            summary: `${say('settled')} (${settled.length})`,
            blocks: () => [conclusions(settled)],
            onPaper: true,
          },
        }
      : section(
          heading(2, say('settled')),
          settled.length === 0 ? paragraph(say('nothingSettled')) : conclusions(settled),
        ),
    small(`${say('rules', { version: assessment.rules })}. ${say('noticeTexts.notLegal')}`),
  )
}

export const openId = ({ action }: { action: string }): string => `open-${action}`

function conclusionItem(saying: Saying, report: Report, interview: Interview, conclusion: Conclusion): Item {
  const { words, onScreen } = saying
  const sentence = conclusionWords(words, conclusion)
  const fold = {
    summary: words.translate('assessment:whyDo'),
    about: sentence,
    blocks: () => reasonBlocks(saying, report, interview, conclusion),
  }
  return {
    text: [{ text: sentence }],
    spot: { address: conclusion.about, code: null, about: sentence },
    ...(onScreen && { fold }),
  }
}

/** Why the rule is there, and the answers that it was applied to. */
function reasonBlocks(saying: Saying, report: Report, interview: Interview, conclusion: Conclusion): readonly Block[] {
  const { words } = saying
  const { why, basis } = ruleWords(words, conclusion)
  const rows = conclusion.used.flatMap((address) => {
    const question = findQuestion(interview, pathOf(address))
    if (question === undefined) return []
    return [factOf(saying, report, { question, address, value: getAnswer(report.answers, address) })]
  })
  return blocksOf(
    paragraph(`${why} ${basis}`),
    rows.length > 0 && paragraph(words.translate('assessment:looked')),
    rows.length > 0 && { is: 'facts', rows },
  )
}

function noticeItem({ words, onScreen }: Saying, notice: Notice): Item {
  const sentence = noticeWords(words, notice)
  const isAboutCloud = notice.id.startsWith('cloud')
  const isAboutReleases = notice.id.startsWith('release') || isAboutCloud
  const link = {
    href: isAboutCloud ? CLOUD_POLICY : LIFECYCLE_POLICY,
    text: words.translate(`assessment:noticeTexts.${isAboutCloud ? 'cloudLink' : 'policyLink'}`),
  }
  return {
    text: [{ text: sentence }],
    spot: { address: notice.about, code: null, about: sentence },
    ...(onScreen && isAboutReleases && { link }),
  }
}
