import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { getAnswer, pathOf } from '../../domain/case/address.ts'
import { answerOrNull, nonBlank } from '../../domain/case/answer.ts'
import { caseCodeOf } from '../../domain/case/caseCode.ts'
import { thereToLeaveOut, withoutLeftOut } from '../../domain/case/leftOut.ts'
import { MAX_INSIDE_PDF, MAX_LOCKED, sizeOf } from '../../domain/evidence/evidence.ts'
import { findPage } from '../../domain/interview/interviewPages.ts'
import { visibleAnswers } from '../../domain/interview/visibleAnswers.ts'
import { buildSheet } from '../../domain/report/sheet.ts'
import { notDrawn } from '../../exchange/pdf/notDrawn.ts'
import { noticeWords } from '../../i18n/assessmentWords.ts'
import { sizeWords } from '../../i18n/fileWords.ts'
import { InLanguage } from '../../i18n/InLanguage.tsx'
import type { Language } from '../../i18n/languages.ts'
import { questionWords } from '../../i18n/questionWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { canLock } from '../../platform/encryption.ts'
import { LocalizedSheet } from '../../screen/LocalizedSheet.tsx'
import { NOWHERE } from '../../screen/leaves.tsx'
import { SheetLanguage } from '../../screen/SheetLanguage.tsx'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { useInterview } from '../../store/session.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { caseAddress } from '../../wizard/addresses.ts'
import { answerAddress } from '../../wizard/answerAddress.ts'
import { QuestionField } from '../../wizard/QuestionField.tsx'
import { useReport } from '../openCase/useReport.ts'
import type { Wrapping } from './HandedOver.tsx'
import { FilesSummary, LeaveOutForm } from './HandOverFiles.tsx'
import { LockForm } from './LockForm.tsx'

interface BeforeProps {
  /** From 0 to 1; null while no file is being made. */
  working: number | null
  language: Language
  onLanguage: (language: Language) => void
  /** Paths of answers and files. */
  leftOut: readonly string[]
  onLeaveOut: (paths: readonly string[]) => void
  /** @param passphrase of a locked file */
  onMake: (wrapping: Wrapping, passphrase?: string) => void
  /** Makes a version without the case inside. */
  onVersion: (version: 'reading' | 'partner') => void
  /** The name of such a version that has just been made. */
  downloaded: string | null
  onCancel: () => void
}

/** Characters that a PDF does not draw are shown as examples. */
const MAX_SHOWN = 20

