import { useTranslation } from 'react-i18next'
import type { InboxEntry } from '../../domain/inbox/inbox.ts'
import { CSV_STYLES, csvFile } from '../../exchange/inbox/csv.ts'
import { LANGUAGES, type Language } from '../../i18n/languages.ts'
import type { Words } from '../../i18n/useWords.ts'
import { wordsOf } from '../../i18n/wordsOf.ts'
import { download } from '../../platform/files.ts'
import { useServices } from '../../store/session.tsx'
import { entryWords } from './entryWords.ts'

const COLUMNS = [
  'case',
  'revision',
  'date',
  'age',
  'company',
  'partner',
  'outcome',
  'warranted',
  'effect',
  'impact',
  'verdict',
  'waiting',
  'next',
  'file',
] as const

/** What is shown, as a table for a spreadsheet: dates as dates, numbers as numbers, the rest as text. */
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
        newest.asOf,
        age,
        newest.company,
        newest.partner,
        said.outcome,
        say(newest.warranted ? 'common:yes' : 'common:no'),
        said.effect,
        newest.impact,
        said.verdict,
        said.waiting,
        next?.date ?? null,
        newest.fileName,
      ]
    }),
  ]
}

const BUTTONS = { sv: 'csvSv', en: 'csvEn' } as const satisfies Record<Language, string>

/** The list as a file, for the spreadsheets of either language. */
export function CsvButtons({ entries }: { entries: readonly InboxEntry[] }) {
  const { t, i18n } = useTranslation('inbox')
  const { clock } = useServices()
  const save = async (language: Language) => {
    const words = await wordsOf(i18n, language)
    const text = csvFile(csvRows(words, entries), CSV_STYLES[language])
    download(new Blob([text], { type: 'text/csv' }), `inbox-${clock.today()}.csv`)
  }
  return (
    <section aria-labelledby="csv">
      <h2 id="csv">{t('csv')}</h2>
      <p className="hint">{t('shown', { count: entries.length })}</p>
      <div className="actions">
        {LANGUAGES.map(({ id }) => (
          <button key={id} type="button" className="button secondary" onClick={() => void save(id)}>
            {t(BUTTONS[id])}
          </button>
        ))}
      </div>
    </section>
  )
}
