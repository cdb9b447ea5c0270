import { type ReactNode, useId } from 'react'
import type { Drawing, Mark, Strip } from '../../summary/drawing.ts'

/** Percent, so that a drawing fits any width undistorted. */
const percent = (place: number): string => `${(place * 100).toFixed(3)}%`

/** Half the width of a shape at its full size, in pixels. */
const FULL = 6

/** In pixels; `line` from the top. */
function sizesOf({ of, marks }: Strip, isSmall: boolean): { height: number; line: number } {
  if (of === 'track') return isSmall ? { height: 18, line: 9 } : { height: 24, line: 12 }
  const isNamed = !isSmall && marks.some(({ label }) => label !== undefined)
  return { height: isNamed ? 52 : 34, line: 20 }
}

interface StripProps {
  strip: Strip
  ticks: readonly { at: number }[]
  today: { at: number }
  limit?: { at: number } | null
  isSmall?: boolean
}

export function StripDrawing({ strip, ticks, today, limit = null, isSmall = false }: StripProps) {
  const id = useId()
  const { height, line } = sizesOf(strip, isSmall)
  const isTrack = strip.of === 'track'
  const full = isTrack && isSmall ? FULL - 1 : FULL
  const marks = isSmall ? strip.marks.map(({ label: _, ...mark }) => mark) : strip.marks
  return (
    <svg className={`strip ${strip.of}`} width="100%" height={height} role="img">
      <title>{strip.sentence}</title>
      <Hatch id={`${id}hatch`} slant={isTrack ? 45 : -45} />
      {ticks.map(({ at }) => (
        <line className="tick" key={at} x1={percent(at)} x2={percent(at)} y1="0" y2={height} />
      ))}
      <line className="today" x1={percent(today.at)} x2={percent(today.at)} y1="0" y2={height} />
      {limit !== null && <line className="limit" x1={percent(limit.at)} x2={percent(limit.at)} y1="0" y2={height} />}
      {!isTrack && <line className="line" x1="0" x2="100%" y1={line} y2={line} />}
      {marks.map((mark) => (
        <Shape key={mark.key} mark={mark} y={line} full={full} hatch={`url(#${id}hatch)`} />
      ))}
    </svg>
  )
}

/** From the line to the middle of what stands on it or hangs from it, in pixels. */
const DROPS: Partial<Record<Mark['shape'], number>> = { pin: 9, dot: -7, silence: -7 }

export function LegendMark({ mark }: { mark: Mark }) {
  const id = useId()
  const isSilence = mark.shape === 'silence'
  return (
    <svg className={isSilence ? 'strip contacts' : 'strip'} width="16" height="16" aria-hidden="true">
      <Hatch id={`${id}hatch`} slant={isSilence ? -45 : 45} />
      <Shape mark={mark} y={8 + (DROPS[mark.shape] ?? 0)} full={FULL} hatch={`url(#${id}hatch)`} />
    </svg>
  )
}

interface ShapeProps {
  mark: Mark
  y: number
  full: number
  hatch: string
}

function Shape({ mark, y, full, hatch }: ShapeProps) {
  const { shape, from, to, scale, isHollow = false, label } = mark
  const size = full * scale
  const [x1, x2, width] = [percent(from), percent(to), percent(to - from)]
  const message = full * 0.58
  switch (shape) {
    case 'promised':
    case 'own':
      if (from !== to) return <rect className="promised" x={x1} width={width} y={y - size * 0.6} height={size * 1.2} />
      return (
        <At x={x1} y={y}>
          <path
            className={shape === 'own' ? 'promised own' : 'promised'}
            d={`M0 ${-size}L${size} 0L0 ${size}L${-size} 0z`}
          />
        </At>
      )
    case 'extension':
      return <line className="extension" x1={x1} x2={x2} y1={y} y2={y} />
    case 'delay':
      return (
        <svg x={x1} y={y - size} width={width} height={size * 2} overflow="visible" aria-hidden="true">
          <rect className="wedge" width="100%" height="100%" fill={hatch} />
          <line className="edge" x1="0" y1="50%" x2="100%" y2="0" />
          <line className="edge" x1="0" y1="50%" x2="100%" y2="100%" />
          <line className="edge" x1="100%" y1="0" x2="100%" y2="100%" />
        </svg>
      )
    case 'delivered':
      return (
        <At x={x1} y={y}>
          <rect className="delivered" x={-size} y={-size} width={size * 2} height={size * 2} />
        </At>
      )
    case 'waiting':
      return (
        <At x={x1} y={y}>
          <path className="waiting" d={`M${-size} ${-size}L${size} 0L${-size} ${size}z`} />
        </At>
      )
    case 'pin':
      return (
        <At x={x1} y={y}>
          <line className="pin" y2={-message * 4} />
          <circle className={isHollow ? 'pin hollow' : 'pin filled'} cy={-message * 4} r={message} />
        </At>
      )
    case 'dot':
      return (
        <At x={x1} y={y}>
          <circle className={isHollow ? 'dot hollow' : 'dot'} cy={message * 2.2 - 1} r={message} />
        </At>
      )
    case 'silence':
      return (
        <>
          <rect className="silence" x={x1} width={width} y={y + 2} height="10" fill={hatch} />
          {label !== undefined && (
            <text x={percent(Math.min(0.94, Math.max(0.06, (from + to) / 2)))} y={y + 27} textAnchor="middle">
              {label}
            </text>
          )}
        </>
      )
  }
}

const At = ({ x, y, children }: { x: string; y: number; children: ReactNode }) => (
  <svg x={x} y={y} width="1" height="1" overflow="visible" aria-hidden="true">
    {children}
  </svg>
)

/** A delay slants one way and a silence the other, so that neither needs a colour. */
const Hatch = ({ id, slant }: { id: string; slant: 45 | -45 }) => (
  <defs>
    <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform={`rotate(${slant})`}>
      <line className="hatch" x1="0" y1="0" x2="0" y2="4" />
    </pattern>
  </defs>
)

/** The dates of the ticks; every second one is hidden on narrow screens. */
export const TimeAxis = ({ names }: { names: readonly Drawing['today'][] }) => (
  <svg className="strip axis" width="100%" height="18" aria-hidden="true">
    {names.map(({ at, label }, place) => (
      <text
        key={`${at} ${label}`}
        className={place % 2 === 1 ? 'second' : undefined}
        x={percent(at)}
        y="13"
        textAnchor={at < 0.06 ? 'start' : at > 0.94 ? 'end' : 'middle'}
      >
        {label}
      </text>
    ))}
  </svg>
)
