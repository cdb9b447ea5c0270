import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nonBlank } from '../../domain/case/answer.ts'
import { isPlainDate } from '../../domain/dates/plainDate.ts'
import { readWrittenDate } from '../../domain/dates/writtenDate.ts'
import type { VisibleAnswers } from '../../domain/interview/visibleAnswers.ts'
import type { MessageChoice, MessageKind } from '../../domain/messages/message.ts'
import { rowsFor } from '../../domain/messages/messages.ts'
import { LANGUAGES, type Language } from '../../i18n/languages.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useServices } from '../../store/session.tsx'
import { Choices, Tick } from '../../ui/Choices.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field, FieldGroup } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { WithCalendar } from '../../ui/WithCalendar.tsx'
import { asDate } from '../../wizard/dateInput.tsx'

interface MessageChoicesProps {
  kind: MessageKind
  answers: VisibleAnswers
  choice: MessageChoice
  onChoice: (choice: MessageChoice) => void
  language: Language
  onLanguage: (language: Language) => void
}

export function MessageChoices({ kind, answers, choice, onChoice, language, onLanguage }: MessageChoicesProps) {
  const { t } = useTranslation()
  const { clock } = useServices()
  const rows = rowsFor(kind, answers, clock.today())
  const things = [
    ...rows.deliverables.map((row) => ({ ...row, letter: 'S' })),
    ...rows.additions.map((row) => ({ ...row, letter: 'A' })),
  ]
  const examples = rows.examples.map((row) => ({ ...row, letter: 'E' }))
  const mentions = [
    ...(examples.length > 0 ? (['withImpact'] as const) : []),
    ...(kind === 'followUp' ? (['withAdobe'] as const) : []),
  ]
  const rowTicks = (list: readonly { id: string; code: number; title: unknown; letter: string }[]) =>
    list.map(({ id, code, title, letter }) => ({
      id,
      label: [`${letter}${code}`, nonBlank(title)].filter(Boolean).join(' '),
      ticked: choice.rows.has(id),
      onTick: (ticked: boolean) => {
        const others = [...choice.rows].filter((row) => row !== id)
        onChoice({ ...choice, rows: new Set(ticked ? [...others, id] : others) })
      },
    }))
  return (
    <>
      <FieldGroup id="message-language" label={t('drafts:page.language')} hint={t('drafts:page.languageHint')}>
        {(wiring) => (
          <Choices
            name="message-language"
            wiring={wiring}
            chosen={language}
            choices={LANGUAGES.map(({ id, name }) => ({ id, label: name }))}
            onChoose={(id) => onLanguage(id as Language)}
          />
        )}
      </FieldGroup>
      {kind !== 'accept' && <AnswerBy choice={choice} onChoice={onChoice} />}
      {things.length + examples.length > 0 && (
        <Disclosure summary={t('drafts:page.choose')}>
          {things.length > 0 && <Ticks id="message-about" label={t('drafts:page.about')} ticks={rowTicks(things)} />}
          {examples.length > 0 && (
            <Ticks id="message-examples" label={t('drafts:page.examples')} ticks={rowTicks(examples)} />
          )}
        </Disclosure>
      )}
      {mentions.length > 0 && (
        <Ticks
          id="message-mention"
          label={t('drafts:page.mention')}
          ticks={mentions.map((name) => ({
            id: name,
            label: t(`drafts:page.${name}`),
            ticked: choice[name],
            onTick: (ticked) => onChoice({ ...choice, [name]: ticked }),
          }))}
        />
      )}
    </>
  )
}

interface TicksProps {
  id: string
  label: string
  ticks: readonly { id: string; label: string; ticked: boolean; onTick: (ticked: boolean) => void }[]
}

const Ticks = ({ id, label, ticks }: TicksProps) => (
  <FieldGroup id={id} label={label}>
    {() => (
      <div className="choices">
        {ticks.map((tick, at) => (
          <Tick key={tick.id} {...tick} id={at === 0 ? id : `${id}-${tick.id}`} />
        ))}
      </div>
    )}
  </FieldGroup>
)

/** A day as people write it, taken over as soon as it is understood. */
function AnswerBy({ choice, onChoice }: Pick<MessageChoicesProps, 'choice' | 'onChoice'>) {
  const { t } = useTranslation()
  const { formats, language } = useWords()
  const { clock } = useServices()
  const [text, setText] = useState(choice.answerBy ?? '')
  const take = (next: string) => {
    setText(next)
    const read = readWrittenDate(next, { language, today: clock.today(), year: 'coming' })
    // What is written there is not what was read before.
    onChoice({ ...choice, answerBy: read.is === 'day' ? read.day : null })
  }
  const label = t('drafts:page.answerBy')
  const { answerBy } = choice
  return (
    <Field id="message-by" label={label} hint={t('drafts:page.answerByHint')}>
      {(wiring) => (
        <>
          <WithCalendar name={t('common:calendar', { field: label })} date={asDate(text.trim())} onDate={take}>
            <TextInput {...wiring} narrow value={text} onText={take} />
          </WithCalendar>
          {text.trim() !== '' && !isPlainDate(text.trim()) && (
            <p className="hint">{answerBy === null ? t('drafts:page.sent.badDate') : formats.date(answerBy)}</p>
          )}
        </>
      )}
    </Field>
  )
}
