import { nonBlank } from '../../domain/case/answer.ts'
import { caseCodeOf } from '../../domain/case/caseCode.ts'
import type { Reply } from '../../domain/reply/reply.ts'
import { questionLead, reasonWords, verdictTold } from '../../i18n/replyWords.ts'
import type { Words } from '../../i18n/useWords.ts'
import { blocksOf, heading, paragraph } from '../../summary/blocks.ts'
import { joined, quiet, type Span, spoken, strong, withAddress } from '../../summary/spans.ts'
import type { ReportDocument } from './reportDocument.ts'

export interface ReplyDocumentWith {
  company: string | null
  /** In the language of the customer. */
  words: Words
  /** Where the customer opens it. */
  opensAt: string
  /** A moment, in milliseconds. */
  now: number
}

/** The reply as a page to read; the file that the guide opens is inside it. */
export function replyDocument(reply: Reply, { company, words, opensAt, now }: ReplyDocumentWith): ReportDocument {
  const say = words.translate
  const { formats } = words
  const to = nonBlank(company)
  const { verdict, reason, note, questions, nextWordBy, from } = reply
  const verdictLine = verdictTold(words, verdict)
  const reasonLine = reasonWords(words, verdict, reason)
  const theirs = (text: string): Span => ({ text, voice: 'other', ...spoken({ words }, reply.language) })
  const code = caseCodeOf(reply.caseId)
  const behind = blocksOf(
    heading(1, say('reply:pdf.kicker')),
    to !== null && paragraph(say('reply:pdf.to', { company: to })),
    paragraph(quiet(say('reply:pdf.about', { code, revision: reply.revision, date: formats.date(reply.writtenOn) }))),
    (verdictLine !== '' || reasonLine !== '') && paragraph(...joined([strong(verdictLine), reasonLine])),
    note !== null && paragraph(theirs(note)),
    questions.length > 0 && heading(2, say('reply:pdf.questions')),
    questions.length > 0 && {
      is: 'list',
      look: 'numbered',
      items: questions.map((question) => ({
        text: joined([strong(questionLead(words, question)), theirs(question.text)]),
      })),
    },
    nextWordBy !== null && paragraph(strong(say('reply:texts.nextWord', { date: formats.date(nextWordBy) }))),
    from !== null && paragraph(`${say('reply:texts.regards')}, `, theirs(from)),
    paragraph(...withAddress((address) => say('reply:pdf.open', { address }), opensAt)),
  )
  return {
    language: words.language,
    title: say('reply:pdf.title'),
    author: from ?? say('common:service'),
    subject: say('reply:pdf.kicker'),
    front: [],
    underFront: [],
    behind,
    pageOf: say('reply:pdf.pageOf', { page: '{page}', pages: '{pages}' }),
    foot: say('reply:pdf.foot'),
    notDrawn: say('reply:pdf.notDrawn', { count: '{count}' }),
    continued: '{row}',
    caseDescription: say('reply:pdf.description'),
    madeAt: now,
  }
}
