import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router-dom'
import { nonBlank } from '../../domain/case/answer.ts'
import { type VisibleAnswers, visibleAnswers } from '../../domain/interview/visibleAnswers.ts'
import { MESSAGE_KINDS, type MessageChoice, type MessageKind } from '../../domain/messages/message.ts'
import { defaultChoice, messageOf } from '../../domain/messages/messages.ts'
import { planToAccept } from '../../domain/messages/writers.ts'
import { useCopy } from '../../frame/CopyText.tsx'
import { Opening } from '../../frame/Frame.tsx'
import { NotFound } from '../../frame/NotFound.tsx'
import { PageHead } from '../../frame/PageHead.tsx'
import { type Language, preferredLanguage } from '../../i18n/languages.ts'
import { messageText } from '../../i18n/messageWords.ts'
import { useWordsIn } from '../../i18n/wordsOf.ts'
import { useOpenCase } from '../../store/openCaseContext.tsx'
import { useInterview, useServices } from '../../store/session.tsx'
import { type Note, useNote } from '../../store/useNote.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { caseAddress } from '../../wizard/addresses.ts'
import { MessageChoices } from './MessageChoices.tsx'
import { mailAddress } from './mailAddress.ts'
import { SentForm } from './SentForm.tsx'

/** `#/case/:id/message/:kind`: a draft from the answers, to be changed, copied and noted as sent. */
export function MessagePage() {
  const { kind } = useParams()
  const known = MESSAGE_KINDS.find((name) => name === kind)
  return known === undefined ? <NotFound /> : <OneMessage key={known} kind={known} />
}

interface Draft {
  subject: string
  body: string
}

/** The draft as the user has changed it; null if it was not changed or cannot be read. */
function editedFrom(text: string): Draft | null {
  try {
    const { subject, body } = JSON.parse(text) as Partial<Draft>
    return typeof subject === 'string' && typeof body === 'string' ? { subject, body } : null
  } catch {
    return null
  }
}

/** A first message may have nothing to say yet. */
const saysWhat = ({ scope, examples, request }: VisibleAnswers, { rows }: MessageChoice): boolean =>
  [
    request.summary,
    ...[...scope.deliverables, ...examples.items].flatMap(({ id, title }) => (rows.has(id) ? [title] : [])),
  ].some((text) => nonBlank(text) !== null)

function OneMessage({ kind }: { kind: MessageKind }) {
  const { t, i18n } = useTranslation()
  const interview = useInterview()
  const { clock } = useServices()
  const { id, answers } = useOpenCase((state) => state.case)
  const today = clock.today()
  const visible = useMemo(() => visibleAnswers(interview, answers), [interview, answers])
  const [language, setLanguage] = useState<Language>(preferredLanguage([i18n.language]))
  const [choice, setChoice] = useState<MessageChoice>(() => defaultChoice(kind, visible, today))
  /** What was noted as sent stays as it is: the next draft would go on from it. */
  const [sent, setSent] = useState<Draft | null>(null)
  const words = useWordsIn(language)
  const note = useNote(id, `draft.${kind}`)
  const edited = useMemo(() => editedFrom(note.text ?? ''), [note.text])
  const made = useMemo(
    () => (words === null ? null : messageText(words, messageOf(kind, visible, choice, today))),
    [words, kind, visible, choice, today],
  )
  const isMissing = kind === 'accept' && planToAccept(visible, today) === null
  if (made === null || note.text === null) return <Opening />
  const draft = edited ?? sent ?? made
  return (
    <>
      <PageHead back={caseAddress(id, 'messages')}>{t(`drafts:page.kinds.${kind}`)}</PageHead>
      <p className="lead">{t('drafts:page.one')}</p>
      {isMissing ? (
        <p>
          {t('drafts:page.noPlan')} <Link to={caseAddress(id, 'partner/log')}>{t('drafts:page.sent.toLog')}</Link>
        </p>
      ) : (
        <>
          {sent === null && (
            <MessageChoices
              kind={kind}
              answers={visible}
              choice={choice}
              onChoice={setChoice}
              language={language}
              onLanguage={setLanguage}
            />
          )}
          <MessageText draft={draft} isEdited={edited !== null && sent === null} language={language} note={note} />
          <SentForm
            kind={kind}
            subject={draft.subject}
            answerBy={choice.answerBy}
            onLogged={() => setSent(draft)}
            saysWhat={edited !== null || kind !== 'first' || saysWhat(visible, choice)}
            about={visible.scope.deliverables.flatMap(({ id: row }) => (choice.rows.has(row) ? [row] : []))}
          />
        </>
      )}
    </>
  )
}

interface MessageTextProps {
  draft: Draft
  isEdited: boolean
  language: string
  /** Keeps what the user changes. */
  note: Note
}

/** Copying comes first, since it works with every mail program. */
function MessageText({ draft, isEdited, language, note }: MessageTextProps) {
  const { t } = useTranslation()
  const { copy, forget, result } = useCopy()
  /** The changes that were replaced by a new draft. */
  const [replaced, setReplaced] = useState<string | null>(null)
  const mail = mailAddress(draft.subject, draft.body)
  const change = (changes: Partial<Draft>) => {
    forget()
    setReplaced(null)
    note.write(JSON.stringify({ ...draft, ...changes }))
  }
  const startAgain = () => {
    setReplaced(note.text)
    note.write('')
  }
  const undo = (text: string) => {
    note.write(text)
    setReplaced(null)
  }
  return (
    <>
      <Field id="message-subject" label={t('drafts:page.subject')} lang={language}>
        {(wiring) => <TextInput {...wiring} value={draft.subject} onText={(subject) => change({ subject })} />}
      </Field>
      <Field id="message-body" label={t('drafts:page.body')} lang={language}>
        {(wiring) => <TextInput {...wiring} multiline value={draft.body} onText={(body) => change({ body })} />}
      </Field>
      {isEdited && (
        <p className="hint">
          {t('drafts:page.edited')} <LinkButton onClick={startAgain}>{t('drafts:page.again')}</LinkButton>
        </p>
      )}
      {replaced !== null && !isEdited && (
        <p className="hint">
          <LinkButton onClick={() => undo(replaced)}>{t('common:undo')}</LinkButton>
        </p>
      )}
      {!note.isKept && <p className="note">{t('common:save.error')}</p>}
      <div className="actions">
        <Button isMain onClick={() => copy(`${draft.subject}\n\n${draft.body}`)}>
          {t('handOver:copy')}
        </Button>
        {mail !== null && <a href={mail}>{t('drafts:page.mail')}</a>}
        <span role="status">{result}</span>
      </div>
      {mail === null && <p className="hint">{t('drafts:page.mailLong')}</p>}
    </>
  )
}
