import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router-dom'
import { answerOrNull, nonBlank } from '../../domain/case/answer.ts'
import { fromDocument, namedApart, type Passage } from '../../domain/sources/documentDeliverables.ts'
import type { SourceDocument } from '../../domain/sources/sourceDocument.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { addRows } from '../../store/rowCommands.ts'
import { useServices } from '../../store/session.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Tick } from '../../ui/Choices.tsx'
import { Field } from '../../ui/Field.tsx'
import { focusOn } from '../../ui/focus.ts'
import { TextInput } from '../../ui/TextInput.tsx'
import { useLatest } from '../../ui/useLatest.ts'
import { useOnce } from '../../ui/useOnce.ts'
import { caseAddress } from '../../wizard/addresses.ts'
import { passagesOf } from './DocumentChunk.tsx'
import { DocumentText } from './DocumentText.tsx'
import { KnownDeliverables } from './KnownDeliverables.tsx'
import { placeWords } from './placeWords.ts'
import type { useDocument } from './useDocument.ts'

const LIST = 'scope/deliverables'
/** Letters that a search begins with. */
const SHORTEST = 2

type Source = ReturnType<typeof useDocument> & { document: SourceDocument }

/** The open document: its text, a search in it, and what becomes of what is pressed. */
export function DocumentReader({ source }: { source: Source }) {
  const { t } = useTranslation()
  const words = useWords()
  const announce = useAnnounce()
  const navigate = useNavigate()
  const { store, keeper } = useOpened()
  const { clock, newId } = useServices()
  const { id, answers } = useOpenCase((state) => state.case)
  const [query, setQuery] = useState('')
  const [next, setNext] = useState(0)
  /** The deliverable that the next press belongs to; null makes new ones. */
  const [rowId, setRowId] = useState<string | null>(null)
  const [takes, setTakes] = useState({ title: true, date: true })
  const { document, taken } = source
  const { blocks } = document
  const { scope } = answers
  const habits = { language: words.language, today: clock.today() }

  const found = useMemo(() => keysWith(blocks, query), [blocks, query])
  const offered = {
    title: nonBlank(scope.documentTitle) === null ? document.title : null,
    date: answerOrNull(scope.documentDate) === null ? document.date : null,
  }
  /** What reading it says of the document itself: it has been gone through today. */
  const reviewed = <Answers extends typeof answers>(before: Answers): Answers => ({
    ...before,
    scope: {
      ...before.scope,
      ...(takes.title && offered.title !== null && { documentTitle: offered.title }),
      ...(takes.date && offered.date !== null && { documentDate: offered.date }),
      noDocument: null,
      reviewedOn: habits.today,
    },
  })
  const of = (passage: Passage) => fromDocument(passage, blocks.slice(blocks.indexOf(passage.block) + 1), habits)

  const press = (key: string, passage: Passage) => {
    const row = scope.deliverables.find((each) => each.id === rowId)
    if (row === undefined) return source.toggle(key, passage)
    const { quote, promised } = of(passage)
    const answer = (field: string, value: unknown) =>
      store.getState().answer(`scope.deliverables.${row.id}.${field}`, value)
    answer('quote', quote)
    const place = placeWords(words, passage.block)
    if (place !== null) answer('reference', place)
    if (row.agreedIn === null) answer('agreedIn', 'contract')
    if (row.promised === null && promised !== null) answer('promised', promised)
    setRowId(null)
    announce(t('sources:document.attached', { title: nonBlank(row.title) ?? `S${row.code}` }))
    focusOn('known')
  }
  const add = useOnce(async () => {
    // In the order of the document, however they were pressed.
    const passages = blocks.flatMap((block, at) =>
      [...passagesOf(block, at).keys()].flatMap((key) => taken.get(key) ?? []),
    )
    const titles = scope.deliverables.map(({ title }) => title)
    const rows = namedApart(passages.map(of), titles).map(({ section, page, ...own }) => ({
      ...own,
      agreedIn: 'contract',
      reference: placeWords(words, { section, page }),
    }))
    const ids = addRows(store, 'scope.deliverables', rows, newId, reviewed)
    if (ids === null) return false
    source.takeNothing()
    void keeper.flush()
    announce(t('sources:document.added', { count: ids.length }))
    navigate(caseAddress(id, LIST), { state: { added: ids } })
    return true
  })
  const nothingFits = () => {
    store.getState().change(({ case: current }) => ({ case: { ...current, answers: reviewed(current.answers) } }))
    void keeper.flush()
    navigate(caseAddress(id, 'scope/document'))
  }
  const toNext = () => {
    const keys = [...found]
    const key = keys[next % Math.max(1, keys.length)]
    if (key === undefined) return
    setNext(next + 1)
    focusOn(key)
  }
  const searchFor = (text: string) => {
    setQuery(text)
    setNext(0)
  }
  return (
    <>
      <h2 id="read" tabIndex={-1}>
        {document.title ?? t('sources:document.untitled')}
      </h2>
      <p>{t('sources:document.how')}</p>
      {document.isCut && <p className="note">{t('sources:document.cut')}</p>}
      {offered.title !== null && (
        <Tick
          id="takes-title"
          label={t('sources:document.takesTitle', { title: offered.title })}
          ticked={takes.title}
          onTick={(title) => setTakes((before) => ({ ...before, title }))}
        />
      )}
      {offered.date !== null && (
        <Tick
          id="takes-date"
          label={t('sources:document.takesDate', { date: words.formats.date(offered.date) })}
          ticked={takes.date}
          onTick={(date) => setTakes((before) => ({ ...before, date }))}
        />
      )}
      <KnownDeliverables
        blocks={blocks}
        rowId={rowId}
        onFind={(row, text) => {
          setRowId(row)
          if (text !== null) searchFor(text)
          focusOn('search')
        }}
      />
      <div className="search">
        <Field id="search" label={t('sources:document.search')}>
          {(wiring) => <TextInput {...wiring} value={query} onText={searchFor} />}
        </Field>
        <p role="status">
          {query.trim().length >= SHORTEST && t('sources:document.hits', { count: found.size })}{' '}
          {found.size > 0 && <LinkButton onClick={toNext}>{t('sources:document.nextHit')}</LinkButton>}
        </p>
      </div>
      <DocumentText {...{ blocks, taken, found }} onPress={useLatest(press)} onPressAll={useLatest(source.takeAll)} />
      <div className="actions in-sight">
        {taken.size === 0 ? (
          <Button onClick={nothingFits}>{t('sources:document.nothingFits')}</Button>
        ) : (
          <>
            <Button isMain onClick={() => add()}>
              {t('sources:document.add', { count: taken.size })}
            </Button>
            <LinkButton onClick={source.takeNothing}>{t('sources:document.takeNothing')}</LinkButton>
          </>
        )}
      </div>
    </>
  )
}

/** Sentences that hold every word of the search. */
function keysWith(blocks: SourceDocument['blocks'], query: string): ReadonlySet<string> {
  const sought = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (query.trim().length < SHORTEST) return new Set()
  return new Set(
    blocks.flatMap((block, at) => {
      if (!sought.every((word) => block.text.toLowerCase().includes(word))) return []
      return [...passagesOf(block, at)].flatMap(([key, { sentence }]) => {
        const text = (sentence ?? block.text).toLowerCase()
        return sought.every((word) => text.includes(word)) ? [key] : []
      })
    }),
  )
}
