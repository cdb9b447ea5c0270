import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { canonicalText } from '../../domain/case/canonicalJson.ts'
import { isPlainDate } from '../../domain/dates/plainDate.ts'
import { addWorkingDays } from '../../domain/dates/workingDays.ts'
import { replySummary } from '../../domain/inbox/receivedCase.ts'
import { isVerdict, REASONS, type Reply, saysSomething, VERDICTS } from '../../domain/reply/reply.ts'
import type { OpenedFile } from '../../exchange/importCase.ts'
import { questionLead, reasonWords } from '../../i18n/replyWords.ts'
import { useWords, type Words } from '../../i18n/useWords.ts'
import { download } from '../../platform/files.ts'
import { startAddress } from '../../platform/ownAddress.ts'
import { settings } from '../../settings/settings.ts'
import { deskOf } from '../../store/inboxStore.ts'
import { useDraft, useDrafting } from '../../store/replyDraft.ts'
import { useServices } from '../../store/session.tsx'
import { useToday } from '../../store/useToday.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Field, FieldGroup } from '../../ui/Field.tsx'
import { focusOn } from '../../ui/focus.ts'
import { InPageLink } from '../../ui/InPageLink.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { WithCalendar } from '../../ui/WithCalendar.tsx'
import { AskHere } from './AskHere.tsx'
import { makeReply, nextWordOf, type ReplyWrapping, replyNow } from './makeReply.ts'

interface ReplyFormProps {
  opened: OpenedFile
  /** In the language of the customer. */
  inWords: Words | null
  /** True if not all answers are on the page to be linked to. */
  isFiltered: boolean
  onMade: (fileName: string) => void
}

type State = { is: 'idle' | 'making' | 'failed' | 'nothing' | 'badDate' } | { is: 'made'; name: string }

