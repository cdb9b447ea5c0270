import { type ReactNode, useId } from 'react'
import { Diamond, Dot, Hatch, Pin, Square, Triangle } from './marks.tsx'

export type MarkName =
  | 'promised'
  | 'own'
  | 'extension'
  | 'delivered'
  | 'waiting'
  | 'delay'
  | 'pin'
  | 'dot'
  | 'silence'

/** One shape of the drawing by itself, for the line that explains them. */
export function LegendMark({ name }: { name: MarkName }) {
  const id = useId()
  const marks: Record<MarkName, ReactNode> = {
    promised: <Diamond place={0.5} y={8} size={6} className="promised" />,
    own: <Diamond place={0.5} y={8} size={4} className="promised own" />,
    extension: <line className="extension" x1="0" x2="100%" y1="8" y2="8" />,
    delivered: <Square place={0.5} y={8} size={4.5} />,
    waiting: <Triangle place={0.5} y={8} size={4.5} />,
    delay: <rect className="wedge" width="100%" y="2" height="12" fill={`url(#${id}hatch)`} />,
    pin: <Pin place={0.5} y={16} size={3} hollow={false} />,
    dot: <Dot place={0.5} y={1} size={3.5} hollow={false} />,
    silence: <rect className="silence" width="100%" y="3" height="10" fill={`url(#${id}hatch)`} />,
  }
  return (
    <svg
      className={name === 'silence' ? 'strip legend grey' : 'strip legend'}
      width="16"
      height="16"
      aria-hidden="true"
    >
      <defs>
        <Hatch id={`${id}hatch`} slant={name === 'silence' ? -45 : 45} />
      </defs>
      {marks[name]}
    </svg>
  )
}
