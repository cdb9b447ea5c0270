import { memo, useContext } from 'react'
import type { Block, Fact, Heading } from '../summary/blocks.ts'
import type { Text } from '../summary/spans.ts'
import { Growing, inPlace } from '../ui/Growing.tsx'
import { OwnText } from '../ui/UserText.tsx'
import { PrintingContext } from './printing.ts'

export function HeadingView({ heading: { level, text, id } }: { heading: Heading }) {
  const { under, heading } = useContext(PrintingContext)
  const Name = `h${level + under}` as 'h2' | 'h3' | 'h4'
  return (
    <>
      <Name id={id} tabIndex={id === undefined ? undefined : -1}>
        <Spans text={text} />
      </Name>
      {id !== undefined && heading?.(id)}
    </>
  )
}

export const FactRow = memo(function FactRow({ row: { label, lines, spot } }: { row: Fact }) {
  const { prefix, answer } = useContext(PrintingContext)
  const place = spot === undefined ? {} : { id: `${prefix}${spot.address}`, tabIndex: -1 }
  return (
    <div {...place}>
      <dt>{label}</dt>
      <dd>
        {inPlace(lines, (text) => (
          <Paragraph text={text} className={undefined} />
        ))}
      </dd>
      {spot !== undefined && answer !== undefined && <dd className="screen-only">{answer(spot)}</dd>}
    </div>
  )
})

/** On a narrow screen a table scrolls in itself, by keyboard too. */
export const TableView = ({ table: { caption, columns, rows } }: { table: Block & { is: 'table' } }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
  <section className="paper-scroll" tabIndex={0} aria-label={caption}>
    <table className="facts">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ name }) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Growing
          all={rows}
          draw={([head = [], ...cells]) => (
            <tr>
              <th scope="row">
                <Spans text={head} />
              </th>
              {inPlace(cells, (cell) => (
                <td>
                  <Spans text={cell} />
                </td>
              ))}
            </tr>
          )}
        />
      </tbody>
    </table>
  </section>
)

const isOthers = ({ voice }: Text[number]) => voice === 'own' || voice === 'other'

/** A text of ours may begin with letters that run the other way; one of others says its direction itself. */
export const Paragraph = ({ text, className }: { text: Text; className: string | undefined }) => (
  <p className={className} dir={text.some(isOthers) ? undefined : 'auto'}>
    <Spans text={text} />
  </p>
)

export const Spans = ({ text }: { text: Text }) => inPlace(text, (span) => <SpanView span={span} />)

const CLASSES = { quiet: 'not-provided', code: 'code', note: 'note' } as const

function SpanView({ span: { text, voice, language } }: { span: Text[number] }) {
  switch (voice) {
    case undefined:
      return text === '\n' ? <br /> : text
    case 'own':
      return (
        <span className="voice">
          <OwnText text={text} lang={language} />
        </span>
      )
    case 'other':
      return <OwnText text={text} lang={language} />
    case 'strong':
      return <strong>{text}</strong>
    default:
      return <span className={CLASSES[voice]}>{text}</span>
  }
}
