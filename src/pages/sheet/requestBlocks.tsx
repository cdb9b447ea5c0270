import { useTranslation } from 'react-i18next'
import { written } from '../../domain/case/answer.ts'
import { outcomeWords } from '../../i18n/assessmentWords.ts'
import { questionWords } from '../../i18n/questionWords.ts'
import { OwnWords } from './OwnWords.tsx'
import type { BlockProps } from './sheetProps.ts'

/** Room on the first page, in characters. */
const ROOM = { summary: 300, ask: 280, settledWhen: 140, reason: 90, figure: 90, whyAnyway: 160 }

/** What the customer asks for, and by when. */
export function AskBlock({ sheet, words, language }: BlockProps) {
  const { t } = useTranslation('sheet')
  const { summary, ask, settledWhen } = sheet.report.answers.request
  const { hardDate } = sheet
  return (
    <section className="sheet-ask" aria-labelledby="sheet-ask">
      <h3 id="sheet-ask">{t('ask')}</h3>
      <p className="ask">
        <OwnWords text={ask} language={language} most={ROOM.ask} otherwise={t('noAsk')} />
      </p>
      <p className="by-when">
        {hardDate === null ? (
          t('noDate')
        ) : (
          <>
            <strong>{t('byWhen', { date: words.formats.date(hardDate.date) })}</strong>{' '}
            <OwnWords text={hardDate.reason} language={language} most={ROOM.reason} />
          </>
        )}
      </p>
      {written(summary) !== null && (
        <p>
          {t('summary')}: <OwnWords text={summary} language={language} most={ROOM.summary} />
        </p>
      )}
      {written(settledWhen) !== null && (
        <p>
          {t('settledWhen')}: <OwnWords text={settledWhen} language={language} most={ROOM.settledWhen} />
        </p>
      )}
    </section>
  )
}

/** What it has led to: the highest effect, and the figures of the examples on this page. */
export function ImpactBlock({ sheet, words, language }: BlockProps) {
  const { t } = useTranslation('sheet')
  const { effect, figures } = sheet.impact
  const { choice } = questionWords(words, { path: 'examples.items.*.effect' })
  return (
    <section aria-labelledby="sheet-impact">
      <h3 id="sheet-impact">{t('impact')}</h3>
      {effect !== null && (
        <p>
          <strong>{choice(effect)}</strong>
        </p>
      )}
      {effect === null && figures.length === 0 && <p>{t('noImpact')}</p>}
      {figures.length === 0 ? (
        <p className="not-provided">{t('noFigures')}</p>
      ) : (
        <ul className="lines">
          {figures.map((row) => (
            <li key={row.id}>
              <span className="code">E{row.code}</span>{' '}
              <OwnWords text={row.impact} language={language} most={ROOM.figure} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const PRACTICES = ['scope', 'added', 'partner', 'examples'] as const

/** Whether it is ready, why, and what is open. */
export function OutcomeBlock({ sheet, words, language }: BlockProps) {
  const { t } = useTranslation(['sheet', 'review'])
  const { assessment, answers } = sheet.report
  const { outcome, until, open, states, warranted } = assessment
  const said = outcomeWords(words, outcome, until, 'sheet:outcomes')
  const { whyAnyway } = answers.request
  return (
    <section aria-labelledby="sheet-outcome">
      <h3 id="sheet-outcome">{t('outcome')}</h3>
      <p>
        <strong>{said.heading}.</strong> {said.text}
        {warranted && outcome !== 'READY' && states.partner !== 'NA' && <> {t('review:warranted')}</>}
      </p>
      <dl className="practices">
        {PRACTICES.map((practice) => (
          <div key={practice}>
            <dt>{t(`practice.${practice}.label`)}</dt>
            <dd>{words.translate(`sheet:practice.${practice}.${states[practice]}`)}</dd>
          </div>
        ))}
      </dl>
      {open.length > 1 && (
        <>
          <p>
            <strong>{t('openHeading')}</strong>
          </p>
          <ul className="lines">
            {open.map(({ action, until: day, reasons }) => (
              <li key={action}>
                {outcomeWords(words, action, day, 'sheet:outcomes').heading}
                {codesOf(reasons.map(({ texts }) => texts?.code))}
              </li>
            ))}
          </ul>
        </>
      )}
      {written(whyAnyway) !== null && (
        <p>
          {t('whyAnyway')}: <OwnWords text={whyAnyway} language={language} most={ROOM.whyAnyway} />
        </p>
      )}
    </section>
  )
}

/** Which rows an open point is about; the rest is on the following pages. */
function codesOf(codes: readonly (string | undefined)[]): string {
  const named = [...new Set(codes.filter((code) => code !== undefined))]
  if (named.length === 0) return ''
  return ` (${named.slice(0, 6).join(', ')}${named.length > 6 ? ' …' : ''})`
}
