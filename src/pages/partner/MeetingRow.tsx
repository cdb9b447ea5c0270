import { useTranslation } from 'react-i18next'
import { YES_NO } from '../../domain/case/answer.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Field, FieldGroup } from '../../ui/Field.tsx'
import { OwnText } from '../../ui/OwnText.tsx'
import { TextInput } from '../../ui/TextInput.tsx'

/** What has been typed on one line. */
export interface TypedLine {
  agreed: 'yes' | 'no' | null
  who: string
  byWhen: string
  note: string
}

export const EMPTY_LINE: TypedLine = { agreed: null, who: '', byWhen: '', note: '' }

interface MeetingRowProps {
  /** As on the paper; `other` for what is not on it. */
  code: string
  what: string | null
  line: TypedLine
  isWrong: boolean
  onChange: (line: TypedLine) => void
}

/** One line of the paper: whether it was agreed, who does it, by when, and a note. */
export function MeetingRow({ code, what, line, isWrong, onChange }: MeetingRowProps) {
  const { t } = useTranslation(['checklist', 'common'])
  const id = `meeting-${code}`
  const isOnPaper = code !== 'other'
  return (
    <fieldset className="part-row meeting-row">
      <legend>
        {isOnPaper ? (
          <>
            <span className="code">{code}</span> {what !== null && <OwnText text={what} lang={undefined} />}
          </>
        ) : (
          <span className="unseen">{t('meeting.other')}</span>
        )}
      </legend>
      <FieldGroup
        id={`${id}-agreed`}
        label={t('meeting.agreed')}
        about={isOnPaper ? code : t('meeting.other')}
      >
        {(wiring) => (
          <Choices
            name={`${id}-agreed`}
            wiring={wiring}
            chosen={line.agreed}
            choices={YES_NO.map((answer) => ({ id: answer, label: t(`common:${answer}`) }))}
            onChoose={(agreed) => onChange({ ...line, agreed: agreed === 'yes' ? 'yes' : 'no' })}
          />
        )}
      </FieldGroup>
      <Field id={`${id}-who`} label={t('meeting.who')}>
        {(wiring) => <TextInput {...wiring} value={line.who} onText={(who) => onChange({ ...line, who })} />}
      </Field>
      <Field id={`${id}-by`} label={t('byWhen')} error={isWrong ? t('meeting.badDate') : undefined}>
        {(wiring) => (
          <TextInput
            {...wiring}
            narrow
            value={line.byWhen}
            onText={(byWhen) => onChange({ ...line, byWhen })}
          />
        )}
      </Field>
      <Field id={`${id}-note`} label={t('notes')}>
        {(wiring) => (
          <TextInput {...wiring} multiline value={line.note} onText={(note) => onChange({ ...line, note })} />
        )}
      </Field>
    </fieldset>
  )
}
