import { requestIn } from '../domain/areas/request/requestIn.ts'
import { nonBlank } from '../domain/case/answer.ts'
import type { CaseFile } from '../domain/case/caseFile.ts'
import { fileResult, nextForReader } from '../i18n/assessmentWords.ts'
import type { Words } from '../i18n/useWords.ts'

/** @param file null if it is locked: the mail then quotes nothing */
export function handOverMail(
  words: Words,
  file: CaseFile | null,
  name: string,
  address: string,
): { subject: string; body: string } {
  const { translate } = words
  const about = file?.answers.about
  const request = file === null ? null : requestIn(file.answers.request, words.language)
  const result = fileResult(words, file?.result ?? null)
  const company = nonBlank(about?.company ?? null)
  const partner = nonBlank(about?.partnerCompany ?? null)
  const summary = nonBlank(request?.summary ?? null)
  const ask = nonBlank(request?.ask ?? null)
  const subject =
    company === null || partner === null
      ? translate('handOver:email.subjectPlain')
      : translate('handOver:email.subject', { company, partner })
  const paragraphs = [
    translate('handOver:email.hello'),
    // What is asked for comes first: the file is opened by those who want to know more.
    ask === null ? null : translate('handOver:email.ask', { ask }),
    summary === null ? null : translate('handOver:email.summary', { summary }),
    result === null ? null : translate('handOver:email.standing', { standing: nextForReader(words, result) }),
    translate('handOver:email.body', { name, address }),
    [translate('handOver:email.regards'), nonBlank(about?.name ?? null)].filter((line) => line !== null).join('\n'),
  ]
  return {
    subject: subject.replace(/\s+/g, ' ').trim(),
    body: paragraphs.filter((paragraph) => paragraph !== null).join('\n\n'),
  }
}
