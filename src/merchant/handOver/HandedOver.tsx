import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { handOverMail } from '../../exchange/coverEmail.ts'
import { groupedChecksum } from '../../files/groupedChecksum.ts'
import type { MadeFile } from '../../files/makeCaseFile.ts'
import { CopyText } from '../../frame/CopyText.tsx'
import { sizeWords } from '../../i18n/fileWords.ts'
import type { Language } from '../../i18n/languages.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useWordsIn } from '../../i18n/wordsOf.ts'
import { canShare, download, share } from '../../platform/files.ts'
import { reviewAddress } from '../../platform/ownAddress.ts'
import { settings } from '../../settings/settings.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { mailAddress } from '../messages/mailAddress.ts'
import { FileWarnings } from './HandOverFiles.tsx'

export type Wrapping = 'pdf' | 'json' | 'locked'

interface HandedOverProps {
  made: MadeFile
  wrapping: Wrapping
  /** Empty if the file is not locked. */
  passphrase: string
  /** Of the file and the covering mail. */
  language: Language
  onAgain: () => void
  /** Makes the same as plain JSON. */
  onPlain: () => void
}

export function HandedOver({ made, wrapping, passphrase, language, onAgain, onPlain }: HandedOverProps) {
  const { t } = useTranslation()
  const words = useWords()
  const [isShared, setShared] = useState(false)
  const { file, files, missing, name, bytes } = made
  const { scope, added, partner, examples } = file.answers
  const held = [
    t('handOver:holds.deliverables', { count: scope.deliverables.length }),
    t('handOver:holds.added', { count: added.items.length }),
    t('handOver:holds.contacts', { count: partner.log.length }),
    t('handOver:holds.examples', { count: examples.items.length }),
    ...(files.size === 0 ? [] : [t('handOver:holds.files', { count: files.size })]),
  ]
  const size = sizeWords(words, bytes.size)
  const inMail = useWordsIn(language)
  const mail = inMail === null ? null : handOverMail(inMail, wrapping === 'locked' ? null : file, name, reviewAddress())
  const { accountTeamMail } = settings
  const toLine = accountTeamMail === null ? '' : `${t('handOver:email.toLine', { mail: accountTeamMail })}\n`
  const link = mail === null ? null : mailAddress(mail.subject, mail.body, accountTeamMail ?? '')
  return (
    <>
      <p className="lead">{t('handOver:notSent')}</p>
      {wrapping === 'locked' && (
        <Banner kind="warning">
          <p>{t('handOver:lock.tell')}</p>
          <p>
            {t('handOver:lock.label')}: <code className="passphrase">{passphrase}</code>
          </p>
        </Banner>
      )}
      <p>{t('handOver:holds.text', { name, size, list: words.formats.list(held) })}</p>
      {file.leftOut.length > 0 && <p>{t('handOver:leaveOut.done')}</p>}
      <FileWarnings missing={missing} size={bytes.size} />
      <ol>
        <li>{t('handOver:step1')}</li>
        <li>{t('handOver:step2')}</li>
        <li>{t('handOver:step3')}</li>
      </ol>
      <p className="hint">
        {t('handOver:checked', { checksum: groupedChecksum(file.digest), revision: file.revision })}
      </p>
      <div className="actions">
        {canShare(bytes, name) && (
          <Button isMain onClick={() => void share(bytes, name).then(setShared)}>
            {t('handOver:share')}
          </Button>
        )}
        <Button onClick={() => download(bytes, name)}>{t('handOver:saveAgain')}</Button>
        {wrapping === 'pdf' && <LinkButton onClick={onPlain}>{t('handOver:plain')}</LinkButton>}
        <LinkButton onClick={onAgain}>{t('handOver:again')}</LinkButton>
      </div>
      <p role="status">{isShared ? t('handOver:shared') : ''}</p>
      <h2>{t('handOver:emailHeading')}</h2>
      {mail !== null && (
        <>
          <CopyText
            text={`${toLine}${t('handOver:email.subjectLine', { subject: mail.subject })}\n\n${mail.body}`}
            lang={language}
          />
          <p className="after-copy">
            {link === null ? t('drafts:page.mailLong') : <a href={link}>{t('drafts:page.mail')}</a>}
          </p>
        </>
      )}
    </>
  )
}
