import { useTranslation } from 'react-i18next'
import type { InboxEntry } from '../../domain/inbox/inbox.ts'
import { CSV_STYLES, csvFile } from '../../exchange/inbox/csv.ts'
import { preferredLanguage } from '../../i18n/languages.ts'
import { useWords, type Words } from '../../i18n/useWords.ts'
import { download } from '../../platform/files.ts'
import { useServices } from '../../store/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { entryWords } from './entryWords.ts'

const COLUMNS = [
  'case',
  'revision',
  'emergency',
  'date',
  'age',
  'company',
  'customerNumber',
  'project',
  'adobeContact',
  'partner',
  'ask',
  'step',
  'warranted',
  'effect',
  'impact',
  'verdict',
  'waiting',
  'next',
  'nextIs',
  'questions',
  'file',
  'fileFaults',
] as const

export function csvRows(words: Words, entries: readonly InboxEntry[]) {
  const say = words.translate
  return [
    COLUMNS.map((id) => say(`inbox:csvColumns.${id}`)),
    ...entries.map((entry) => {
      const { newest, age, next } = entry
      const said = entryWords(words, entry)
      return [
        newest.caseId,
        newest.revision,
        said.emergency,
        newest.asOf,
        age,
        newest.company,
        newest.customerNumber,
        newest.project,
        newest.adobeContact,
        newest.partner,
        said.ask,
        said.step,
        say(newest.warranted ? 'common:yes' : 'common:no'),
        said.effect,
        newest.impact,
        said.verdict,
        said.waiting,
        next?.date ?? null,
        said.next?.is ?? null,
        newest.openQuestions,
        newest.fileName,
        said.fileFaults.join(', '),
      ]
    }),
  ]
}

export function CsvButton({ entries }: { entries: readonly InboxEntry[] }) {
  const { t } = useTranslation()
  const words = useWords()
  const { clock } = useServices()
  const save = () => {
    const text = csvFile(csvRows(words, entries), CSV_STYLES[preferredLanguage([words.language])])
    download(new Blob([text], { type: 'text/csv' }), `inbox-${clock.today()}.csv`)
  }
  return (
    <div className="actions">
      <Button onClick={save}>{t('inbox:csv')}</Button>
    </div>
  )
}
