import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assess } from '../domain/assessment/assess.ts'
import { type Outcome, RULES_VERSION } from '../domain/assessment/conclusion.ts'
import { written } from '../domain/case/answer.ts'
import { visibleAnswers } from '../domain/interview/visibleAnswers.ts'
import { buildReport } from '../domain/report/report.ts'
import { buildSheet } from '../domain/report/sheet.ts'
import type { OpenedFile } from '../exchange/openCase.ts'
import { outcomeWords } from '../i18n/assessmentWords.ts'
import { InLanguage } from '../i18n/InLanguage.tsx'
import { isLanguage, type Language } from '../i18n/languages.ts'
import { useWords } from '../i18n/useWords.ts'
import { useServices } from '../store/session.tsx'
import { Banner } from '../ui/Banner.tsx'
import { InPageLink } from '../ui/InPageLink.tsx'
import { PageHeading } from '../ui/PageHeading.tsx'
import { FileTroubles } from './evidence/FileTroubles.tsx'
import { caseCodeOf } from './sheet/caseCode.ts'
import { groupedChecksum } from './sheet/groupedChecksum.ts'
import { SheetLanguage } from './sheet/SheetLanguage.tsx'
import { SpokenSheet } from './sheet/SpokenSheet.tsx'

/** A case that was opened to be read: the readiness sheet first, then everything behind it. */
export function OpenedCase({ opened, onClose }: { opened: OpenedFile; onClose: () => void }) {
  const { t, i18n } = useTranslation(['review', 'common', 'sheet', 'evidence'])
  const { interview } = useServices()
  const { file } = opened
  const spoken = isLanguage(i18n.language) ? i18n.language : 'sv'
  const [chosen, setChosen] = useState<Language | null>(null)
  const sheet = useMemo(() => {
    const visible = visibleAnswers(interview, file.answers)
    return buildSheet(buildReport(interview, visible, assess(visible, file.asOf, file.language), file))
  }, [interview, file])
  const { files } = opened
  const source = useCallback(async (sha256: string) => new Uint8Array(files.get(sha256) ?? []), [files])
  const company = written(file.answers.about.company)
  const origin = {
    caseCode: caseCodeOf(file.caseId),
    revision: file.revision,
    checksum: groupedChecksum(file.digest),
  }
  return (
    <>
      <div className="screen-only">
        <PageHeading title={t('common:titleOf', { heading: t('caseHeading'), service: t('common:service') })}>
          {company === null ? t('caseHeading') : t('caseOf', { company })}
        </PageHeading>
        <FileState opened={opened} />
        <SheetLanguage chosen={chosen ?? spoken} onChoose={setChosen} />
        <div className="actions">
          <button type="button" className="button secondary" onClick={() => window.print()}>
            {t('print')}
          </button>
          <button type="button" className="link-button" onClick={onClose}>
            {t('close')}
          </button>
        </div>
        <nav className="jump" aria-label={t('caseHeading')}>
          <ul>
            {(['outcome', 'answers'] as const).map((id) => (
              <li key={id}>
                <InPageLink to={`read-${id}`}>{t(id)}</InPageLink>
              </li>
            ))}
            {file.evidence.length > 0 && (
              <li>
                <InPageLink to="read-files">{t('evidence:list.heading')}</InPageLink>
              </li>
            )}
            <li>
              <InPageLink to="read-notAnswered">{t('notAnswered')}</InPageLink>
            </li>
          </ul>
        </nav>
      </div>
      <InLanguage language={chosen ?? spoken}>
        <SpokenSheet
          sheet={sheet}
          interview={interview}
          language={file.language}
          origin={origin}
          source={source}
        />
      </InLanguage>
    </>
  )
}

/** Where the file comes from, and whether it is as it was made. */
function FileState({ opened }: { opened: OpenedFile }) {
  const { file, unchanged, rescued, repairs, newer, troubles } = opened
  const { t } = useTranslation(['review', 'assessment', 'evidence'])
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
      {rescued && (
        <Banner kind="warning">
          <p>{t('rescued')}</p>
        </Banner>
      )}
      <FileTroubles troubles={troubles} />
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
