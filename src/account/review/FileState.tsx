import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../domain/assessment/assess.ts'
import { type Outcome, RULES_VERSION } from '../../domain/assessment/conclusion.ts'
import type { OpenedFile } from '../../exchange/importCase.ts'
import { FileFaults } from '../../files/FileFaults.tsx'
import { outcomeWords } from '../../i18n/assessmentWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { Banner } from '../../ui/Banner.tsx'

/** Where the file comes from, whether it is as it was made, and whether both sides come to the same result. */
export function FileState({ opened, ours }: { opened: OpenedFile; ours: Assessment }) {
  const { file, unchanged, repairs, newer } = opened
  const { t } = useTranslation()
  const words = useWords()
  const { formats, translate } = words
  const theirs = file.result
  const isKnown = theirs !== null && translate.has(outcomeKey(theirs.outcome))
  const outcome = isKnown ? outcomeWords(words, theirs.outcome, theirs.until).heading : ''
  return (
    <>
      <Banner kind="information">
        <p>{t('review:created', { date: formats.date(file.asOf), revision: file.revision })}</p>
        {unchanged && <p>{t('review:unchanged')}</p>}
        {file.purpose === 'copy' && <p>{t('review:isCopy')}</p>}
      </Banner>
      <FileFaults opened={opened} advice={t('review:changedAsk')} />
      {repairs.length > 0 && (
        <Banner kind="warning">
          <p>{t('review:repaired', { count: repairs.length })}</p>
        </Banner>
      )}
      {newer !== null && (
        <Banner kind="warning">
          <p>{t('review:newer', { count: newer.unrecognised })}</p>
        </Banner>
      )}
      {isKnown && file.rules !== RULES_VERSION && (
        <Banner kind="information">
          <p>{t('review:otherRules', { theirs: file.rules, ours: RULES_VERSION, outcome })}</p>
        </Banner>
      )}
      {/* The same rules on the same answers on the same day: another result means that the file is not what it was. */}
      {isKnown && file.rules === RULES_VERSION && ours.asOf === file.asOf && theirs.outcome !== ours.outcome && (
        <Banner kind="warning">
          <p>{t('review:bothResults', { outcome })}</p>
        </Banner>
      )}
    </>
  )
}

const outcomeKey = (outcome: Outcome) => `assessment:outcomes.${outcome}.heading`