export function ReplyForm({ opened, inWords, isFiltered, onMade }: ReplyFormProps) {
  const { t } = useTranslation()
  const words = useWords()
  const services = useServices()
  const announce = useAnnounce()
  const { store } = useDrafting()
  const draft = useDraft((state) => state.draft)
  const isKept = useDraft((state) => state.isKept)
  const [state, setState] = useState<State>({ is: 'idle' })
  const { change } = store.getState()
  /** The same content keeps its id, so that PDF and JSON are the same reply. */
  const last = useRef<Reply | null>(null)

  const today = useToday()
  const example = addWorkingDays(today, settings.workingDaysToAnswer)
  const day = nextWordOf(draft.nextWord, words.language, today)
  const reasons: readonly string[] = isVerdict(draft.verdict) ? REASONS[draft.verdict] : []
  const make = async (wrapping: ReplyWrapping) => {
    if (!saysSomething(draft)) return setState({ is: 'nothing' })
    if (draft.nextWord.trim() !== '' && day === null) {
      setState({ is: 'badDate' })
      return focusOn('next-word')
    }
    setState({ is: 'making' })
    const unsent = replyNow(draft, opened, { language: words.language, today })
    const replyId = last.current?.replyId ?? ''
    const isAgain = canonicalText({ ...unsent, replyId }) === canonicalText(last.current)
    const reply: Reply = { ...unsent, replyId: isAgain ? replyId : services.newId() }
    last.current = reply
    const made = await makeReply(wrapping, reply, {
      company: opened.file.answers.about.company,
      words: inWords ?? words,
      opensAt: startAddress(),
      now: services.clock.now(),
    })
    if (made === null) return setState({ is: 'failed' })
    download(made.bytes, made.name)
    const desk = deskOf(services)
    // What was typed meanwhile is in no file.
    if (store.getState().draft === draft) desk.sent(reply.caseId, reply.digest)
    await desk.add([], [replySummary(reply)])
    setState({ is: 'made', name: made.name })
    onMade(made.name)
    announce(t('reply:form.made', { name: made.name }))
  }
  return (
    <section aria-labelledby="read-reply" className="screen-only reply-form">
      <h2 id="read-reply" tabIndex={-1}>
        {t('reply:form.heading')}
      </h2>
      <p>{t('reply:form.lead')}</p>
      <FieldGroup id="verdict" label={t('reply:form.verdict')}>
        {(wiring) => (
          <Choices
            name="verdict"
            wiring={wiring}
            chosen={draft.verdict}
            choices={VERDICTS.map((id) => ({
              id,
              label: t(`reply:verdicts.${id}.label`),
              hint: t(`reply:verdicts.${id}.hint`),
            }))}
            onChoose={(verdict) => change({ verdict, reason: null })}
          />
        )}
      </FieldGroup>
      {reasons.length > 0 && (
        <SelectField
          id="reason"
          label={t('reply:form.reason')}
          hint={t('reply:form.reasonHint')}
          chosen={draft.reason}
          none={t('reply:form.chooseReason')}
          choices={reasons.map((id) => ({ id, label: reasonWords(words, draft.verdict, id) }))}
          onChoose={(reason) => change({ reason })}
        />
      )}
      <Field id="note" label={t('reply:form.note')} hint={t('reply:form.noteHint')}>
        {(wiring) => <TextInput {...wiring} multiline value={draft.note} onText={(note) => change({ note })} />}
      </Field>
      <Field
        id="next-word"
        label={t('reply:form.nextWord')}
        hint={t('reply:form.nextWordHint', { example })}
        error={state.is === 'badDate' && day === null ? t('reply:form.badDate', { example }) : undefined}
        after={
          day !== null &&
          !isPlainDate(draft.nextWord.trim()) && (
            <p className="hint">{t('common:dateRead', { date: words.formats.date(day) })}</p>
          )
        }
      >
        {(wiring) => (
          <WithCalendar
            name={t('common:calendar', { field: t('reply:form.nextWord') })}
            date={day ?? ''}
            onDate={(nextWord) => change({ nextWord })}
          >
            <TextInput {...wiring} narrow value={draft.nextWord} onText={(nextWord) => change({ nextWord })} />
          </WithCalendar>
        )}
      </Field>
      <Field id="from" label={t('reply:form.from')} hint={t('reply:form.fromHint')}>
        {(wiring) => (
          <TextInput {...wiring} narrow value={draft.from} onText={(from) => change({ from })} autoComplete="name" />
        )}
      </Field>
      <h3>{t('reply:form.questions')}</h3>
      {draft.questions.length === 0 && <p className="hint">{t('reply:form.noQuestions')}</p>}
      <ol>
        {draft.questions
          .filter(({ at }) => at !== null)
          .map((question) => (
            <li key={question.id}>
              {isFiltered ? (
                questionLead(words, question)
              ) : (
                <InPageLink to={`question-${question.at}`}>{questionLead(words, question)}</InPageLink>
              )}
              {question.text.trim() !== '' && <> {question.text}</>}
            </li>
          ))}
      </ol>
      <AskHere at={null} code={null} digest={() => null} />
      {!isKept && <p className="note">{t('reply:notKept')}</p>}
      <div role="status">
        {state.is === 'making' && <p>{t('reply:form.making')}</p>}
        {state.is === 'made' && <p>{t('reply:form.made', { name: state.name })}</p>}
      </div>
      <div role="alert">
        {state.is === 'nothing' && <p className="note">{t('reply:form.nothing')}</p>}
        {state.is === 'failed' && (
          <Banner kind="problem">
            <p>{t('reply:form.failed')}</p>
          </Banner>
        )}
      </div>
      <p className="hint">{t('reply:form.downloadHint')}</p>
      <div className="actions">
        <Button isMain isOff={state.is === 'making'} onClick={() => void make('pdf')}>
          {t('reply:form.download')}
        </Button>
        <Button isOff={state.is === 'making'} onClick={() => void make('json')}>
          {t('reply:form.downloadPlain')}
        </Button>
      </div>
    </section>
  )
}
