import { useTranslation } from 'react-i18next'
import { delayWord, scheduleSentences, trackFacts } from '../../i18n/scheduleWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { ContactLine } from './ContactLine.tsx'
import { TrackLine } from './TrackLine.tsx'
import { useSchedule } from './useSchedule.ts'

/** The promise line of one deliverable, small, in its row of a list. */
export function RowLine({ rowId }: { rowId: string }) {
  useTranslation('sheet')
  const words = useWords()
  const { schedule, axis, asOf } = useSchedule()
  const track = schedule.tracks.find(({ id }) => id === rowId)
  if (track === undefined) return null
  return (
    <>
      <p className="row-facts">
        {trackFacts(words, track, asOf).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {/* It says what has just been said. */}
      <div className="row-line" aria-hidden="true">
        <TrackLine words={words} track={track} axis={axis} asOf={asOf} small />
        <span className="row-line-delay">{delayWord(words, track, 'short')}</span>
      </div>
    </>
  )
}

/** The messages so far, over their list. */
export function LogLine() {
  useTranslation('sheet')
  const words = useWords()
  const { schedule, axis } = useSchedule()
  if (schedule.contacts.length === 0) return null
  return <ContactLine words={words} schedule={schedule} axis={axis} />
}

/** How many deliverables the task list draws. */
const TASK_LIST_TRACKS = 3

/** The whole line, small, with what it says: on the task list. */
export function LineSoFar() {
  const { t } = useTranslation('sheet')
  const words = useWords()
  const { schedule, axis, asOf } = useSchedule()
  if (schedule.tracks.length === 0 && schedule.contacts.length === 0) return null
  return (
    <section className="line-so-far" aria-labelledby="line-so-far">
      <h2 id="line-so-far">{t('line.heading')}</h2>
      <p>
        {scheduleSentences(words, schedule, null)
          .map(({ text }) => text)
          .join(' ')}
      </p>
      {schedule.tracks.slice(0, TASK_LIST_TRACKS).map((track) => (
        <div className="row-line" key={track.id}>
          <span className="code">{track.code}</span>
          <TrackLine words={words} track={track} axis={axis} asOf={asOf} small />
          <span className="row-line-delay" aria-hidden="true">
            {delayWord(words, track, 'short')}
          </span>
        </div>
      ))}
      {schedule.contacts.length > 0 && (
        <div className="row-line">
          <span className="code">P</span>
          <ContactLine words={words} schedule={schedule} axis={axis} small />
        </div>
      )}
    </section>
  )
}
