import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router-dom'
import {
  contactFromMeeting,
  MEETING_PARTS,
  type MeetingLine,
  meetingLines,
} from '../../domain/areas/partner/meeting.ts'
import { readWrittenDate } from '../../domain/dates/writtenDate.ts'
import { visibleAnswers } from '../../domain/interview/visibleAnswers.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { addRows } from '../../store/rowCommands.ts'
import { useServices } from '../../store/session.tsx'
import { useNote } from '../../store/useNote.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Field } from '../../ui/Field.tsx'
import { focusOn } from '../../ui/focus.ts'
import { TextInput } from '../../ui/TextInput.tsx'
import { caseAddress } from '../../wizard/addresses.ts'
import { Opening } from '../Frame.tsx'
import { PageHead } from '../PageHead.tsx'
import { EMPTY_LINE, MeetingRow, type TypedLine } from './MeetingRow.tsx'

/** What has been typed of a meeting and is not in the log yet: kept until it is. */
interface Typed {
  date: string
  lines: Readonly<Record<string, TypedLine>>
}

function typedFrom(text: string, today: string): Typed {
  try {
    const { date, lines } = JSON.parse(text) as Partial<Typed>
    return { date: typeof date === 'string' ? date : today, lines: lines ?? {} }
  } catch {
    return { date: today, lines: {} }
  }
}

/** `#/case/:id/partner/meeting`: the outcomes of the printed checklist, typed in by their codes in the order of the paper. */
export function MeetingPage() {
  const { t } = useTranslation(['checklist', 'common'])
  const { language } = useWords()
  const announce = useAnnounce()
  const navigate = useNavigate()
  const { store, keeper } = useOpened()
  const { interview, clock, newId } = useServices()
  const { id, answers } = useOpenCase((state) => state.case)
  const today = clock.today()
  const visible = useMemo(() => visibleAnswers(interview, answers), [interview, answers])
  const parts = useMemo(() => meetingLines(visible, today), [visible, today])
  const note = useNote(id, 'meeting')
  const [problem, setProblem] = useState<string | null>(null)
  if (note.text === null) return <Opening />
  const typed = typedFrom(note.text, today)
  const change = (next: Partial<Typed>) => note.write(JSON.stringify({ ...typed, ...next }))
  const dayOf = (text: string, past: boolean) => readWrittenDate(text, { language, today, past })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const date = dayOf(typed.date, true)
    const unclear = [...codesOf(parts), 'other'].find((code) => {
      const { byWhen = '' } = typed.lines[code] ?? EMPTY_LINE
      return byWhen.trim() !== '' && dayOf(byWhen, false).is !== 'day'
    })
    const wrong = date.is !== 'day' ? 'meeting-date' : unclear === undefined ? null : `meeting-${unclear}-by`
    setProblem(wrong)
    if (date.is !== 'day' || wrong !== null) return focusOn(wrong ?? 'meeting-date')
    const lines: readonly MeetingLine[] = [
      ...MEETING_PARTS.flatMap((part) => parts[part]),
      { code: '', what: null },
    ]
    const rows = lines.flatMap((line) => {
      const { agreed, who, byWhen, note: said } = typed.lines[line.code || 'other'] ?? EMPTY_LINE
      const read = dayOf(byWhen, false)
      const outcome = { agreed, who, byWhen: read.is === 'day' ? read.day : null, note: said }
      return contactFromMeeting(line, outcome, { date: date.day, answers: visible }) ?? []
    })
    if (!addRows(store, 'partner.log', rows, newId)) return
    note.write('')
    void keeper.flush()
    announce(t('meeting.added', { count: rows.length }))
    navigate(caseAddress(id, 'partner/log'))
  }
  const row = (code: string, what: string | null) => (
    <MeetingRow
      key={code}
      code={code}
      what={what}
      line={typed.lines[code] ?? EMPTY_LINE}
      isWrong={problem === `meeting-${code}-by`}
      onChange={(line) => change({ lines: { ...typed.lines, [code]: line } })}
    />
  )
  return (
    <>
      <PageHead back={caseAddress(id, 'partner/log')}>{t('meeting.heading')}</PageHead>
      <p className="lead">{t('meeting.lead')}</p>
      <form className="meeting" noValidate onSubmit={submit}>
        <Field
          id="meeting-date"
          label={t('meeting.date')}
          error={problem === 'meeting-date' ? t('meeting.badDate') : undefined}
        >
          {(wiring) => (
            <TextInput {...wiring} narrow value={typed.date} onText={(date) => change({ date })} />
          )}
        </Field>
        {MEETING_PARTS.filter((part) => parts[part].length > 0).map((part) => (
          <section key={part}>
            <h2>{t(part)}</h2>
            {parts[part].map(({ code, what }) => row(code, what))}
          </section>
        ))}
        <h2>{t('meeting.other')}</h2>
        {row('other', null)}
        {!note.isKept && <p className="note">{t('common:save.error')}</p>}
        <div className="actions">
          <button type="submit" className="button">
            {t('meeting.save')}
          </button>
        </div>
      </form>
    </>
  )
}

const codesOf = (parts: ReturnType<typeof meetingLines>) =>
  MEETING_PARTS.flatMap((part) => parts[part].map(({ code }) => code))
