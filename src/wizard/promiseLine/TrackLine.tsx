import { type Axis, placeOf, stretchOf } from '../../domain/schedule/axis.ts'
import type { Track } from '../../domain/schedule/track.ts'
import { trackSentence } from '../../i18n/scheduleWords.ts'
import type { Words } from '../../i18n/useWords.ts'
import { TrackStrip } from '../../ui/promiseLine/TrackStrip.tsx'

interface TrackLineProps {
  words: Words
  track: Track
  axis: Axis
  asOf: string
  small?: boolean
}

/** One deliverable of the promise line, drawn and said. */
export function TrackLine({ words, track, axis, asOf, small = false }: TrackLineProps) {
  const stretch = (date: string | null) => (date === null ? null : stretchOf(axis, date))
  const { first, agreed, moves, delivered, delay, here } = track
  return (
    <TrackStrip
      title={trackSentence(words, track, asOf)}
      first={stretch(first)}
      agreed={stretch(agreed)}
      moves={moves.map((move) => ({ at: stretchOf(axis, move.date), agreed: move.agreed }))}
      delivered={delivered === null ? null : placeOf(axis, delivered)}
      waiting={here === false ? placeOf(axis, asOf) : null}
      delay={delay === null ? null : [placeOf(axis, delay.from), placeOf(axis, delay.to)]}
      ticks={axis.ticks.map(({ date }) => placeOf(axis, date))}
      today={placeOf(axis, asOf)}
      small={small}
    />
  )
}
