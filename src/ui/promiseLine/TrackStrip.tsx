import { useId } from 'react'
import { Band, Diamond, Grid, Hatch, type Place, percent, Square, Triangle } from './marks.tsx'

/** A date as a stretch: a day begins and ends at one place. */
type Stretch = readonly [Place, Place]

export interface TrackStripProps {
  /** The drawing in words. */
  title: string
  first: Stretch | null
  agreed: Stretch | null
  moves: readonly { at: Stretch; agreed: boolean }[]
  delivered: Place | null
  /** Where it is still waited for; null where it is here or nobody has said. */
  waiting: Place | null
  delay: Stretch | null
  ticks: readonly Place[]
  today: Place
  /** Smaller, for a row of a list. */
  small?: boolean
}

/** One deliverable on the promise line: promised, moved, delivered, and the delay between. */
export function TrackStrip(props: TrackStripProps) {
  const { title, first, agreed, moves, delivered, waiting, delay, ticks, today, small = false } = props
  const id = useId()
  const height = small ? 18 : 24
  const y = height / 2
  const size = small ? 5 : 6
  const isMoved = first !== null && agreed !== null && first[1] !== agreed[1]
  return (
    <svg className="strip" width="100%" height={height} role="img">
      <title>{title}</title>
      <defs>
        <Hatch id={`${id}delay`} slant={45} />
      </defs>
      <Grid ticks={ticks} today={today} height={height} />
      {isMoved && <line className="extension" x1={percent(first[1])} x2={percent(agreed[1])} y1={y} y2={y} />}
      {delay !== null && <Wedge from={delay[0]} to={delay[1]} y={y} half={size} hatch={`${id}delay`} />}
      {moves.map(({ at, agreed: both }) => (
        <Diamond
          key={`${at[1]} ${both}`}
          place={at[1]}
          y={y}
          size={size * 0.6}
          className={both ? 'promised' : 'promised own'}
        />
      ))}
      {isMoved && <Promised at={first} y={y} size={size * 0.75} />}
      {(agreed ?? first) !== null && <Promised at={agreed ?? first} y={y} size={size} />}
      {delivered !== null && <Square place={delivered} y={y} size={size * 0.75} />}
      {waiting !== null && <Triangle place={waiting} y={y} size={size * 0.75} />}
    </svg>
  )
}

const Promised = ({ at, y, size }: { at: Stretch | null; y: number; size: number }) =>
  at === null ? null : at[0] === at[1] ? (
    <Diamond place={at[1]} y={y} size={size} className="promised" />
  ) : (
    <Band from={at[0]} to={at[1]} y={y} size={size * 0.6} />
  )

interface WedgeProps {
  from: Place
  to: Place
  y: number
  half: number
  hatch: string
}

/** The delay: it grows with every day. */
const Wedge = ({ from, to, y, half, hatch }: WedgeProps) => (
  <svg
    x={percent(from)}
    y={y - half}
    width={percent(to - from)}
    height={half * 2}
    overflow="visible"
    aria-hidden="true"
  >
    <rect className="wedge" width="100%" height="100%" fill={`url(#${hatch})`} />
    <line className="edge" x1="0" y1="50%" x2="100%" y2="0" />
    <line className="edge" x1="0" y1="50%" x2="100%" y2="100%" />
    <line className="edge" x1="100%" y1="0" x2="100%" y2="100%" />
  </svg>
)
