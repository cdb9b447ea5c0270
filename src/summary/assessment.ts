import type { Conclusion } from '../domain/assessment/conclusion.ts'
import type { Notice } from '../domain/assessment/notice.ts'
import { type Address, getAnswer, pathOf } from '../domain/case/address.ts'
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
import { type Block, heading, type Item, paragraph, section, small } from './blocks.ts'
import { plain, type Saying } from './spans.ts'

/** True where going to Adobe is right although something is open. */
const goesAnyway = ({ assessment }: Report) =>
  assessment.warranted && assessment.outcome !== 'READY' && assessment.states.partner !== 'NA'

/**
 * What the guide concludes: the outcome, what is open and why, what is settled, and what is worth knowing.
 * @param toWhom the reader of a summary is told elsewhere that the partner has been tried
 */
export function assessmentBlocks(
  saying: Saying,
  report: Report,
  interview: Interview,
  toWhom: 'merchant' | 'reader',
): readonly Block[] {
  const { words } = saying
  const { assessment } = report
  const say = (key: string, values?: Readonly<Record<string, unknown>>) => words.translate(`assessment:${key}`, values)
  const outcome = assessmentOutcomeWords(words, assessment)
  const conclusions = (all: readonly Conclusion[]): Block => ({
    is: 'list',
    look: 'conclusions',
    items: all.map((conclusion) => conclusionItem(saying, report, interview, conclusion)),
  })
  const notices: Block = {
    is: 'list',
    look: 'conclusions',
    items: assessment.notices.map((notice) => noticeItem(saying, notice)),
  }
  return [
    {
      ...section(
        heading(2, outcome.heading, 'outcome'),
        paragraph(plain(outcome.text)),
        toWhom === 'merchant' && goesAnyway(report) && paragraph(plain(say('warranted'))),
        small(plain(`${say('advice')} ${say('asOf', { date: words.formats.date(assessment.asOf) })}.`)),
      ),
      look: 'outcome',
    },
    section(
      heading(2, say('open')),
      assessment.open.length === 0 && paragraph(plain(say('nothingOpen'))),
      ...assessment.open.map((action) =>
        section(heading(3, actionWords(words, action).heading, openId(action)), conclusions(action.reasons)),
      ),
    ),
    section(
      heading(2, say('settled')),
      assessment.settled.length === 0 ? paragraph(plain(say('nothingSettled'))) : conclusions(assessment.settled),
    ),
    ...(assessment.notices.length === 0 ? [] : [section(heading(2, say('notices')), notices)]),
    small(plain(`${say('rules', { version: assessment.rules })}. ${say('noticeTexts.notLegal')}`)),
  ]
}

/** The id of the heading of an open action. */
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
    text: [plain(sentence)],
    spot: { address: conclusion.about, code: null, about: sentence },
    ...(onScreen && { fold }),
  }
}

/** Why the rule is there, and the answers that it was applied to, in the words of the questions. */
function reasonBlocks(saying: Saying, report: Report, interview: Interview, conclusion: Conclusion): readonly Block[] {
  const { words } = saying
  const { why, basis } = ruleWords(words, conclusion)
  const looked = conclusion.used.flatMap((address: Address) => {
    const question = findQuestion(interview, pathOf(address))
    return question === undefined ? [] : [{ question, address, value: getAnswer(report.answers, address) }]
  })
  return [
    paragraph(plain(`${why} ${basis}`)),
    ...(looked.length === 0
      ? []
      : [
          paragraph(plain(words.translate('assessment:looked'))),
          { is: 'facts' as const, rows: looked.map((asked) => factOf(saying, report, asked)) },
        ]),
  ]
}

function noticeItem({ words, onScreen }: Saying, notice: Notice): Item {
  const sentence = noticeWords(words, notice)
  const speaksOfReleases = notice.id.startsWith('release') || notice.id === 'cloudDeadline'
  const link = { href: LIFECYCLE_POLICY, text: words.translate('assessment:noticeTexts.policyLink') }
  return {
    text: [plain(sentence)],
    spot: { address: notice.about, code: null, about: sentence },
    ...(onScreen && speaksOfReleases && { link }),
  }
}
