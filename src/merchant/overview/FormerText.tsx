import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../platform/files.ts'
import { useOpenCase } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { useNote } from '../../store/useNote.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { useShowChange } from '../../ui/useShowChange.ts'

interface TypedMeeting {
  date?: string
  lines?: Record<string, { agreed?: 'yes' | 'no' | null; who?: string; byWhen?: string; note?: string }>
}

/** A meeting that never went into the log: its day, and a line for each line of the paper. */
function meetingLines(kept: string, answerWord: (answer: 'yes' | 'no') => string): string {
  try {
    const { date, lines }: TypedMeeting = JSON.parse(kept)
    const all = Object.entries(lines ?? {}).map(([code, { agreed, who, byWhen, note }]) => {
      const said = [agreed && answerWord(agreed), who, byWhen, note].filter(Boolean)
      return said.length === 0 ? null : [code === 'other' ? null : code, ...said].filter(Boolean).join(', ')
    })
    return [date, ...all].filter(Boolean).join('\n')
  } catch {
    return kept
  }
}

interface Gone {
  by: 'downloaded' | 'deleted'
  box: string
  meeting: string
}

/** Text of pages that the product no longer has. The user downloads or deletes it; nothing else does. */
export function FormerText() {
  const { t } = useTranslation()
  const showChange = useShowChange()
  const { clock } = useServices()
  const id = useOpenCase((state) => state.case.id)
  const box = useNote(id, 'box')
  const meeting = useNote(id, 'meeting')
  const [gone, setGone] = useState<Gone | null>(null)

  if (box.text === null || meeting.text === null) return null
  const now = { box: box.text, meeting: meeting.text }
  const texts = [now.box, meetingLines(now.meeting, (answer) => t(`common:${answer}`))]
  const text = texts.filter((each) => each.trim() !== '').join('\n\n')
  if (text === '' && gone === null) return null

  const write = (next: { box: string; meeting: string }) => {
    box.write(next.box)
    meeting.write(next.meeting)
  }
  const takeAway = (by: Gone['by']) =>
    showChange(() => {
      setGone({ by, ...now })
      write({ box: '', meeting: '' })
    }, 'undo-former')
  const takeAsFile = () => {
    const file = new Blob([text], { type: 'text/plain;charset=utf-8' })
    download(file, `private-${clock.today()}.txt`)
    takeAway('downloaded')
  }
  const undo = (before: Gone) =>
    showChange(() => {
      write(before)
      setGone(null)
    }, 'former')
  return (
    <section className="inset" aria-label={t('start:formerText.label')}>
      {gone === null ? (
        <>
          <p id="former" tabIndex={-1}>
            {t('start:formerText.text')}
          </p>
          <div className="row-actions">
            <LinkButton onClick={takeAsFile}>{t('start:formerText.download')}</LinkButton>
            <LinkButton onClick={() => takeAway('deleted')}>{t('start:formerText.delete')}</LinkButton>
          </div>
        </>
      ) : (
        <p>
          {t(`start:formerText.${gone.by}`)}{' '}
          <LinkButton id="undo-former" onClick={() => undo(gone)}>
            {t('common:undo')}
          </LinkButton>
        </p>
      )}
      {!(box.isKept && meeting.isKept) && <p className="note">{t('common:save.error')}</p>}
    </section>
  )
}
