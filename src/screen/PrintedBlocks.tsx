import { memo, type ReactNode, useContext, useMemo } from 'react'
import { FileCard } from '../files/FileCard.tsx'
import { type Block, type Fold, holdsAnswer, type Item } from '../summary/blocks.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Growing, inPlace } from '../ui/Growing.tsx'
import { DrawingView } from './DrawingView.tsx'
import {
  type Beside,
  FactRow,
  HeadingView,
  LinkOutside,
  NOWHERE,
  Paragraph,
  type Printing,
  PrintingContext,
  Spans,
  TableView,
} from './leaves.tsx'
import { useFold } from './useFold.ts'

interface PrintedProps extends Partial<Omit<Printing, keyof Beside>> {
  blocks: readonly Block[]
  beside?: Beside | undefined
}

/** Blocks on screen, and printed by the browser. */
export function Printed({
  blocks,
  beside,
  source = NOWHERE,
  prefix = 'read-',
  landOn = null,
  under = 0,
}: PrintedProps) {
  const more = useMemo(() => ({ source, prefix, landOn, under }), [source, prefix, landOn, under])
  const printing = useMemo(() => ({ ...beside, ...more }), [beside, more])
  return (
    <PrintingContext value={printing}>
      <Blocks blocks={blocks} />
    </PrintingContext>
  )
}

const Blocks = ({ blocks }: { blocks: readonly Block[] }) => inPlace(blocks, (block) => <OneBlock block={block} />)

const OneBlock = memo(function OneBlock({ block }: { block: Block }): ReactNode {
  const { source } = useContext(PrintingContext)
  switch (block.is) {
    case 'heading':
      return <HeadingView heading={block} />
    case 'section':
      return <SectionView section={block} />
    case 'paragraph':
      return <Paragraph text={block.text} className={SIZES[block.size ?? 'plain']} />
    case 'list':
      return <ListView list={block} />
    case 'facts':
      return (
        <dl className={block.isClose ? 'close-facts' : 'summary'}>
          <Growing
            all={block.rows}
            atFirst={MOST_FACTS}
            draw={(row) => <FactRow key={row.spot?.address} row={row} />}
          />
        </dl>
      )
    case 'table':
      return <TableView table={block} />
    case 'columns':
      return (
        <div className={`columns of-${block.columns.length}`}>
          {inPlace(block.columns, (column) => (
            <div>
              <Blocks blocks={column} />
            </div>
          ))}
        </div>
      )
    case 'drawing':
      return <DrawingView drawing={block.drawing} />
    case 'files':
      return (
        <ul className="files">
          {block.files.map(({ lines: [name = [], ...lines], ...each }) => (
            <FileCard key={each.number} {...each} source={source}>
              <Paragraph text={name} className="file-name" />
              {inPlace(lines, (text) => (
                <Paragraph text={text} className={undefined} />
              ))}
            </FileCard>
          ))}
        </ul>
      )
    case 'rule':
      return <div className={block.heavy ? 'rule heavy' : 'rule'} />
    case 'paper':
    case 'screen':
      return (
        <div className={block.is === 'paper' ? 'print-only' : 'screen-only'}>
          <Blocks blocks={block.blocks} />
        </div>
      )
    case 'fold':
      return <FoldView fold={block.fold} />
    case 'later':
      return <Later compose={block.blocks} />
  }
})

/** No page and no row asks more; a conclusion may rest on more. */
const MOST_FACTS = 40
const SIZES = { plain: undefined, small: 'meta', large: 'ask', urgent: 'urgent' } as const

/** About how tall one group of answers is, in rem: this stands in until they are laid out. */
const GROUP_HEIGHT = 22

function Later({ compose }: { compose: () => readonly Block[] }) {
  const blocks = useMemo(compose, [compose])
  return (
    <div className="answer-groups" style={{ containIntrinsicBlockSize: `auto ${blocks.length * GROUP_HEIGHT}rem` }}>
      <Blocks blocks={blocks} />
    </div>
  )
}

function SectionView({ section }: { section: Block & { is: 'section' } }) {
  const { landOn, under, next } = useContext(PrintingContext)
  const { heading, blocks, look } = section
  const landing = blocks.findIndex((block) => landOn !== null && holdsAnswer(block, landOn))
  const inside = (
    <>
      <HeadingView heading={heading} />
      {look === 'grows' ? (
        <Growing all={blocks} atFirst={landing + 1 || 1} by={1} draw={(block) => <OneBlock block={block} />} />
      ) : (
        <Blocks blocks={blocks} />
      )}
      {look === 'outcome' && next !== undefined && <div className="screen-only">{next()}</div>}
    </>
  )
  // What follows the first page repeats its headings: landmarks with the same names are no help.
  if (heading.id !== undefined && (under === 1 || look === 'outcome' || look === 'landmark'))
    return (
      <section className={look === 'outcome' ? look : undefined} aria-labelledby={heading.id}>
        {inside}
      </section>
    )
  if (heading.level === 4) return <div className="answer-group">{inside}</div>
  return look === 'asked-back' || look === 'removed-row' ? <div className={look}>{inside}</div> : inside
}

function ListView({ list: { look, items } }: { list: Block & { is: 'list' } }) {
  if (look === 'run')
    return (
      <div className="line-says">
        {inPlace(items, ({ text, fold }) => (
          <div>
            <p>
              <Spans text={text} />{' '}
            </p>
            {fold !== undefined && <FoldView fold={fold} />}
          </div>
        ))}
      </div>
    )
  const Name = look === 'numbered' ? 'ol' : 'ul'
  return (
    <Name className={look === 'lines' || look === 'conclusions' ? look : undefined}>
      <Growing all={items} draw={(item) => <ItemView item={item} look={look} />} />
    </Name>
  )
}

const ItemView = memo(function ItemView({ item, look }: { item: Item; look: string }) {
  const { point, missing } = useContext(PrintingContext)
  const { text, spot, link, fold, blocks } = item
  const isConclusion = look === 'conclusions'
  const beside = isConclusion ? point : missing
  return (
    <li>
      {isConclusion || look === 'numbered' ? <Paragraph text={text} className={undefined} /> : <Spans text={text} />}
      {link !== undefined && <LinkOutside {...link} />}
      {spot !== undefined && beside !== undefined && <div className="screen-only">{beside(spot)}</div>}
      {fold !== undefined && <FoldView fold={fold} />}
      {blocks !== undefined && <Blocks blocks={blocks} />}
    </li>
  )
})

function FoldView({ fold: { summary, about, blocks, onPaper, holds } }: { fold: Fold }) {
  const { landOn } = useContext(PrintingContext)
  const isOpen = landOn !== null && holds?.(landOn) === true
  const { isFilled, fill } = useFold(isOpen, onPaper)
  const inside = useMemo(() => (isFilled ? blocks() : []), [isFilled, blocks])
  return (
    <Disclosure {...{ summary, about, isOpen, onPaper }} onOpen={fill}>
      <Blocks blocks={inside} />
    </Disclosure>
  )
}
