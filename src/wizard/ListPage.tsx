import { useEffect, useMemo, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import { replaceRows, rowsOf } from '../domain/case/address.ts'
import type { Answers, AnyRow } from '../domain/case/answers.ts'
import { type RemovedRow as Removed, rowsInPlace } from '../domain/case/removedRows.ts'
import { askedOn, hasShownRows, mayChangePlaces, rowsInOrder } from '../domain/interview/askedQuestions.ts'
import { neighbour, pageAfter } from '../domain/interview/interviewPages.ts'
import type { List, Part } from '../domain/interview/question.ts'
import { lazyComponent } from '../i18n/lazyComponent.tsx'
import { hasListWord, listWord } from '../i18n/questionWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../store/openCaseContext.tsx'
import { beginRow, rowCommands } from '../store/rowCommands.ts'
import { useInterview, useServices } from '../store/session.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { focusOn } from '../ui/focus.ts'
import { useGrowing } from '../ui/Growing.tsx'
import { Optional } from '../ui/Optional.tsx'
import { useNear } from '../ui/useNear.ts'
import { useOnce } from '../ui/useOnce.ts'
import { AddedRows } from './AddedRows.tsx'
import { caseAddress } from './addresses.ts'
import { rowAddress } from './answerAddress.ts'
import { FilesOfList } from './FilesOfList.tsx'
import { ListRow, nameOfRow, UndoRow } from './ListRow.tsx'
import { QuestionPage } from './QuestionPage.tsx'

const ExamplePairs = lazyComponent(async () => (await import('./ExamplePairs.tsx')).ExamplePairs, 'later')
const LogLine = lazyComponent(async () => (await import('./promiseLine/rowLines.tsx')).LogLine, 'later')

const ROWS_AT_FIRST = 40
const ROWS_AT_A_TIME = 200

export function ListPage({ part, list }: { part: Part; list: List }) {
  const words = useWords()
  const announce = useAnnounce()
  const interview = useInterview()
  const { clock } = useServices()
  const { store } = useOpened()
  const rowsOfCase = useMemo(() => rowCommands(store, clock.now), [store, clock])
  const navigate = useNavigate()
  const { id: caseId, answers, language } = useOpenCase((state) => state.case)
  const removed = useOpenCase((state) => state.removed)
  /** The ids of the rows that were removed on this page: an undo button takes their place. */
  const [gone, setGone] = useState<readonly string[]>([])
  const [focus, setFocus] = useState<string | null>(null)
  const rows = rowsInOrder(list, answers)
  const shown = useMemo(() => withGone(list, answers, removed, gone), [list, answers, removed, gone])

  useEffect(() => {
    rowsOfCase.discardUnwritten(list.path)
  }, [list, rowsOfCase])

  useEffect(() => {
    if (focus !== null) focusOn(focus)
  }, [focus])

  const nameOf = (row: AnyRow) => nameOfRow(words, list, row)
  const open = async (rowId: string | null) => {
    if (rowId !== null) navigate(rowAddress(caseId, list, rowId))
    return rowId !== null
  }
  const add = useOnce((known: Readonly<Record<string, unknown>>) => open(beginRow(store, list.path, known)))
  const addExample = useOnce((begin: Readonly<Record<string, unknown>>) =>
    open(store.getState().addRow(list.path, begin)),
  )
  const remove = (row: AnyRow) => {
    if (!rowsOfCase.remove(list.path, row.id)) return
    setGone((before) => [...before, row.id])
    setFocus(`undo-${row.id}`)
    announce(words.translate('common:removedAnnounce', { title: nameOf(row) }))
  }
  const undo = (row: AnyRow) => {
    if (!rowsOfCase.putBack(row.id)) return
    setGone((before) => before.filter((id) => id !== row.id))
    setFocus(`row-${row.id}`)
    announce(words.translate('common:putBack', { title: nameOf(row) }))
  }
  const move = (row: AnyRow, by: 1 | -1) => {
    const isBeside = (other: AnyRow) => mayChangePlaces(list, row, other)
    if (!rowsOfCase.move(list.path, row.id, by, isBeside)) return
    announce(words.translate(by < 0 ? 'common:movedUp' : 'common:movedDown', { title: nameOf(row) }))
    // At an end the pressed button is gone.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusOn(`row-${row.id}`)
    })
  }

  const previous = neighbour(interview, answers, list.id, -1)
  const count = useGrowing(shown.length, ROWS_AT_FIRST, ROWS_AT_A_TIME)
  const drawn = useMemo(() => shown.slice(0, count), [shown, count])
  const ref = useRef<HTMLOListElement>(null)
  const near = useNear(ref, drawn)
  const isEmpty = rows.length === 0
  const addButton = (
    <Button isMain={isEmpty} onClick={() => add({})}>
      {listWord(words, list, 'add')}
    </Button>
  )
  const hasRows = hasShownRows(list, answers)
  const places = new Map(rows.map(({ id }, at) => [id, at]))
  const mayGo = (row: AnyRow, by: 1 | -1) => {
    const other = rows[(places.get(row.id) ?? Number.NaN) + by]
    return other !== undefined && mayChangePlaces(list, row, other)
  }
  return (
    <QuestionPage
      part={part.id}
      heading={listWord(words, list, 'heading')}
      back={caseAddress(caseId, previous ?? undefined)}
      asked={(current) => askedOn(list, current)}
      onContinue={() => {
        const current = store.getState().case.answers
        const goesOn = rowsOf(current, list.path).length > 0 ? list : { id: list.id }
        navigate(caseAddress(caseId, pageAfter(interview, current, goesOn)))
      }}
      above={
        <>
          <p>{listWord(words, list, 'lead')}</p>
          <AddedRows list={list} nameOf={nameOf} onUndo={(rowIds) => rowsOfCase.takeBack(list.path, rowIds)} />
        </>
      }
      first={hasRows && isEmpty ? addButton : undefined}
      below={
        hasRows && (
          <>
            {hasListWord(words, list, 'help') && (
              <Disclosure summary={listWord(words, list, 'helpTitle')}>
                <p>{listWord(words, list, 'help')}</p>
              </Disclosure>
            )}
            {list.hasPairs === true && (
              <Optional fallback={<div className="disclosure-room" />}>
                <ExamplePairs onBegin={addExample} />
              </Optional>
            )}
            {list.drawn === 'together' && (
              <Optional>
                <LogLine />
              </Optional>
            )}
            {shown.length === 0 ? (
              <p className="inset">{listWord(words, list, 'empty')}</p>
            ) : (
              <ol className="rows long" ref={ref}>
                {drawn.map(({ row, isGone }, at) =>
                  isGone ? (
                    <UndoRow key={row.id} words={words} row={row} name={nameOf(row)} onUndo={undo} />
                  ) : (
                    <ListRow
                      key={row.id}
                      {...{ words, list, row, answers, language }}
                      actions={{ remove, move, answerTo: add }}
                      goesUp={mayGo(row, -1)}
                      goesDown={mayGo(row, 1)}
                      isNear={at < ROWS_AT_FIRST || near.has(row.id)}
                      address={rowAddress(caseId, list, row.id)}
                    />
                  ),
                )}
              </ol>
            )}
            <div className="actions">
              {!isEmpty && addButton}
              {(list.also ?? []).map((page) => (
                <Link key={page} to={caseAddress(caseId, page)}>
                  {listWord(words, list, `also.${page.split('/')[1]}`)}
                </Link>
              ))}
            </div>
            {list.readsFiles !== undefined && <FilesOfList {...{ list, caseId }} />}
          </>
        )
      }
    />
  )
}

/** The rows in order, with those that were removed on this page in their former places. */
function withGone(list: List, answers: Answers, removed: readonly Removed[], gone: readonly string[]) {
  const here = removed.filter(({ row }) => gone.includes(row.id))
  const all = replaceRows(answers, list.path, () => rowsInPlace(answers, list.path, here))
  return rowsInOrder(list, all).map((row) => ({ row, isGone: here.some((each) => each.row === row) }))
}
