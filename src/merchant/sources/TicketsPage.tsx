import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router-dom'
import { findList } from '../../domain/interview/interviewPages.ts'
import {
  exampleOf,
  TICKET_COLUMNS,
  type TicketColumns,
  ticketsOf,
  ticketTable,
} from '../../domain/sources/ticketTable.ts'
import type { ReadTickets } from '../../exchange/sources/tickets/readTickets.ts'
import { Opening } from '../../frame/Frame.tsx'
import { PageHead } from '../../frame/PageHead.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { takeHandedFiles } from '../../store/handedFiles.ts'
import type { OpenCaseStore } from '../../store/openCase.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { addRows } from '../../store/rowCommands.ts'
import { useInterview, useServices } from '../../store/session.tsx'
import { useNote } from '../../store/useNote.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field } from '../../ui/Field.tsx'
import { FileChooser } from '../../ui/FileChooser.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { useNewest } from '../../ui/useNewest.ts'
import { useOnce } from '../../ui/useOnce.ts'
import { useShowChange } from '../../ui/useShowChange.ts'
import { caseAddress } from '../../wizard/addresses.ts'
import { rowAddress } from '../../wizard/answerAddress.ts'
import { readTicketList } from './readTicketList.ts'
import { TicketList } from './TicketList.tsx'

const EXAMPLES = 'examples/items'
const ACCEPT = '.csv,.tsv,.txt,text/csv,text/tab-separated-values'

/** While the case is open, so that another page may be looked at meanwhile. */
const kept = new WeakMap<
  OpenCaseStore,
  {
    file: { name: string; read: ReadTickets } | null
    corrected: Partial<TicketColumns>
    ticked: ReadonlySet<number>
    pasted: string
  }
>()

