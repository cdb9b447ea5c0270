import { createContext, memo, type ReactNode, useContext } from 'react'
import type { Address } from '../domain/case/address.ts'
import type { FileSource } from '../files/filesOfCase.ts'
import type { Block, Fact, Heading, Spot } from '../summary/blocks.ts'
import type { Text } from '../summary/spans.ts'
import { Growing, inPlace } from '../ui/Growing.tsx'
import { CloseReading, OwnText } from '../ui/UserText.tsx'

/** What a page adds to the blocks. */
export interface Beside {
  answer?: (spot: Spot) => ReactNode
  /** Next to a conclusion. */
  point?: (spot: Spot) => ReactNode
  /** Next to a question without an answer. */
  missing?: (spot: Spot) => ReactNode
  /** Under the heading with this id. */
  heading?: (id: string) => ReactNode
  /** At the end of the box that says whose turn it is. */
  next?: () => ReactNode
}

export interface Printing extends Beside {
  source: FileSource
  /** Of the ids of answers, before the address. */
  prefix: string
  /** The answer that is landed on: it is drawn at once. */
  landOn: Address | null
  /** Added to the levels of headings. */
  under: 0 | 1
}

export const NOWHERE: FileSource = async () => null

export const PrintingContext = createContext<Printing>({
  source: NOWHERE,
  prefix: 'read-',
  landOn: null,
  under: 0,
})

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

export const FactRow = memo(function FactRow({ row: { label, tag, lines, spot, isSaid } }: { row: Fact }) {
  const { prefix, answer } = useContext(PrintingContext)
  const place = spot === undefined ? {} : { id: `${prefix}${spot.address}`, tabIndex: -1 }
  return (
    <div {...place} className={isSaid ? 'screen-only' : undefined}>
      <dt>
        {label}
        {tag !== undefined && <span className="meta"> {tag}</span>}
      </dt>
      <dd>
        {inPlace(lines, (text) => (
          <Paragraph text={text} className={undefined} />
        ))}
      </dd>
      {spot !== undefined && answer !== undefined && <dd className="screen-only">{answer(spot)}</dd>}
    </div>
  )
})

export const LinkOutside = ({ href, text }: { href: string; text: string }) => (
  <p className="screen-only">
    <a href={href} rel="noopener noreferrer" target="_blank">
      {text}
    </a>
  </p>
)

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

function SpanView({ span: { text, voice, language, marks } }: { span: Text[number] }) {
  if (marks !== undefined) return <MarkedText marks={marks} language={language} />
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

/** The differences are said as well as drawn, and shown in the direction of the whole text. */
function MarkedText({ marks, language }: { marks: NonNullable<Text[number]['marks']>; language: string | undefined }) {
  const Kept = useContext(CloseReading) ?? (({ text }) => text)
  return (
    <span className="own" dir="auto" lang={language}>
      {inPlace(marks, ({ text, is, name }) => {
        if (is === 'kept')
          return (
            <span>
              <Kept text={text} />
            </span>
          )
        const Mark = is === 'added' ? 'ins' : 'del'
        return (
          <Mark>
            <span className="unseen"> [{name}: </span>
            <OwnText text={text} />
            <span className="unseen">] </span>
          </Mark>
        )
      })}
    </span>
  )
}
