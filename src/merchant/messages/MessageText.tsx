import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '../../platform/files.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { mailAddress } from './mailAddress.ts'

interface Draft {
  subject: string
  body: string
}

interface MessageTextProps {
  draft: Draft
  isEdited: boolean
  /** The language that it is written in. */
  language: string
  onChange: (draft: Draft) => void
  /** Makes the draft from the answers again. */
  onAgain: () => void
  isKept: boolean
}

/** The message itself, to be changed and taken elsewhere: copying first, since it works with every mail program. */
export function MessageText({ draft, isEdited, language, onChange, onAgain, isKept }: MessageTextProps) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState<'copied' | 'copyFailed' | null>(null)
  const [before, setBefore] = useState<Draft | null>(null)
  const mail = mailAddress(draft.subject, draft.body)
  const change = (next: Draft) => {
    setCopied(null)
    setBefore(null)
    onChange(next)
  }
  return (
    <>
      <Field id="message-subject" label={t('drafts:page.subject')} lang={language}>
        {(wiring) => (
          <TextInput {...wiring} value={draft.subject} onText={(subject) => change({ ...draft, subject })} />
        )}
      </Field>
      <Field id="message-body" label={t('drafts:page.body')} lang={language}>
        {(wiring) => (
          <TextInput {...wiring} multiline value={draft.body} onText={(body) => change({ ...draft, body })} />
        )}
      </Field>
      {isEdited && (
        <p className="hint">
          {t('drafts:page.edited')}{' '}
          <LinkButton
            onClick={() => {
              setBefore(draft)
              onAgain()
            }}
          >
            {t('drafts:page.again')}
          </LinkButton>
        </p>
      )}
      {before !== null && !isEdited && (
        <p className="hint">
          <LinkButton
            onClick={() => {
              onChange(before)
              setBefore(null)
            }}
          >
            {t('common:undo')}
          </LinkButton>
        </p>
      )}
      {!isKept && <p className="note">{t('common:save.error')}</p>}
      <div className="actions">
        <Button
          isMain
          onClick={() =>
            void copyText(`${draft.subject}\n\n${draft.body}`).then((done) => setCopied(done ? 'copied' : 'copyFailed'))
          }
        >
          {t('handOver:copy')}
        </Button>
        {mail !== null && <a href={mail}>{t('drafts:page.mail')}</a>}
        <span role="status">{copied === null ? '' : t(`handOver:${copied}`)}</span>
      </div>
      {mail === null && <p className="hint">{t('drafts:page.mailLong')}</p>}
    </>
  )
}
