import { useTranslation } from 'react-i18next'
import { FRONT } from '../../domain/report/sheet.ts'
import { axisOf, placeOf } from '../../domain/schedule/axis.ts'
import type { Track } from '../../domain/schedule/track.ts'
import { questionWords } from '../../i18n/questionWords.ts'
import { delayWord, scheduleSentences } from '../../i18n/scheduleWords.ts'
import { tickName } from '../../i18n/sheetFormats.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { TimeAxis } from '../../ui/promiseLine/TimeAxis.tsx'
import { ContactLine } from '../../wizard/promiseLine/ContactLine.tsx'
import { TrackLine } from '../../wizard/promiseLine/TrackLine.tsx'
import { Legend } from './Legend.tsx'
import { OwnWords } from './OwnWords.tsx'
import { ScheduleTables } from './ScheduleTables.tsx'
import type { BlockProps } from './sheetProps.ts'

/** How much of a title there is room for beside its line. */
const TITLE = 60

/** The promise line at full size: what it says in words, the drawing, and the same as tables. */
export function PromiseLine({ sheet, words, language }: BlockProps) {
  const { t } = useTranslation('sheet')
  const { schedule } = sheet
  const shown = schedule.tracks.slice(0, FRONT.tracks)
  const axis = axisOf(schedule, shown)
  const more = schedule.tracks.length - shown.length
  const isDrawn = shown.length > 0 || schedule.contacts.length > 0
  return (
    <figure className="promise-line" aria-labelledby="line-heading">
      <figcaption>
        <h3 id="line-heading">{t('line.heading')}</h3>
        <div className="line-says">
          {scheduleSentences(words, schedule, sheet.hardDate).map(({ text, dates }) => (
            <div key={text}>
              <p>{text} </p>
              {dates.length > 0 && (
                <Disclosure summary={t('line.showDates')} about={text}>
                  <ul>
                    {dates.map((date) => (
                      <li key={date}>{date}</li>
                    ))}
                  </ul>
                </Disclosure>
              )}
            </div>
          ))}
        </div>
      </figcaption>
      {isDrawn && (
        <div className="line-rows">
          <div className="line-row">
            <span />
            <TimeAxis
              names={[
                {
                  place: placeOf(axis, schedule.asOf),
                  label: t('line.today', { date: tickName(words.language, schedule.asOf, 'day') }),
                },
              ]}
            />
          </div>
          {shown.map((track) => (
            <div className="line-row" key={track.id}>
              <p>
                <span className="code">{track.code}</span>{' '}
                <OwnWords
                  text={track.title}
                  language={language}
                  most={TITLE}
                  otherwise={t('line.untitled')}
                />{' '}
                <StatusWord words={words} track={track} />
              </p>
              <TrackLine words={words} track={track} axis={axis} asOf={schedule.asOf} />
              <span className="row-line-delay" aria-hidden="true">
                {delayWord(words, track, 'short')}
              </span>
            </div>
          ))}
          {schedule.contacts.length > 0 && (
            <div className="line-row">
              <p>{t('line.contacts')}</p>
              <ContactLine words={words} schedule={schedule} axis={axis} />
            </div>
          )}
          <div className="line-row">
            <span />
            <TimeAxis
              names={axis.ticks.map(({ date, names }) => ({
                place: placeOf(axis, date),
                label: tickName(words.language, date, names),
              }))}
            />
          </div>
        </div>
      )}
      {more > 0 && <p className="meta">{t('more', { count: more })}</p>}
      {schedule.undated.length > 0 && (
        <p className="meta">
          {t('line.undated', {
            rows: words.formats.list(schedule.undated.slice(0, FRONT.tracks).map(({ code }) => code)),
          })}
        </p>
      )}
      {isDrawn && <Legend schedule={schedule} tracks={shown} />}
      <Disclosure summary={t('line.showTable')}>
        <ScheduleTables sheet={sheet} words={words} language={language} />
      </Disclosure>
    </figure>
  )
}

function StatusWord({ words, track }: { words: BlockProps['words']; track: Track }) {
  if (track.status === null) return null
  const { short } = questionWords(words, { path: 'scope.deliverables.*.status' })
  return <span className="status-word">{short(track.status)}</span>
}
