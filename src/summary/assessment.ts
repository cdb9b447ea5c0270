import type { Conclusion } from '../domain/assessment/conclusion.ts'
import type { Notice } from '../domain/assessment/notice.ts'
import { getAnswer, pathOf } from '../domain/case/address.ts'
import { findQuestion } from '../domain/interview/interviewPages.ts'
import type { Interview } from '../domain/interview/question.ts'
import type { Report } from '../domain/report/report.ts'
import { LIFECYCLE_POLICY } from '../domain/versions/releaseLines.ts'
import {
  actionWords,
  assessmentOutcomeWords,
  conclusionWords,
  noticeWords,
  ruleWords,
} from '../i18n/assessmentWords.ts'
import { factOf } from './answerList.ts'
import { type Block, blocksOf, heading, type Item, paragraph, section, small } from './blocks.ts'
import type { Saying } from './spans.ts'

/** What the guide concludes. The reader of a summary is told elsewhere that the partner has been tried. */
export function assessmentBlocks(
  saying: Saying,
  report: Report,
  interview: Interview,
  toWhom: 'merchant' | 'reader',
): readonly Block[] {
  const { words } = saying
  const { assessment } = report
  const { states, warranted, open, settled, notices } = assessment
  const say = (key: string, values?: Readonly<Record<string, unknown>>) => words.translate(`assessment:${key}`, values)
  const outcome = assessmentOutcomeWords(words, assessment)
  const goesAnyway = warranted && assessment.outcome !== 'READY' && states.partner !== 'NA'
  const list = (items: readonly Item[]): Block => ({ is: 'list', look: 'conclusions', items })
  const conclusions = (all: readonly Conclusion[]) =>
    list(all.map((conclusion) => conclusionItem(saying, report, interview, conclusion)))
  return blocksOf(
    {
      ...section(
        heading(2, outcome.heading, 'outcome'),
        paragraph(outcome.text),
        toWhom === 'merchant' && goesAnyway && paragraph(say('warranted')),
        small(`${say('advice')} ${say('asOf', { date: words.formats.date(assessment.asOf) })}.`),
      ),
      look: 'outcome',
    },
    section(
      heading(2, say('open')),
      open.length === 0 && paragraph(say('nothingOpen')),
      ...open.map((action) =>
        section(heading(3, actionWords(words, action).heading, openId(action)), conclusions(action.reasons)),
      ),
    ),
    section(heading(2, say('settled')), settled.length === 0 ? paragraph(say('nothingSettled')) : conclusions(settled)),
    notices.length > 0 &&
      section(heading(2, say('notices')), list(notices.map((notice) => noticeItem(saying, notice)))),
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
  const isAboutReleases = notice.id.startsWith('release') || notice.id === 'cloudDeadline'
  const link = { href: LIFECYCLE_POLICY, text: words.translate('assessment:noticeTexts.policyLink') }
  return {
    text: [{ text: sentence }],
    spot: { address: notice.about, code: null, about: sentence },
    ...(onScreen && isAboutReleases && { link }),
  }
}
