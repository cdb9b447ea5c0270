import { useTranslation } from 'react-i18next'
import type { Deliverable } from '../../domain/areas/scope/schema.ts'
import { known, written } from '../../domain/case/answer.ts'
import { FRONT } from '../../domain/report/sheet.ts'
import { OwnWords } from './OwnWords.tsx'
import type { BlockProps } from './sheetProps.ts'

/** Room on the first page, in characters. */
const ROOM = { document: 90, title: 60, quote: 130, reference: 40 }

/** What the scope document says of each deliverable that is in question, with the quoted sentence. */
export function ScopeBlock({ sheet, words, language }: BlockProps) {
  const { t } = useTranslation('sheet')
  const { scope } = sheet.report.answers
  const reviewed = known(scope.reviewedOn)
  const documented = written(scope.documentTitle) !== null || reviewed !== null
  const shown = sheet.findings.slice(0, FRONT.findings)
  const more = sheet.findings.length - shown.length
  return (
    <section aria-labelledby="sheet-scope">
      <h3 id="sheet-scope">{t('scope')}</h3>
      {scope.noDocument === true && <p>{t('noDocument')}</p>}
      {documented && (
        <p>
          {t('document')}:{' '}
          <OwnWords
            text={scope.documentTitle}
            language={language}
            most={ROOM.document}
            otherwise={words.translate('common:notProvided')}
          />
          , {reviewed === null ? t('notReviewed') : t('reviewed', { date: words.formats.date(reviewed) })}
        </p>
      )}
      {shown.length === 0 && <p className="not-provided">{t('noAffected')}</p>}
      <ul className="lines">
        {shown.map((row) => (
          <Finding key={row.id} row={row} language={language} />
        ))}
      </ul>
      {more > 0 && <p className="meta">{t('more', { count: more })}</p>}
    </section>
  )
}

function Finding({ row, language }: { row: Deliverable; language: string }) {
  const { t } = useTranslation('sheet')
  return (
    <li>
      <span className="code">S{row.code}</span>{' '}
      <OwnWords text={row.title} language={language} most={ROOM.title} otherwise={t('line.untitled')} />:{' '}
      <strong>{t(`finding.${row.inScope ?? 'none'}`)}</strong>
      {written(row.reference) !== null && (
        <>
          {' '}
          (<OwnWords text={row.reference} language={language} most={ROOM.reference} />)
        </>
      )}
      <br />
      {written(row.quote) === null ? (
        written(row.acceptance) === null ? (
          <span className="not-provided">{t('noQuote')}</span>
        ) : (
          <>
            {t('approvedWhen')}: <OwnWords text={row.acceptance} language={language} most={ROOM.quote} />
          </>
        )
      ) : (
        <q>
          <OwnWords text={row.quote} language={language} most={ROOM.quote} />
        </q>
      )}
    </li>
  )
}
