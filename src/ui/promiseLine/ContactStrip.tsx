import { useId } from 'react'
import { Diamond, Dot, Grid, Hatch, Pin, type Place, percent } from './marks.tsx'

interface Message {
  key: string
  place: Place
  hollow: boolean
}

export interface ContactStripProps {
  /** The drawing in words. */
  title: string
  merchant: readonly Message[]
  partner: readonly Message[]
  /** Days that the partner promised. */
  promises: readonly Place[]
  /** A silence with its days in words, where it is long enough to be named. */
  silences: readonly { key: string; from: Place; to: Place; label: string | null }[]
  ticks: readonly Place[]
  today: Place
  small?: boolean
}

const LINE = 20
const BAR = 10

/** Who wrote when: pins for the merchant, dots for the partner, hatched bars where the partner was silent. */
export function ContactStrip({
  title,
  merchant,
  partner,
  promises,
  silences,
  ticks,
  today,
  small = false,
}: ContactStripProps) {
  const id = useId()
  const named = !small && silences.some(({ label }) => label !== null)
  const height = LINE + BAR + 4 + (named ? 18 : 0)
  return (
    <svg className="strip" width="100%" height={height} role="img">
      <title>{title}</title>
      <defs>
        <Hatch id={`${id}silence`} slant={-45} />
      </defs>
      <Grid ticks={ticks} today={today} height={height} />
      <line className="line" x1="0" x2="100%" y1={LINE} y2={LINE} />
      {silences.map(({ key, from, to, label }) => (
        <g key={key}>
          <rect
            className="silence"
            x={percent(from)}
            width={percent(to - from)}
            y={LINE + 2}
            height={BAR}
            fill={`url(#${id}silence)`}
          />
          {!small && label !== null && (
            <text x={percent(Math.min(0.94, Math.max(0.06, (from + to) / 2)))} y={LINE + BAR + 17}>
              {label}
            </text>
          )}
        </g>
      ))}
      {promises.map((place) => (
        <Diamond key={place} place={place} y={LINE} size={3.6} className="promised own" />
      ))}
      {merchant.map(({ key, place, hollow }) => (
        <Pin key={key} place={place} y={LINE} size={3.5} hollow={hollow} />
      ))}
      {partner.map(({ key, place, hollow }) => (
        <Dot key={key} place={place} y={LINE - 1} size={3.5} hollow={hollow} />
      ))}
    </svg>
  )
}
