import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router-dom'
import { visibleAnswers } from '../../domain/interview/visibleAnswers.ts'
import { MESSAGE_KINDS, type MessageChoice, type MessageKind } from '../../domain/messages/message.ts'
import { defaultChoice, messageOf } from '../../domain/messages/messages.ts'
import { planToAccept } from '../../domain/messages/writers.ts'
import { Opening } from '../../frame/Frame.tsx'
import { NotFound } from '../../frame/NotFound.tsx'
import { PageHead } from '../../frame/PageHead.tsx'
import { type Language, preferredLanguage } from '../../i18n/languages.ts'
import { messageText } from '../../i18n/messageWords.ts'
import { useWordsIn } from '../../i18n/wordsOf.ts'
import { useOpenCase } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { useNote } from '../../store/useNote.ts'
import { caseAddress } from '../../wizard/addresses.ts'
import { MessageChoices } from './MessageChoices.tsx'
import { MessageText } from './MessageText.tsx'
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

/** What was changed by hand, as it is kept; null where nothing was, or where it cannot be read. */
function editedFrom(text: string): Draft | null {
  try {
    const { subject, body } = JSON.parse(text) as Partial<Draft>
    return typeof subject === 'string' && typeof body === 'string' ? { subject, body } : null
  } catch {
    return null
  }
}

function OneMessage({ kind }: { kind: MessageKind }) {
  const { t, i18n } = useTranslation()
  const { interview, clock } = useServices()
  const { id, answers, language: own } = useOpenCase((state) => state.case)
  const today = clock.today()
  const visible = useMemo(() => visibleAnswers(interview, answers), [interview, answers])
  const [language, setLanguage] = useState<Language>(preferredLanguage([i18n.language]))
  const [choice, setChoice] = useState<MessageChoice>(() => defaultChoice(kind, visible, today))
  const words = useWordsIn(language)
  const note = useNote(id, `draft.${kind}`)
  const edited = useMemo(() => editedFrom(note.text ?? ''), [note.text])
  const made = useMemo(
    () => (words === null ? null : messageText(words, messageOf(kind, visible, choice, today))),
    [words, kind, visible, choice, today],
  )
  const isMissing = kind === 'accept' && planToAccept(visible, today) === null
  if (made === null || note.text === null) return <Opening />
  const draft = edited ?? made
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
          <MessageChoices
            kind={kind}
            answers={visible}
            choice={choice}
            onChoice={setChoice}
            language={language}
            onLanguage={setLanguage}
          />
          <MessageText
            draft={draft}
            isEdited={edited !== null}
            language={own || language}
            onChange={(next) => note.write(JSON.stringify(next))}
            onAgain={() => note.write('')}
            isKept={note.isKept}
          />
          <SentForm kind={kind} subject={draft.subject} answerBy={choice.answerBy} />
        </>
      )}
    </>
  )
}
