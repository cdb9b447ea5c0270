import type { Drawing } from '../summary/drawing.ts'
import { LegendMark, StripDrawing, TimeAxis } from '../wizard/promiseLine/Strip.tsx'
import { Spans } from './leaves.tsx'

/** A strip for each deliverable and one for the messages, and what the shapes mean. */
export const DrawingView = ({ drawing: { strips, ticks, today, limit, legend } }: { drawing: Drawing }) => (
  <div className="promise-line">
    <div className="line-rows">
      {limit !== null && (
        <div className="line-row limit">
          <span />
          <TimeAxis names={[limit]} />
        </div>
      )}
      <div className="line-row">
        <span />
        <TimeAxis names={[today]} />
      </div>
      {strips.map((strip) => (
        <div className="line-row" key={strip.key}>
          <p>
            {strip.code !== '' && <span className="code">{strip.code} </span>}
            <Spans text={[strip.name]} /> {strip.status !== '' && <span className="status-word">{strip.status}</span>}
          </p>
          <StripDrawing strip={strip} ticks={ticks} today={today} limit={limit} />
          {strip.of === 'track' && (
            <span className="row-line-delay" aria-hidden="true">
              {strip.word}
            </span>
          )}
        </div>
      ))}
      <div className="line-row">
        <span />
        <TimeAxis names={ticks} />
      </div>
    </div>
    <ul className="line-legend">
      {legend.map(({ mark, text }) => (
        <li key={mark.key}>
          <LegendMark mark={mark} /> {text}
        </li>
      ))}
    </ul>
  </div>
)
