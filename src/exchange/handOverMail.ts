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
  const key = 'handOver:email'
  const subject =
    company === null || partner === null
      ? translate(`${key}.subjectPlain`)
      : translate(`${key}.subject`, { company, partner })
  const paragraphs = [
    subject,
    translate(`${key}.hello`),
    translate(`${key}.body`, { name, address }),
    summary === null ? null : translate(`${key}.summary`, { summary }),
    ask === null ? null : translate(`${key}.ask`, { ask }),
    [translate(`${key}.regards`), written(about.name)].filter((line) => line !== null).join('\n'),
  ]
  return paragraphs.filter((paragraph) => paragraph !== null).join('\n\n')
}
