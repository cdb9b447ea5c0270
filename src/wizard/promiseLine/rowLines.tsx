import { useTranslation } from 'react-i18next'
import type { Answers } from '../../domain/case/answers.ts'
import type { Interview } from '../../domain/interview/question.ts'
import { visibleAnswers } from '../../domain/interview/visibleAnswers.ts'
import { type Axis, axisOf, positionOf } from '../../domain/schedule/axis.ts'
import { buildSchedule, type Schedule } from '../../domain/schedule/schedule.ts'
import { scheduleSentences, trackFacts } from '../../i18n/scheduleWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useOpenCase } from '../../store/openCaseContext.tsx'
import { useInterview } from '../../store/session.tsx'
import { useToday } from '../../store/useToday.ts'
import { contactStrip, legendOf, type Strip, ticksOf, trackStrip } from '../../summary/drawing.ts'
import { LegendMark, StripDrawing, TimeAxis } from './Strip.tsx'

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

const useScheduleOf = (answers: Answers): DrawnSchedule => scheduleAt(useInterview(), answers, useToday())

const useSchedule = (): DrawnSchedule => useScheduleOf(useOpenCase((state) => state.case.answers))

interface StripNowProps extends Pick<DrawnSchedule, 'axis' | 'asOf'> {
  strip: Strip
  isSmall?: boolean
}

function StripNow({ strip, axis, asOf, isSmall = false }: StripNowProps) {
  const ticks = axis.ticks.map(({ date }) => ({ at: positionOf(axis, date) }))
  return <StripDrawing strip={strip} isSmall={isSmall} ticks={ticks} today={{ at: positionOf(axis, asOf) }} />
}

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

function Legend({ strips }: { strips: readonly Strip[] }) {
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

const TASK_LIST_TRACKS = 3

/** Beside the questions there is room for few dates. */
const MOST_NAMES = 4
const thinned = <T,>(all: readonly T[]): readonly T[] => {
  const step = Math.ceil(all.length / MOST_NAMES)
  return all.filter((_, at) => at % step === 0)
}

/** @param answers those that the rail has come to: it follows with a pause */
export function LineSoFar({ answers }: { answers: Answers }) {
  const { t } = useTranslation()
  const words = useWords()
  const { schedule, axis, asOf } = useScheduleOf(answers)
  if (schedule.tracks.length === 0 && schedule.contacts.length === 0) return null
  const strips = schedule.tracks
    .slice(0, TASK_LIST_TRACKS)
    .map((track) => trackStrip({ words, language: '' }, track, axis, asOf))
  const contacts = contactStrip(words, schedule, axis)
  return (
    <section className="line-so-far" aria-labelledby="line-so-far">
      <h2 id="line-so-far">{t('sheet:line.heading')}</h2>
      <p>
        {scheduleSentences(words, schedule)
          .map(({ text }) => text)
          .join(' ')}
      </p>
      {strips.map((strip) => (
        <div className="row-line" key={strip.key}>
          <span className="code">{strip.code}</span>
          <StripNow {...{ strip, axis, asOf }} isSmall />
          <span className="row-line-delay" aria-hidden="true">
            {strip.word}
          </span>
        </div>
      ))}
      {schedule.contacts.length > 0 && (
        <div className="row-line">
          <span className="code">P</span>
          <StripNow strip={contacts} {...{ axis, asOf }} isSmall />
        </div>
      )}
      <div className="row-line">
        <span className="code" />
        <TimeAxis names={thinned(ticksOf(words, axis))} />
      </div>
      <Legend strips={schedule.contacts.length > 0 ? [...strips, contacts] : strips} />
    </section>
  )
}
