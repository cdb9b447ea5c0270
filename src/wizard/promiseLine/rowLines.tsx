import { trackFacts } from '../../i18n/scheduleWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useOpenCase } from '../../store/openCaseContext.tsx'
import { contactStrip, ticksOf, trackStrip } from '../../summary/drawing.ts'
import { TimeAxis } from './Strip.tsx'
import { Legend, StripNow, useScheduleOf } from './scheduleNow.tsx'

const useSchedule = () => useScheduleOf(useOpenCase((state) => state.case.answers))

export function RowLine({ rowId }: { rowId: string }) {
  const words = useWords()
  const { schedule, axis, asOf } = useSchedule()
  const track = schedule.tracks.find(({ id }) => id === rowId)
  if (track === undefined) return null
  const strip = trackStrip({ words, language: '' }, track, axis)
  return (
    <>
      <p className="row-facts">
        {trackFacts(words, track).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {/* It repeats the facts above. */}
      <div className="row-line" aria-hidden="true">
        <StripNow {...{ strip, axis, asOf }} isSmall />
        <span className="row-line-delay">{strip.word}</span>
      </div>
    </>
  )
}

export function LogLine() {
  const words = useWords()
  const { schedule, axis, asOf } = useSchedule()
  if (schedule.contacts.length === 0) return null
  const strip = contactStrip(words, schedule, axis)
  return (
    <>
      <StripNow {...{ strip, axis, asOf }} />
      <TimeAxis names={ticksOf(words, axis)} />
      <Legend strips={[strip]} />
    </>
  )
}
