import { written } from '../domain/case/answer.ts'
import type { CaseFile } from '../domain/case/caseFile.ts'
import type { Translate } from '../i18n/keys.ts'

/** The text of the mail that the file is attached to. Lines whose answers are missing are left out. */
export function handOverMail(translate: Translate, file: CaseFile, name: string, address: string): string {
  const { about, request } = file.answers
  const company = written(about.company)
  const partner = written(about.partnerCompany)
  const summary = written(request.summary)
  const ask = written(request.ask)
  const subject =
    company === null || partner === null
      ? translate('handOver:email.subjectPlain')
      : translate('handOver:email.subject', { company, partner })
  const paragraphs = [
    subject,
    translate('handOver:email.hello'),
    translate('handOver:email.body', { name, address }),
    summary === null ? null : translate('handOver:email.summary', { summary }),
    ask === null ? null : translate('handOver:email.ask', { ask }),
    [translate('handOver:email.regards'), written(about.name)].filter((line) => line !== null).join('\n'),
  ]
  return paragraphs.filter((paragraph) => paragraph !== null).join('\n\n')
}
