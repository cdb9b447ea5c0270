import type { ReactNode } from 'react'

/** A place on the line, from 0 to 1. Places are drawn in percent, so that a drawing fits any width undistorted. */
export type Place = number

export const percent = (place: Place): string => `${(place * 100).toFixed(3)}%`

/** A shape around a place: its own middle is at 0, 0, in pixels. */
const At = ({ place, y, children }: { place: Place; y: number; children: ReactNode }) => (
  <svg x={percent(place)} y={y} width="1" height="1" overflow="visible" aria-hidden="true">
    {children}
  </svg>
)

interface MarkProps {
  place: Place
  y: number
  /** Half the width, in pixels. */
  size: number
}

/** A promised date. */
export const Diamond = ({ place, y, size, className }: MarkProps & { className: string }) => (
  <At place={place} y={y}>
    <path className={className} d={`M0 ${-size}L${size} 0L0 ${size}L${-size} 0z`} />
  </At>
)

/** A promised month: anywhere within it. */
export const Band = ({ from, to, y, size }: { from: Place; to: Place; y: number; size: number }) => (
  <rect className="promised" x={percent(from)} width={percent(to - from)} y={y - size} height={size * 2} />
)

/** A delivery. */
export const Square = ({ place, y, size }: MarkProps) => (
  <At place={place} y={y}>
    <rect className="delivered" x={-size} y={-size} width={size * 2} height={size * 2} />
  </At>
)

/** Not here yet. */
export const Triangle = ({ place, y, size }: MarkProps) => (
  <At place={place} y={y}>
    <path className="waiting" d={`M${-size} ${-size}L${size} 0L${-size} ${size}z`} />
  </At>
)

/** The merchant's message: a pin that stands on the line. Hollow where the concern was not stated. */
export const Pin = ({ place, y, size, hollow }: MarkProps & { hollow: boolean }) => (
  <At place={place} y={y}>
    <line className="pin" y2={-size * 4} />
    <circle className={hollow ? 'pin hollow' : 'pin filled'} cy={-size * 4} r={size} />
  </At>
)

/** The partner's message: a dot under the line. Hollow where nobody has said what kind of answer it was. */
export const Dot = ({ place, y, size, hollow }: MarkProps & { hollow: boolean }) => (
  <At place={place} y={y}>
    <circle className={hollow ? 'dot hollow' : 'dot'} cy={size * 2.2} r={size} />
  </At>
)

/** Slanted lines: a delay one way, a silence the other, so that neither needs a colour. */
export const Hatch = ({ id, slant }: { id: string; slant: 45 | -45 }) => (
  <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform={`rotate(${slant})`}>
    <line className="hatch" x1="0" y1="0" x2="0" y2="4" />
  </pattern>
)

/** The lines that run through the whole drawing: dates, and today. */
export const Grid = ({ ticks, today, height }: { ticks: readonly Place[]; today: Place; height: number }) => (
  <>
    {ticks.map((place) => (
      <line className="tick" key={place} x1={percent(place)} x2={percent(place)} y1="0" y2={height} />
    ))}
    <line className="today" x1={percent(today)} x2={percent(today)} y1="0" y2={height} />
  </>
)