export function BeforeHandOver(props: BeforeProps) {
  const { working, language, onLanguage, leftOut, onLeaveOut, onMake, onVersion, downloaded, onCancel } = props
  const { t } = useTranslation()
  const words = useWords()
  const { store } = useOpened()
  const interview = useInterview()
  const current = useOpenCase((state) => state.case)
  const { out, answers } = useMemo(() => {
    const there = thereToLeaveOut(visibleAnswers(interview, current.answers), leftOut)
    return { out: there, answers: withoutLeftOut(current.answers, there) }
  }, [interview, current.answers, leftOut])
  const report = useReport({ ...current, answers }, out)
  const { assessment, files } = report
  const sheet = useMemo(() => buildSheet(report), [report])
  const origin = { caseCode: caseCodeOf(current.id), revision: null, checksum: null }
  const { open, notices } = assessment
  const sensitive = notices.filter(({ id }) => id === 'sensitive')
  const boxes = useMemo(() => {
    const names = report.files.map(({ file }) => file.name)
    return notDrawn(JSON.stringify([report.answers, names]))
  }, [report])
  const size = sizeOf(files.filter(({ isLeftOut }) => !isLeftOut).map(({ file }) => file))
  const isZip = size > MAX_INSIDE_PDF
  const wrapping = isZip ? 'zip' : 'pdf'
  const isWorking = working !== null
  const { adobeContact } = current.answers.about
  const ask = (id: string) =>
    findPage(interview, id)?.step?.questions.map((question) => (
      <QuestionField
        key={question.path}
        asked={{ question, address: question.path, value: getAnswer(current.answers, question.path) }}
        words={words}
        answers={current.answers}
        language={current.language}
        problems={[]}
        notes={[]}
        onAnswer={store.getState().answer}
      />
    ))
  return (
    <div className="beside-preview">
      <div>
        <div className="actions">
          <Button isMain isOff={isWorking} onClick={() => onMake('pdf')}>
            {open.length === 0 ? t(`handOver:makeAs.${wrapping}`) : t(`handOver:anywayAs.${wrapping}`)}
          </Button>
        </div>
        <p className="hint">{t(`handOver:formats.${wrapping}`)}</p>
        <div role="status">
          {working !== null && <p>{t('handOver:working')}</p>}
          {downloaded !== null && <p>{t('handOver:others.made', { name: downloaded })}</p>}
        </div>
        {working !== null && (
          <p className="progress">
            <progress max={1} value={working} aria-label={t('handOver:working')} />{' '}
            <LinkButton onClick={onCancel}>{t('common:cancel')}</LinkButton>
          </p>
        )}
        <SheetLanguage chosen={language} onChoose={onLanguage} />
        {language === 'en' && !current.language.startsWith('en') && (
          <Disclosure summary={t('handOver:inEnglish')}>{ask('request/english')}</Disclosure>
        )}
        <h2>{t('handOver:toWhom')}</h2>
        {ask('about/adobe')}
        {nonBlank(answerOrNull(adobeContact)) === null && <p>{t('handOver:findTeam')}</p>}
        <h2>{t('handOver:before')}</h2>
        <ul>
          {open.length > 0 && (
            <li>
              {t('handOver:open', { count: open.length })}{' '}
              <Link to={caseAddress(current.id, 'check')}>{t('handOver:openLink')}</Link>
            </li>
          )}
          <li>{t('handOver:what')}</li>
          <li>{t('handOver:confidential')}</li>
          {boxes.length > 0 && (
            <li>
              {t('handOver:boxes', { count: boxes.length, list: boxes.slice(0, MAX_SHOWN).join(' ') })}
              {boxes.length > MAX_SHOWN && ' …'}
            </li>
          )}
        </ul>
        {sensitive.length > 0 && (
          <Banner kind="warning">
            <p>{t('handOver:sensitive')}</p>
            <ul>
              {sensitive.map((notice) => (
                <li key={notice.about}>
                  {noticeWords(words, notice)}{' '}
                  <Link to={answerAddress(interview, current.id, notice.about)}>
                    {t('common:change')}
                    <span className="unseen"> {questionWords(words, { path: pathOf(notice.about) }).label}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </Banner>
        )}
        <FilesSummary files={files} />
        {open.length > 0 && ask('request/anyway')}
        <LeaveOutForm files={files} leftOut={leftOut} onLeaveOut={onLeaveOut} />
        {canLock() ? (
          <LockForm
            working={isWorking}
            onLock={(passphrase) => onMake('locked', passphrase)}
            note={
              size > MAX_LOCKED
                ? t('handOver:lock.tooLarge', { max: sizeWords(words, MAX_LOCKED) })
                : isZip
                  ? t('handOver:lock.asJson')
                  : null
            }
            isPossible={size <= MAX_LOCKED}
          />
        ) : (
          <p className="hint">{t('handOver:lock.insecure')}</p>
        )}
        <Disclosure summary={t('handOver:others.heading')}>
          <p>{t('handOver:others.hint')}</p>
          {(['reading', 'partner'] as const).map((version) => (
            <p key={version}>
              <LinkButton isOff={isWorking} onClick={() => onVersion(version)}>
                {t(`handOver:others.${version}`)}
              </LinkButton>
              <br />
              <span className="hint">{t(`handOver:others.${version}Hint`)}</span>
            </p>
          ))}
          <p>
            <LinkButton isOff={isWorking} onClick={() => onMake('json')}>
              {t('handOver:plain')}
            </LinkButton>
            <br />
            <span className="hint">{t('handOver:plainHint')}</span>
          </p>
        </Disclosure>
      </div>
      <InLanguage language={language}>
        <LocalizedSheet {...{ sheet, interview, origin }} language={current.language} source={NOWHERE} isPreview />
      </InLanguage>
    </div>
  )
}
