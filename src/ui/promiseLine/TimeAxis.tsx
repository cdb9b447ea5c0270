import { type Place, percent } from './marks.tsx'

interface Named {
  place: Place
  label: string
}

/** The names of the dates that the lines stand for. Every second one goes where there is little room. */
export const TimeAxis = ({ names, className = '' }: { names: readonly Named[]; className?: string }) => (
  <svg className={`strip axis ${className}`} width="100%" height="18" aria-hidden="true">
    {names.map(({ place, label }, at) => (
      <text
        key={`${place} ${label}`}
        className={at % 2 === 1 ? 'second' : undefined}
        x={percent(place)}
        y="13"
        textAnchor={place < 0.06 ? 'start' : place > 0.94 ? 'end' : 'middle'}
      >
        {label}
      </text>
    ))}
  </svg>
)
