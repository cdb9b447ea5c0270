import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getAnswer, pathOf } from '../../domain/case/address.ts'
import { nonBlank } from '../../domain/case/answer.ts'
import { caseCodeOf } from '../../domain/case/caseCode.ts'
import { answerDigest } from '../../domain/reply/reply.ts'
import { belongsTo } from '../../domain/report/quickFilters.ts'
import { reportOfFile } from '../../domain/report/report.ts'
import { buildSheet, type Sheet } from '../../domain/report/sheet.ts'
import type { OpenedFile } from '../../exchange/importCase.ts'
import { sha256 } from '../../exchange/sha256.ts'
import { groupedChecksum } from '../../files/groupedChecksum.ts'
import { PageHead } from '../../frame/PageHead.tsx'
import { InLanguage } from '../../i18n/InLanguage.tsx'
import { isLanguage, preferredLanguage } from '../../i18n/languages.ts'
import { useWordsIn } from '../../i18n/wordsOf.ts'
import { LocalizedSheet } from '../../screen/LocalizedSheet.tsx'
import { useInterview } from '../../store/session.tsx'
import { useToday } from '../../store/useToday.ts'
import type { Spot } from '../../summary/blocks.ts'
import { summaryOf } from '../../summary/summary.ts'
import { summaryText } from '../../summary/text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { InPageLink } from '../../ui/InPageLink.tsx'
import { OddText } from '../../ui/RevealedText.tsx'
import { CloseReading } from '../../ui/UserText.tsx'
import { useRootMark } from '../../ui/useRootMark.ts'
import { AskHere } from './AskHere.tsx'
import { FileState, Recounted } from './FileState.tsx'
import { LinkedAddresses } from './LinkedAddresses.tsx'
import { PrivateNotes } from './PrivateNotes.tsx'
import { ReaderTools, type ReaderView } from './ReaderTools.tsx'
import { ReplyForm } from './ReplyForm.tsx'
import { TextsToSend } from './TextsToSend.tsx'

interface OpenedCaseProps {
  opened: OpenedFile
  /** Leads to what has changed; null if there is nothing to compare with. */
  onChanges: (() => void) | null
  onCompare: (file: File) => void
  notice: ReactNode
  onClose: () => void
}

/** The summary first, then everything behind it, then the reply. */
export function OpenedCase({ opened, onChanges, onCompare, notice, onClose }: OpenedCaseProps) {
  const { t, i18n } = useTranslation()
  const interview = useInterview()
  const today = useToday()
  const { file, files } = opened
  const spoken = preferredLanguage([i18n.language])
  const [view, setView] = useState<ReaderView>({ language: null, countsToday: true, matter: null })
  const [fileName, setFileName] = useState<string | null>(null)
  const { matter } = view
  const asOf = view.countsToday ? today : file.asOf

  const sheet = useMemo(() => buildSheet(reportOfFile(interview, file, asOf)), [interview, file, asOf])
  /** What the customer has said ends with the day of the file, and so do the texts that repeat it. */
  const onItsDay = useMemo(
    () => (asOf === file.asOf ? sheet : buildSheet(reportOfFile(interview, file))),
    [interview, file, asOf, sheet],
  )
  const shows = useMemo(() => (matter === null ? undefined : belongsTo(matter, sheet.report)), [matter, sheet.report])
  const source = useCallback(
    async (sha256: string) => {
      const bytes = files.get(sha256)
      return bytes === undefined ? null : new Uint8Array(bytes)
    },
    [files],
  )
  const beside = useMemo(() => {
    const ask = ({ address, code }: Spot) => {
      const value = getAnswer(sheet.report.answers, address)
      return (
        <>
          <LinkedAddresses value={value} />
          <AskHere
            at={address}
            code={code}
            digest={() => (file.leftOut.includes(pathOf(address)) ? null : answerDigest(value, sha256))}
          />
        </>
      )
    }
    return { answer: ask, missing: ask }
  }, [sheet.report.answers, file.leftOut])
  const company = nonBlank(file.answers.about.company)
  const origin = {
    caseCode: caseCodeOf(file.caseId),
    revision: file.revision,
    checksum: groupedChecksum(file.digest),
    madeOn: file.asOf,
  }
  const fromWhere = (
    <>
      <FileState opened={opened} ours={onItsDay.report.assessment} />
      {asOf !== file.asOf && <Recounted file={file} asOf={asOf} />}
    </>
  )
  const inWords = useWordsIn(isLanguage(file.language) ? file.language : spoken)
  return (
    <>
      <div className="review-head screen-only">
        <div>
          <PageHead title={t('review:caseHeading')}>
            {company === null ? t('review:caseHeading') : t('review:caseOf', { company })}
          </PageHead>
          {fromWhere}
        </div>
        <div className="review-side">
          <div className="actions">
            {onChanges !== null && (
              <Button isMain onClick={onChanges}>
                {t('changes:back')}
              </Button>
            )}
            <Button onClick={() => window.print()}>{t('review:print')}</Button>
            <LinkButton onClick={onClose}>{t('review:close')}</LinkButton>
          </div>
          <ReaderTools opened={opened} spoken={spoken} view={view} onView={setView} onCompare={onCompare} />
        </div>
      </div>
      <div className="screen-only">{notice}</div>
      {matter !== null && (
        <Banner kind="information">
          <p>{t('review:tools.only', { what: t(`review:tools.${matter}`) })}</p>
        </Banner>
      )}
      <JumpList sheet={sheet} />
      <CloseReading value={OddText}>
        <InLanguage language={view.language ?? spoken}>
          <LocalizedSheet
            sheet={sheet}
            interview={interview}
            language={file.language}
            origin={origin}
            source={source}
            onPaper={fromWhere}
            beside={beside}
            shows={shows}
          />
        </InLanguage>
      </CloseReading>
      <ReplyForm opened={opened} inWords={inWords} isFiltered={matter !== null} onMade={setFileName} />
      <TextsToSend
        opened={opened}
        sheet={onItsDay}
        inWords={inWords}
        fileName={fileName}
        summaryIn={(words) => {
          const said = { sheet, interview, words, language: file.language, ...origin }
          return summaryText(summaryOf({ ...said, reader: 'accountManager', onScreen: false }))
        }}
      />
      <PrivateNotes caseId={file.caseId} />
    </>
  )
}

/** What the page holds, always in reach. */
function JumpList({ sheet: { report } }: { sheet: Sheet }) {
  const { t } = useTranslation()
  useRootMark('has-jump-list')
  const link = (id: string, text: string) => (
    <li>
      <InPageLink to={id}>{text}</InPageLink>
    </li>
  )
  return (
    <nav className="jump sticky screen-only" aria-label={t('review:tools.contents')}>
      <ul>
        {link('read-outcome', t('review:outcome'))}
        {link('read-answers', t('review:answers'))}
        {report.files.length > 0 && link('read-files', t('evidence:list.heading'))}
        {report.askedBack.length > 0 && link('read-questions', t('reply:sheet.heading'))}
        {link('read-notAnswered', t('review:notAnswered'))}
        {link('read-reply', t('reply:form.heading'))}
        {link('read-texts', t('reply:texts.heading'))}
        {link('read-notes', t('reply:notes.heading'))}
      </ul>
    </nav>
  )
}
