import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { CHANNELS } from '../../domain/areas/partner/schema.ts'
import { isToldByLog } from '../../domain/areas/partner/toDraft.ts'
import type { PlainDate } from '../../domain/dates/plainDate.ts'
import { readWrittenDate } from '../../domain/dates/writtenDate.ts'
import type { MessageKind } from '../../domain/messages/message.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useOpened } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Field, FieldGroup } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { useShowChange } from '../../ui/useShowChange.ts'
import { WithCalendar } from '../../ui/WithCalendar.tsx'
import { caseAddress } from '../../wizard/addresses.ts'
import { asDate } from '../../wizard/dateInput.tsx'

interface SentFormProps {
  kind: MessageKind
  subject: string
  answerBy: PlainDate | null
  /** The ids of the deliverables that it is about. */
  about: readonly string[]
  /** Whether it says what is wrong at all. */
  saysWhat: boolean
  onLogged: () => void
}

/** Drafts that tell the partner what the merchant is unhappy with. */
const STATES_CONCERN: ReadonlySet<MessageKind> = new Set(['first', 'followUp', 'notAccepted'])

/** Adds a message that was sent to the contact log. */
export function SentForm({ kind, subject, answerBy, about, saysWhat, onLogged }: SentFormProps) {
  const { t } = useTranslation()
  const { formats, language } = useWords()
  const showChange = useShowChange()
  const { store, keeper } = useOpened()
  const { clock } = useServices()
  const [day, setDay] = useState(clock.today())
  const [channel, setChannel] = useState<string>('email')
  const [isWrong, setWrong] = useState(false)
  const [logged, setLogged] = useState<number | null>(null)

  const lastDay = kind === 'accept' ? null : answerBy

  const log = (event: FormEvent) => {
    event.preventDefault()
    const read = readWrittenDate(day, { language, today: clock.today(), year: 'past' })
    setWrong(read.is !== 'day')
    if (read.is !== 'day') return
    const isConcern = saysWhat && (STATES_CONCERN.has(kind) || (kind === 'change' && about.length > 0))
    const rowId = store.getState().addRow('partner.log', {
      date: read.day,
      from: 'merchant',
      channel,
      // A change request about something missing is asked for like a fault; about an addition it is not.
      concernStated: isConcern ? 'yes' : 'no',
      text: t(`drafts:page.log.${kind}`, { subject }),
      about: about.length === 0 ? null : about,
      gave: kind === 'answer' ? 'yes' : null,
      answerBy: lastDay,
    })
    if (rowId === null) return
    onLogged()
    if (isToldByLog(store.getState().case.answers)) store.getState().answer('partner.told', 'yes')
    // What does not work as agreed is said of the deliverable, too.
    if (kind === 'notAccepted')
      for (const row of about) store.getState().answer(`scope.deliverables.${row}.status`, 'unsatisfactory')
    const code = store.getState().case.answers.partner.log.find(({ id }) => id === rowId)?.code ?? 0
    showChange(() => setLogged(code), 'sent-logged', t('drafts:page.sent.logged', { code }))
    void keeper.flush()
  }
  const { id } = store.getState().case
  return (
    <form noValidate onSubmit={log} className="sent">
      <h2>{t('drafts:page.sent.heading')}</h2>
      {logged === null ? (
        <>
          <p>
            {lastDay === null
              ? t('drafts:page.sent.text')
              : t('drafts:page.sent.textBy', { date: formats.date(lastDay) })}
          </p>
          <Field
            id="sent-on"
            label={t('drafts:page.sent.date')}
            error={isWrong ? t('drafts:page.sent.badDate') : undefined}
          >
            {(wiring) => (
              <WithCalendar
                name={t('common:calendar', { field: t('drafts:page.sent.date') })}
                date={asDate(day)}
                onDate={setDay}
              >
                <TextInput {...wiring} narrow value={day} onText={setDay} />
              </WithCalendar>
            )}
          </Field>
          <FieldGroup id="sent-how" label={t('drafts:page.sent.channel')}>
            {(wiring) => (
              <Choices
                name="sent-how"
                wiring={wiring}
                chosen={channel}
                choices={CHANNELS.map((each) => ({
                  id: each,
                  label: t(`partner:questions.log.channel.choices.${each}`),
                }))}
                onChoose={setChannel}
              />
            )}
          </FieldGroup>
          <Button type="submit">{t('drafts:page.sent.button')}</Button>
        </>
      ) : (
        <>
          <p id="sent-logged" tabIndex={-1}>
            {t('drafts:page.sent.logged', { code: logged })}
          </p>
          <div className="actions">
            <Link className="button" to={caseAddress(id, 'check')}>
              {t('drafts:page.sent.toCheck')}
            </Link>
            <Link to={caseAddress(id, 'partner/log')}>{t('drafts:page.sent.toLog')}</Link>
          </div>
        </>
      )}
    </form>
  )
}