/** `#/case/:id/examples/tickets`: an exported or pasted list of tickets becomes examples. */
export function TicketsPage() {
  const { t } = useTranslation()
  const { language } = useWords()
  const announce = useAnnounce()
  const navigate = useNavigate()
  const { store, keeper } = useOpened()
  const interview = useInterview()
  const { clock, newId } = useServices()
  const { id, answers } = useOpenCase((state) => state.case)
  const note = useNote(id, 'pastedTickets')
  const today = clock.today()
  const [file, setFile] = useState(() => kept.get(store)?.file ?? null)
  const [pasted, setPasted] = useState<ReadTickets | null>(null)
  const [corrected, setCorrected] = useState<Partial<TicketColumns>>(() => kept.get(store)?.corrected ?? {})
  const [ticked, setTicked] = useState(() => kept.get(store)?.ticked ?? new Set<number>())
  /** The pasted text of which the ticked rows are. */
  const tickedOf = useRef(kept.get(store)?.pasted ?? '')
  useEffect(
    () => void kept.set(store, { file, corrected, ticked, pasted: tickedOf.current }),
    [store, file, corrected, ticked],
  )
  const text = useDeferredValue(note.text ?? '')
  useEffect(() => {
    const stopped = new AbortController()
    const take = (read: ReadTickets | null) => {
      if (stopped.signal.aborted) return
      setPasted(read)
      if (read === null || tickedOf.current === text) return
      tickedOf.current = text
      if (file?.read.ok) return
      // The rows have other places now.
      setCorrected({})
      setTicked(new Set())
    }
    if (text.trim() === '') take(null)
    else void readTicketList(new Blob([text]), stopped.signal).then(take)
    return () => stopped.abort()
  }, [text, file])

  // A file that could not be read gives way to what is pasted.
  const read = file?.read.ok ? file.read : (pasted ?? file?.read ?? null)
  const table = useMemo(() => {
    if (read?.ok !== true) return null
    const found = ticketTable(read.rows, { language, today })
    return { ...found, columns: { ...found.columns, ...corrected } }
  }, [read, corrected, language, today])
  const tickets = useMemo(() => (table === null ? [] : ticketsOf(table, { language, today })), [table, language, today])

  const { begin } = useNewest()
  const showChange = useShowChange()
  const open = async ([chosen]: readonly File[]) => {
    if (chosen === undefined) return
    const signal = begin()
    const read = await readTicketList(chosen, signal)
    if (signal.aborted) return
    showChange(() => {
      setFile({ name: chosen.name, read })
      setCorrected({})
      setTicked(new Set())
    }, 'found')
  }
  const first = useRef(open)
  useEffect(() => void first.current(takeHandedFiles(store)), [store])
  const add = useOnce(async () => {
    const rows = tickets.filter((_, at) => ticked.has(at)).map(exampleOf)
    const ids = addRows(store, 'examples.items', rows, newId)
    const list = findList(interview, 'examples.items')?.list
    if (ids === null || list === undefined) return false
    if (file?.read.ok !== true) note.write('')
    void keeper.flush()
    announce(t('sources:tickets.added', { count: ids.length }))
    kept.delete(store)
    // A ticket says what happened, and not what was expected or what it costs: each is gone through.
    const [firstId] = ids
    const to = firstId === undefined ? caseAddress(id, EXAMPLES) : rowAddress(id, list, firstId)
    navigate(to, { state: { added: ids } })
    return true
  })
  if (note.text === null) return <Opening />
  const nameOfColumn = (at: number) => table?.headings?.[at]?.trim() || t('sources:tickets.column', { number: at + 1 })
  const width = Math.max(0, ...(table?.rows ?? []).slice(0, 100).map((row) => row.length), table?.headings?.length ?? 0)
  const choices = Array.from({ length: width }, (_, at) => ({ id: String(at), label: nameOfColumn(at) }))
  const chooser = (
    <FileChooser
      id="tickets"
      label={t('sources:tickets.choose')}
      hint={t('sources:tickets.accepts')}
      button={t('sources:file')}
      also={t('sources:tickets.drop')}
      accept={ACCEPT}
      onFiles={(files) => void open(files)}
    />
  )
  return (
    <>
      <PageHead back={caseAddress(id, EXAMPLES)}>{t('sources:tickets.heading')}</PageHead>
      {table === null && <p className="lead">{t('sources:tickets.lead')}</p>}
      {table !== null ? <Disclosure summary={t('sources:another')}>{chooser}</Disclosure> : chooser}
      <Disclosure summary={t('sources:tickets.orPaste')} isOpen={note.text !== '' || !note.isKept}>
        <Field id="pasted" label={t('sources:tickets.pasted')} hint={t('sources:tickets.pastedHint')}>
          {(wiring) => <TextInput {...wiring} multiline value={note.text ?? ''} onText={note.write} />}
        </Field>
        {!note.isKept && <p className="note">{t('common:save.error')}</p>}
      </Disclosure>
      <div role="alert">
        {read?.ok === false && (
          <p className="field-error">{t(`sources:tickets.why.${read.reason}`, { name: file?.name ?? '' })}</p>
        )}
      </div>
      {table !== null && read?.ok === true && (
        <>
          <h2 id="found" tabIndex={-1}>
            {t('sources:tickets.found', { count: tickets.length })}
          </h2>
          <p>{t('sources:tickets.advice')}</p>
          {read.brokenFrom !== null && <p className="note">{t('sources:tickets.broken', { row: read.brokenFrom })}</p>}
          {read.isCut && <p className="note">{t('sources:tickets.cut')}</p>}
          <Disclosure summary={t('sources:tickets.columns')} isOpen={table.columns.title === null}>
            {TICKET_COLUMNS.map((column) => (
              <SelectField
                key={column}
                id={`column-${column}`}
                label={t(`sources:tickets.is.${column}`)}
                chosen={table.columns[column] === null ? null : String(table.columns[column])}
                none={t('sources:tickets.noColumn')}
                choices={choices}
                onChoose={(at) => setCorrected((before) => ({ ...before, [column]: at === null ? null : Number(at) }))}
              />
            ))}
          </Disclosure>
          <TicketList
            tickets={tickets}
            known={answers.examples.items}
            ticked={ticked}
            onTick={(at, isTicked) =>
              setTicked((before) => new Set(isTicked ? [...before, at] : [...before].filter((each) => each !== at)))
            }
          />
          <div className="actions in-sight">
            <Button isMain isOff={ticked.size === 0} onClick={() => add()}>
              {t('sources:tickets.add', { count: ticked.size })}
            </Button>
          </div>
        </>
      )}
    </>
  )
}
