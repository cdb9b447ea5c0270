import type { Answers } from '../../domain/case/answers.ts'
import type { Interview } from '../../domain/interview/question.ts'
import { visibleAnswers } from '../../domain/interview/visibleAnswers.ts'
import { type Axis, axisOf, positionOf } from '../../domain/schedule/axis.ts'
import { buildSchedule, type Schedule } from '../../domain/schedule/schedule.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useInterview } from '../../store/session.tsx'
import { useToday } from '../../store/useToday.ts'
import { legendOf, type Strip } from '../../summary/drawing.ts'
import { LegendMark, StripDrawing } from './Strip.tsx'

interface DrawnSchedule {
  asOf: string
  schedule: Schedule
  axis: Axis
}

/** Many rows draw from the same answers. */
const drawn = new WeakMap<Answers, DrawnSchedule>()

function scheduleAt(interview: Interview, answers: Answers, asOf: string): DrawnSchedule {
  const known = drawn.get(answers)
  if (known?.asOf === asOf) return known
  const schedule = buildSchedule(visibleAnswers(interview, answers), asOf)
  const made = { asOf, schedule, axis: axisOf(schedule, schedule.tracks) }
  drawn.set(answers, made)
  return made
}

/** Of these answers, which many rows may ask for. */
export const useScheduleOf = (answers: Answers): DrawnSchedule => scheduleAt(useInterview(), answers, useToday())

interface StripNowProps extends Pick<DrawnSchedule, 'axis' | 'asOf'> {
  strip: Strip
  isSmall?: boolean
}

export function StripNow({ strip, axis, asOf, isSmall = false }: StripNowProps) {
  const ticks = axis.ticks.map(({ date }) => ({ at: positionOf(axis, date) }))
  return <StripDrawing strip={strip} isSmall={isSmall} ticks={ticks} today={{ at: positionOf(axis, asOf) }} />
}

export function Legend({ strips }: { strips: readonly Strip[] }) {
  const words = useWords()
  return (
    <ul className="line-legend">
      {legendOf(words, strips).map(({ mark, text }) => (
        <li key={mark.key}>
          <LegendMark mark={mark} /> {text}
        </li>
      ))}
    </ul>
  )
}
