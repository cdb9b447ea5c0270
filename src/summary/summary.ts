import type { ThreadState } from '../domain/areas/partner/thread.ts'
import { nonBlank } from '../domain/case/answer.ts'
import { answersSection, notAnsweredSection, optionalBlock } from './answerList.ts'
import { assessmentBlocks } from './assessment.ts'
import { type Block, blocksOf, heading, paragraph, section, small } from './blocks.ts'
import { filesSection } from './fileList.ts'
import { frontBlocks, scheduleTables } from './front.ts'
import { footBlocks } from './head.ts'
import { questionBlocks } from './questions.ts'
import type { SummaryInput } from './spans.ts'

export interface Summary {
  title: string
  company: string
  /** One page of A4 at normal content. */
  front: readonly Block[]
  /** At the foot of the first page, however long that is. */
  underFront: readonly Block[]
  behind: readonly Block[]
  /** Printed on every page. */
  foot: string
}

/** The case summary: what the account manager, or the partner, reads. Printed on screen, as a PDF and as text. */
export function summaryOf(input: SummaryInput): Summary {
  const { sheet, words, reader } = input
  const say = words.translate
  const isForPartner = reader === 'partner'
  const front = frontBlocks(input)
  const company = nonBlank(sheet.report.answers.about.company) ?? say('sheet:unnamed')
  return {
    title: `${say(isForPartner ? 'sheet:headingForPartner' : 'sheet:heading')}: ${company}`,
    company,
    front,
    underFront: footBlocks(input, front),
    behind: behindBlocks(input),
    foot: say(isForPartner ? 'sheet:footForPartner' : 'sheet:foot'),
  }
}

function behindBlocks(input: SummaryInput): readonly Block[] {
  const { sheet, words, reader, interview, checksum, isAsking = false } = input
  const say = words.translate
  const { report } = sheet
  const isForPartner = reader === 'partner'
  return blocksOf(
    // The reason for this revision.
    !isForPartner &&
      report.askedBack.length > 0 &&
      section(
        heading(2, say('reply:sheet.heading'), 'read-questions'),
        ...questionBlocks(input, report.askedBack, { interview, ...report }),
      ),
    {
      is: 'paper',
      blocks: [section(heading(2, say('sheet:line.heading')), ...scheduleTables(input, sheet.schedule))],
    },
    ...(isForPartner
      ? []
      : [
          heading(2, outcomeHeading(input), 'read-outcome'),
          conditionBlock(input),
          ...assessmentBlocks(input, report, interview, 'reader'),
        ]),
    answersSection(input, report, {
      answeredOnly: true,
      shows: input.shows,
      first: sheet.examples.map(({ id }) => id),
    }),
    ...filesSection(input, report.files),
    !isForPartner && notAnsweredSection(input, report),
    isAsking && optionalBlock(input, report),
    !isForPartner && checksum !== null && small(say('sheet:checksum', { checksum })),
  )
}

/** What the customer has not been told is said by the guide alone. */
function outcomeHeading({ madeOn = null, sheet, words }: SummaryInput): string {
  const { asOf } = sheet.report.assessment
  return madeOn === null || madeOn === asOf
    ? words.translate('sheet:told')
    : words.translate('reply:sheet.counted', { date: words.formats.date(asOf), madeOn: words.formats.date(madeOn) })
}

const TRIED: readonly ThreadState[] = ['SILENT', 'UNCLEAR', 'BROKEN', 'REPEATED', 'REFUSED']

/** Whether Adobe's condition for going to the account team is met, by the customer's own account. */
function conditionBlock({ sheet, words }: SummaryInput): Block | null {
  const { state, warranted } = sheet.report.assessment
  const { partner, matters } = state
  // What is asked for is a change, or all of it is there: the condition is not what matters.
  const isBeside = !warranted && matters.some((matter) => TRIED.includes(matter.state))
  if (partner === 'solved' || isBeside) return null
  const key = partner === 'cannot' ? 'withoutPartner' : warranted ? 'warranted' : 'notWarranted'
  return paragraph(words.translate(`review:${key}`))
}
