import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../domain/assessment/assess.ts'
import { RULES_VERSION } from '../../domain/assessment/conclusion.ts'
import type { CaseFile } from '../../domain/case/caseFile.ts'
import type { PlainDate } from '../../domain/dates/plainDate.ts'
import type { OpenedFile } from '../../exchange/importCase.ts'
import { FileFaults } from '../../files/FileFaults.tsx'
import { fileResult, nextHeading, resultOf } from '../../i18n/assessmentWords.ts'
import { useWords, type Words } from '../../i18n/useWords.ts'
import { Banner } from '../../ui/Banner.tsx'

/** The result that the file says it had, in words; null if it says none that we know. */
function theirResult(words: Words, { result }: CaseFile): string | null {
  const known = fileResult(words, result)
  return known === null ? null : nextHeading(words, known)
}

const warning = (text: string) => (
  <Banner kind="warning">
    <p>{text}</p>
  </Banner>
)

/**
 * Where the file comes from, whether it is as it was made, and whether both sides come to the same result.
 * @param ours for the day of the file
 */
export function FileState({ opened, ours }: { opened: OpenedFile; ours: Assessment }) {
  const { file, unchanged, repairs, newer } = opened
  const { t } = useTranslation()
  const words = useWords()
  const result = theirResult(words, file)
  const hasOurRules = file.rules === RULES_VERSION
  // The same rules, answers and day: another result means that the file was changed.
  const isOther = hasOurRules && result !== nextHeading(words, resultOf(ours))
  return (
    <>
      <p className="meta">
        {t('review:created', { date: words.formats.date(file.asOf), revision: file.revision })}{' '}
        {unchanged && t('review:unchanged')}
      </p>
      {file.purpose === 'copy' && (
        <Banner kind="information">
          <p>{t('review:isCopy')}</p>
        </Banner>
      )}
      <FileFaults opened={opened} advice={t('review:changedAsk')} />
      {repairs.length > 0 && warning(t('review:repaired', { count: repairs.length }))}
      {newer !== null && warning(t('review:newer', { count: newer.unrecognised }))}
      {result !== null && !hasOurRules && (
        <Banner kind="information">
          <p>{t('review:otherRules', { theirs: file.rules, ours: RULES_VERSION, result })}</p>
        </Banner>
      )}
      {result !== null && isOther && warning(t('review:bothResults', { result }))}
    </>
  )
}

/** Today's state is shown: what the file said on its own day stands beside it. */
export function Recounted({ file, asOf }: { file: CaseFile; asOf: PlainDate }) {
  const { t } = useTranslation()
  const words = useWords()
  const result = theirResult(words, file)
  return (
    <p>
      <strong>{t('review:tools.recounted', { today: words.formats.date(asOf) })}</strong>{' '}
      {result !== null && t('review:tools.theirResult', { date: words.formats.date(file.asOf), result })}
    </p>
  )
}
