import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Example } from '../../domain/areas/examples/schema.ts'
import { nonBlank } from '../../domain/case/answer.ts'
import { beginOf } from '../../domain/case/cleanText.ts'
import type { Ticket } from '../../domain/sources/ticketTable.ts'
import { useWords } from '../../i18n/useWords.ts'
import { Tick } from '../../ui/Choices.tsx'
import { inPlace, useGrowing } from '../../ui/Growing.tsx'

interface TicketListProps {
  tickets: readonly Ticket[]
  known: readonly Example[]
  ticked: ReadonlySet<number>
  onTick: (at: number, isTicked: boolean) => void
}

const ROWS_AT_A_TIME = 40
/** Characters of a description, to tell one ticket from another. */
const BEGINNING = 240

export function TicketList({ tickets, known, ticked, onTick }: TicketListProps) {
  const shown = useGrowing(tickets.length, ROWS_AT_A_TIME, ROWS_AT_A_TIME)
  const names = useMemo(
    () => new Set(known.flatMap(({ title, evidenceText }) => [nonBlank(title), nonBlank(evidenceText)])),
    [known],
  )
  return (
    <ol className="rows proposals">
      {tickets.slice(0, shown).map((ticket, at) => (
        <TicketRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a row of a file is its place
          key={at}
          {...{ at, ticket, onTick }}
          isTicked={ticked.has(at)}
          isKnown={ticket.key !== null && names.has(ticket.key)}
        />
      ))}
    </ol>
  )
}

interface TicketRowProps {
  at: number
  ticket: Ticket
  isTicked: boolean
  isKnown: boolean
  onTick: TicketListProps['onTick']
}

const TicketRow = memo(
  ({ at, ticket, isTicked, isKnown, onTick }: TicketRowProps) => {
    const { t } = useTranslation()
    const { formats } = useWords()
    const { key, title, created, status, priority, description } = ticket
    const facts = [
      created === null ? null : formats.date(created),
      status,
      priority,
      isKnown ? t('sources:tickets.known') : null,
    ]
    return (
      <li>
        <Tick
          id={`ticket-${at}`}
          label={[key, title].filter((each) => each !== null).join(' · ') || t('sources:tickets.untitled')}
          ticked={isTicked}
          onTick={(next) => onTick(at, next)}
          describedBy={`ticket-${at}-facts`}
        />
        <p className="row-facts" id={`ticket-${at}-facts`}>
          {inPlace(facts, (fact) => fact !== null && <span>{fact}</span>)}
        </p>
        {description !== null && (
          <p className="own proposed-text" dir="auto">
            {description.length > BEGINNING ? `${beginOf(description, BEGINNING)} …` : description}
          </p>
        )}
      </li>
    )
  },
  (a, b) => a.ticket === b.ticket && a.isTicked === b.isTicked && a.isKnown === b.isKnown,
)
