import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import { rowsOf } from '../domain/case/address.ts'
import type { AnyRow } from '../domain/case/answers.ts'
import { isBlankRow } from '../domain/interview/entry.ts'
import { neighbour } from '../domain/interview/pages.ts'
import type { List, Part } from '../domain/interview/question.ts'
import { rowsInOrder } from '../domain/report/rowsInOrder.ts'
import { hasListWord, listWord } from '../i18n/questionWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../store/openCaseContext.tsx'
import { useServices } from '../store/session.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { focusOn } from '../ui/focus.ts'
import { useGrowing } from '../ui/growing.ts'
import { caseAddress, rowAddress } from './addresses.ts'
import { fetchRowInputs } from './inputs.tsx'
import { ListRow, nameOfRow, RemovedRow, type RowActions } from './ListRow.tsx'
import { PageShell } from './PageShell.tsx'

const ExamplePairs = lazy(() => import('./ExamplePairs.tsx').then((file) => ({ default: file.ExamplePairs })))
const LogLine = lazy(() => import('./promiseLine/lines.tsx').then((file) => ({ default: file.LogLine })))

/** Rows that are drawn at once, and then at a time: what is seen first is not held up by what is far below. */
const AT_FIRST = 40
const AT_A_TIME = 40

/** A row that was removed on this page, with its place among those that are shown. */
interface Gone {
  row: AnyRow
  place: number
}

/** The rows of a list, with everything that can be done to them. */
export function ListPage({ part, list }: { part: Part; list: List }) {
  const words = useWords()
  const announce = useAnnounce()
  const { interview } = useServices()
  const { store } = useOpened()
  const navigate = useNavigate()
  const answers = useOpenCase((state) => state.case.answers)
  const caseId = useOpenCase((state) => state.case.id)
  const [gone, setGone] = useState<readonly Gone[]>([])
  const [focus, setFocus] = useState<string | null>(null)
  const rows = rowsInOrder(list, answers)
  const firstStep = list.steps[0]?.id ?? ''

  // Whoever added a row and wrote nothing did not mean to have one.
  useEffect(() => {
    const { case: current, discardRow } = store.getState()
    for (const row of rowsOf(current.answers, list.path) as readonly AnyRow[])
      if (isBlankRow(row)) discardRow(list.path, row.id)
  }, [store, list])

  useEffect(fetchRowInputs, [])

  useEffect(() => {
    if (focus !== null) focusOn(focus)
  }, [focus])

  const nameOf = (row: AnyRow) => nameOfRow(words, list, row)
  const open = (rowId: string) => navigate(rowAddress(caseId, list, rowId, firstStep))
  const remove = (row: AnyRow) => {
    const place = shown.findIndex((item) => 'row' in item && item.row.id === row.id)
    store.getState().removeRow(list.path, row.id)
    setGone([...gone, { row, place }])
    setFocus(`undo-${row.id}`)
    announce(words.translate('common:removedAnnounce', { title: nameOf(row) }))
  }
  const undo = (row: AnyRow) => {
    store.getState().putBack(row.id)
    setGone(gone.filter((other) => other.row !== row))
    setFocus(`row-${row.id}`)
    announce(words.translate('common:putBack', { title: nameOf(row) }))
  }
  const move = (row: AnyRow, by: 1 | -1) => {
    store.getState().moveRow(list.path, row.id, by)
    announce(words.translate(by < 0 ? 'common:movedUp' : 'common:movedDown', { title: nameOf(row) }))
  }

  const next = neighbour(interview, answers, list.id, 1)
  const previous = neighbour(interview, answers, list.id, -1)
  const shown = withGone(rows, gone)
  const count = useGrowing(shown.length, AT_FIRST, AT_A_TIME)
  const answerTo = (begin: Readonly<Record<string, unknown>>) =>
    open(store.getState().addRow(list.path, begin))
  const actions = useLatest({ remove, move, answerTo })
  return (
    <PageShell
      words={words}
      heading={listWord(words, list, 'heading')}
      part={part.id}
      back={caseAddress(caseId, previous ?? undefined)}
    >
      <p>{listWord(words, list, 'lead')}</p>
      {hasListWord(words, list, 'help') && (
        <Disclosure summary={listWord(words, list, 'helpTitle')}>
          <p>{listWord(words, list, 'help')}</p>
        </Disclosure>
      )}
      {list.hasPairs === true && (
        <Suspense fallback={<div className="disclosure-room" />}>
          <ExamplePairs onBegin={(begin) => open(store.getState().addRow(list.path, begin))} />
        </Suspense>
      )}
      {list.drawn === 'together' && (
        <Suspense fallback={null}>
          <LogLine />
        </Suspense>
      )}
      {shown.length === 0 ? (
        <p className="inset">{listWord(words, list, 'empty')}</p>
      ) : (
        <ol className="rows long">
          {shown
            .slice(0, count)
            .map((item, place) =>
              'gone' in item ? (
                <RemovedRow
                  key={item.gone.id}
                  words={words}
                  row={item.gone}
                  name={nameOf(item.gone)}
                  onUndo={undo}
                />
              ) : (
                <ListRow
                  key={item.row.id}
                  {...{ words, list, answers, actions, row: item.row }}
                  first={place === 0}
                  last={place === shown.length - 1}
                  address={rowAddress(caseId, list, item.row.id, firstStep)}
                />
              ),
            )}
        </ol>
      )}
      <div className="actions">
        <button
          type="button"
          className="button secondary"
          onClick={() => open(store.getState().addRow(list.path))}
        >
          {listWord(words, list, 'add')}
        </button>
        {(list.also ?? []).map((page) => (
          <Link key={page} to={caseAddress(caseId, page)}>
            {listWord(words, list, `also.${page.split('/')[1]}`)}
          </Link>
        ))}
        <button
          type="button"
          className="button"
          onClick={() => navigate(caseAddress(caseId, next ?? 'check'))}
        >
          {words.translate('common:continue')}
        </button>
      </div>
    </PageShell>
  )
}

/** Functions that are the same at every drawing and do what the latest of them do: a row is not drawn again for them. */
function useLatest(latest: RowActions): RowActions {
  const current = useRef(latest)
  current.current = latest
  return useMemo<RowActions>(
    () => ({
      remove: (row) => current.current.remove(row),
      move: (row, by) => current.current.move(row, by),
      answerTo: (begin) => current.current.answerTo(begin),
    }),
    [],
  )
}

type Shown = { row: AnyRow } | { gone: AnyRow }

/** The rows with those that were removed on this page at the places they had. */
function withGone(rows: readonly AnyRow[], gone: readonly Gone[]): readonly Shown[] {
  const shown: Shown[] = rows.map((row) => ({ row }))
  for (const { row, place } of [...gone].reverse()) shown.splice(place, 0, { gone: row })
  return shown
}
