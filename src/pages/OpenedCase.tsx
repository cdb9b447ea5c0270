import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Assessment, assess } from '../domain/assessment/assess.ts'
import { type Outcome, RULES_VERSION } from '../domain/assessment/conclusion.ts'
import { written } from '../domain/case/answer.ts'
import { visibleAnswers } from '../domain/interview/visibleAnswers.ts'
import { buildReport, type Report } from '../domain/report/report.ts'
import type { OpenedFile } from '../exchange/openCase.ts'
import { outcomeWords } from '../i18n/assessmentWords.ts'
import { questionWords } from '../i18n/questionWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { useServices } from '../store/session.tsx'
import { Banner } from '../ui/Banner.tsx'
import { InPageLink } from '../ui/InPageLink.tsx'
import { OwnText } from '../ui/OwnText.tsx'
import { PageHeading } from '../ui/PageHeading.tsx'
import { AnswerList } from './AnswerList.tsx'
import { AssessmentView } from './AssessmentView.tsx'

const SECTIONS = ['request', 'outcome', 'notAnswered', 'answers'] as const

/** A case that was opened to be read: what they want first, then the rest. */
export function OpenedCase({ opened, onClose }: { opened: OpenedFile; onClose: () => void }) {
  const { t } = useTranslation(['review', 'common', 'assessment'])
  const words = useWords()
  const { interview } = useServices()
  const { file } = opened
  const report = useMemo(() => {
    const visible = visibleAnswers(interview, file.answers)
    return buildReport(interview, visible, assess(visible, file.asOf, file.language))
  }, [interview, file])
  const company = written(file.answers.about.company)
  const heading = company === null ? t('caseHeading') : t('caseOf', { company })
  const shared = { words, interview, report, language: file.language, caseId: null }
  return (
    <>
      <PageHeading title={t('common:titleOf', { heading: t('caseHeading'), service: t('common:service') })}>
        {heading}
      </PageHeading>
      <FileState opened={opened} />
      <div className="actions">
        <button type="button" className="button secondary" onClick={() => window.print()}>
          {t('print')}
        </button>
        <button type="button" className="link-button" onClick={onClose}>
          {t('close')}
        </button>
      </div>
      <nav className="jump screen-only" aria-label={t('caseHeading')}>
        <ul>
          {SECTIONS.map((id) => (
            <li key={id}>
              <InPageLink to={`read-${id}`}>{t(id)}</InPageLink>
            </li>
          ))}
        </ul>
      </nav>
      <Request report={report} language={file.language} />
      <section id="read-outcome" tabIndex={-1} aria-label={t('outcome')}>
        <AssessmentView {...shared} />
        <Condition assessment={report.assessment} />
      </section>
      <h2 id="read-notAnswered" tabIndex={-1}>
        {t('notAnswered')}
      </h2>
      <NotAnswered report={report} />
      <h2 id="read-answers" tabIndex={-1}>
        {t('answers')}
      </h2>
      <AnswerList {...shared} />
      <p className="meta">{t('foot')}</p>
    </>
  )
}

/** Whether Adobe's condition for going to the account team is met, by the customer's own account. */
function Condition({ assessment: { states, warranted } }: { assessment: Assessment }) {
  const { t } = useTranslation('review')
  if (states.partner === 'RESOLVED') return null
  if (states.partner === 'NA') return <p>{t('withoutPartner')}</p>
  return <p>{warranted ? t('warranted') : t('notWarranted')}</p>
}

/** Where the file comes from, and whether it is as it was made. */
function FileState({ opened: { file, unchanged, repairs, newer } }: { opened: OpenedFile }) {
  const { t } = useTranslation(['review', 'assessment'])
  const words = useWords()
  const { formats } = words
  return (
    <>
      <Banner kind="information">
        <p>{t('created', { date: formats.date(file.asOf), revision: file.revision })}</p>
        {unchanged && <p>{t('unchanged')}</p>}
        {file.purpose === 'copy' && <p>{t('isCopy')}</p>}
      </Banner>
      {!unchanged && (
        <Banner kind="warning">
          <p>{t('changed')}</p>
        </Banner>
      )}
      {repairs.length > 0 && (
        <Banner kind="warning">
          <p>{t('repaired', { count: repairs.length })}</p>
        </Banner>
      )}
      {newer !== null && (
        <Banner kind="warning">
          <p>{t('newer', { count: newer.unrecognised })}</p>
        </Banner>
      )}
      {file.rules !== RULES_VERSION &&
        file.result !== null &&
        words.translate.has(outcomeKey(file.result.outcome)) && (
          <Banner kind="information">
            <p>
              {t('otherRules', {
                theirs: file.rules,
                ours: RULES_VERSION,
                outcome: outcomeWords(words, file.result.outcome, file.result.until).heading,
              })}
            </p>
          </Banner>
        )}
    </>
  )
}

const outcomeKey = (outcome: Outcome) => `assessment:outcomes.${outcome}.heading`

/** First of all: what they want, and by when. */
function Request({ report: { answers }, language }: { report: Report; language: string }) {
  const { t } = useTranslation('review')
  const { formats } = useWords()
  const { summary, ask, hardDate, hardReason, whyAnyway } = answers.request
  const own = (text: string | null) =>
    written(text) === null ? null : <OwnText text={String(text)} lang={language || undefined} />
  return (
    <section id="read-request" tabIndex={-1} aria-labelledby="request-heading">
      <h2 id="request-heading">{t('request')}</h2>
      {own(summary) !== null && <p className="lead">{own(summary)}</p>}
      <p>{own(ask) ?? <span className="not-provided">{t('noAsk')}</span>}</p>
      {typeof hardDate === 'string' && (
        <p>
          <strong>
            {t('byWhen')}: {formats.date(hardDate)}
          </strong>{' '}
          {own(hardReason)}
        </p>
      )}
      {own(whyAnyway) !== null && (
        <p>
          {t('whyAnyway')}: {own(whyAnyway)}
        </p>
      )}
    </section>
  )
}

function NotAnswered({ report }: { report: Report }) {
  const { t } = useTranslation('review')
  const words = useWords()
  if (report.notAnswered.length === 0) return <p>{t('allAnswered')}</p>
  return (
    <ul>
      {report.notAnswered.map(({ question, address }) => {
        const row = report.parts
          .flatMap(({ groups }) => groups)
          .find((group) => group.entries.some((entry) => entry.address === address))?.row
        const { label } = questionWords(words, question)
        return <li key={address}>{row === undefined ? label : `${row.code} ${row.title ?? ''}: ${label}`}</li>
      })}
    </ul>
  )
}
