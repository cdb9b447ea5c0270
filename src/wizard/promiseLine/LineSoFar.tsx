import { useTranslation } from 'react-i18next'
import type { Answers } from '../../domain/case/answers.ts'
import { scheduleSentences } from '../../i18n/scheduleWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { contactStrip, ticksOf, trackStrip } from '../../summary/drawing.ts'
import { TimeAxis } from './Strip.tsx'
import { Legend, StripNow, useScheduleOf } from './scheduleNow.tsx'

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
    .map((track) => trackStrip({ words, language: '' }, track, axis))
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
