import { useTranslation } from 'react-i18next'
import { lacksOf } from '../../domain/areas/examples/lacks.ts'
import { known, written } from '../../domain/case/answer.ts'
import { questionWords } from '../../i18n/questionWords.ts'
import { OwnWords } from './OwnWords.tsx'
import type { BlockProps } from './sheetProps.ts'

/** Room on the first page, in characters. */
const ROOM = { title: 60, part: 120, where: 60 }

/** The examples that the customer chose for the first page. */
export function ExamplesBlock({ sheet, words, language }: BlockProps) {
  const { t } = useTranslation('sheet')
  const { examples } = sheet
  const all = sheet.report.answers.examples.items.length
  const { short } = questionWords(words, { path: 'examples.items.*.effect' })
  return (
    <section aria-labelledby="sheet-examples">
      <h3 id="sheet-examples">{t('examples', { count: Math.max(examples.length, 1) })}</h3>
      {examples.length === 0 && <p className="not-provided">{t('noExamples')}</p>}
      <div className="sheet-examples">
        {examples.map((row) => {
          const day = known(row.date)
          const whereabouts = [written(row.period), written(row.where) ?? written(row.evidenceText)]
          return (
            <article key={row.id} aria-labelledby={`sheet-${row.id}`}>
              <h4 id={`sheet-${row.id}`}>
                <span className="code">E{row.code}</span>{' '}
                <OwnWords text={row.title} language={language} most={ROOM.title} otherwise={t('noText')} />
              </h4>
              <p>
                {t('expected')}:{' '}
                <OwnWords
                  text={row.expected}
                  language={language}
                  most={ROOM.part}
                  otherwise={words.translate('common:notProvided')}
                />
              </p>
              <p>
                {t('actual')}:{' '}
                <OwnWords
                  text={row.actual}
                  language={language}
                  most={ROOM.part}
                  otherwise={words.translate('common:notProvided')}
                />
              </p>
              <p className="meta">
                {day !== null && <span className="place">{day}</span>}
                {whereabouts
                  .filter((text) => text !== null)
                  .map((text) => (
                    <span className="place" key={text}>
                      <OwnWords text={text} language={language} most={ROOM.where} />
                    </span>
                  ))}
                {row.effect !== null && <span className="place">{short(row.effect)}</span>}
                {lacksOf(row).length > 0 && (
                  <span className="place">
                    {words.formats.list(
                      lacksOf(row).map((lack) => words.translate(`examples:lists.items.lacks.${lack}`)),
                    )}
                  </span>
                )}
              </p>
            </article>
          )
        })}
      </div>
      {all > examples.length && <p className="meta">{t('more', { count: all - examples.length })}</p>}
    </section>
  )
}
