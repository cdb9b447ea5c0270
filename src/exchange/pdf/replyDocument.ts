import { nonBlank } from '../../domain/case/answer.ts'
import { caseCodeOf } from '../../domain/case/caseCode.ts'
import type { Reply } from '../../domain/reply/reply.ts'
import { questionLead, reasonWords, verdictTold } from '../../i18n/replyWords.ts'
import type { Words } from '../../i18n/useWords.ts'
import { type Block, heading, paragraph } from '../../summary/blocks.ts'
import { plain, quiet, strong } from '../../summary/spans.ts'
import type { ReportDocument } from './reportDocument.ts'

/** The reply for people; its file is attached. */
export function replyDocument(
  reply: Reply,
  { company, words, now }: { company: string | null; words: Words; now: number },
): ReportDocument {
  const say = words.translate
  const { formats } = words
  const to = nonBlank(company)
  const { verdict, reason, note, questions, nextWordBy, from, revision, writtenOn } = reply
  const verdictLine = verdictTold(words, verdict)
  const reasonLine = reasonWords(words, verdict, reason)
  const behind: readonly (Block | false)[] = [
    heading(1, say('reply:pdf.kicker')),
    to !== null && paragraph(plain(say('reply:pdf.to', { company: to }))),
    paragraph(
      quiet(say('reply:pdf.about', { code: caseCodeOf(reply.caseId), revision, date: formats.date(writtenOn) })),
    ),
    (verdictLine !== '' || reasonLine !== '') &&
      paragraph(strong(verdictLine), plain(reasonLine === '' ? '' : ` ${reasonLine}`)),
    note !== null && paragraph(plain(note)),
    questions.length > 0 && heading(2, say('reply:pdf.questions')),
    ...questions.map((question, at) =>
      paragraph(strong(`${at + 1}. ${questionLead(words, question)} `), plain(question.text)),
    ),
    nextWordBy !== null && paragraph(strong(say('reply:texts.nextWord', { date: formats.date(nextWordBy) }))),
    from !== null && paragraph(plain(`${say('reply:texts.regards')}, ${from}`)),
    paragraph(quiet(say('reply:pdf.open'))),
  ]
  return {
    language: words.language,
    title: say('reply:pdf.title'),
    author: from ?? say('common:service'),
    subject: say('reply:pdf.kicker'),
    front: [],
    behind: behind.filter((block) => block !== false),
    pageOf: say('reply:pdf.pageOf', { page: '{page}', pages: '{pages}' }),
    foot: say('reply:pdf.foot'),
    notDrawn: say('reply:pdf.notDrawn', { count: '{count}' }),
    caseDescription: say('reply:pdf.description'),
    madeAt: now,
  }
}
