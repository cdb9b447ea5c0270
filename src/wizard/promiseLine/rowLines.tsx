import { useTranslation } from 'react-i18next'
import { positionOf } from '../../domain/schedule/axis.ts'
import { scheduleSentences, trackFacts } from '../../i18n/scheduleWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { contactStrip, type Strip, trackStrip } from '../../summary/drawing.ts'
import { StripDrawing } from './Strip.tsx'
import { useSchedule } from './useSchedule.ts'

/** One strip of the open case as it stands today. */
function StripNow({ strip, isSmall = false }: { strip: Strip; isSmall?: boolean }) {
  const { axis, asOf } = useSchedule()
  const ticks = axis.ticks.map(({ date }) => ({ at: positionOf(axis, date) }))
  return <StripDrawing strip={strip} isSmall={isSmall} ticks={ticks} today={{ at: positionOf(axis, asOf) }} />
}

/** The promise line of one deliverable, small, in its row of a list. */
export function RowLine({ rowId }: { rowId: string }) {
  const words = useWords()
  const { schedule, axis, asOf } = useSchedule()
  const track = schedule.tracks.find(({ id }) => id === rowId)
  if (track === undefined) return null
  const strip = trackStrip({ words, language: '' }, track, axis, asOf)
  return (
    <>
      <p className="row-facts">
        {trackFacts(words, track, asOf).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {/* It says what has just been said. */}
      <div className="row-line" aria-hidden="true">
        <StripNow strip={strip} isSmall />
        <span className="row-line-delay">{strip.word}</span>
      </div>
    </>
  )
}

/** The messages so far, over their list. */
export function LogLine() {
  const words = useWords()
  const { schedule, axis } = useSchedule()
  if (schedule.contacts.length === 0) return null
  return <StripNow strip={contactStrip(words, schedule, axis)} />
}

/** How many deliverables the task list draws. */
const TASK_LIST_TRACKS = 3

/** The whole line, small, with what it says: on the task list. */
export function LineSoFar() {
  const { t } = useTranslation()
  const words = useWords()
  const { schedule, axis, asOf } = useSchedule()
  if (schedule.tracks.length === 0 && schedule.contacts.length === 0) return null
  const strips = schedule.tracks
    .slice(0, TASK_LIST_TRACKS)
    .map((track) => trackStrip({ words, language: '' }, track, axis, asOf))
  return (
    <section className="line-so-far" aria-labelledby="line-so-far">
      <h2 id="line-so-far">{t('sheet:line.heading')}</h2>
      <p>
        {scheduleSentences(words, schedule, null)
          .map(({ text }) => text)
          .join(' ')}
      </p>
      {strips.map((strip) => (
        <div className="row-line" key={strip.key}>
          <span className="code">{strip.code}</span>
          <StripNow strip={strip} isSmall />
          <span className="row-line-delay" aria-hidden="true">
            {strip.word}
          </span>
        </div>
      ))}
      {schedule.contacts.length > 0 && (
        <div className="row-line">
          <span className="code">P</span>
          <StripNow strip={contactStrip(words, schedule, axis)} isSmall />
        </div>
      )}
    </section>
  )
}
