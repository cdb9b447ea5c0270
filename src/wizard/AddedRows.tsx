import { useState } from 'react'
import { useLocation } from 'react-router-dom'
import { rowsOf } from '../domain/case/address.ts'
import type { AnyRow } from '../domain/case/answers.ts'
import { fieldOf, type List } from '../domain/interview/question.ts'
import { questionWords } from '../i18n/questionWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../store/openCaseContext.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { Banner } from '../ui/Banner.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { focusOn } from '../ui/focus.ts'
import { SelectField } from '../ui/SelectField.tsx'

/** What a page that adds many rows says to the list that it leads to. */
export interface RowsAdded {
  /** The ids of the rows. */
  added: readonly string[]
  /** The names of files that could not be attached to them. */
  notAttached?: readonly string[]
}

interface AddedRowsProps {
  list: List
  nameOf: (row: AnyRow) => string
  /** Takes all of them away, to where they can be put back. */
  onUndo: (rowIds: readonly string[]) => boolean
}

/** More are not asked about in one place. */
const MOST_ASKED = 20

/** Rows that were added together: what they all still have to be asked, and one press that takes them away again. */
export function AddedRows({ list, nameOf, onUndo }: AddedRowsProps) {
  const words = useWords()
  const { translate } = words
  const announce = useAnnounce()
  const { store } = useOpened()
  const { added = [], notAttached = [] } = (useLocation().state ?? {}) as Partial<RowsAdded>
  const rows = useOpenCase((state) => rowsOf(state.case.answers, list.path)) as readonly AnyRow[]
  const [undone, setUndone] = useState(0)
  const here = rows.filter(({ id }) => added.includes(id))
  if (undone > 0) return <Banner kind="information">{translate('common:addedUndone', { count: undone })}</Banner>
  if (here.length === 0) return null
  const undo = () => {
    if (!onUndo(here.map(({ id }) => id))) return
    setUndone(here.length)
    announce(translate('common:addedUndone', { count: here.length }))
    focusOn('main')
  }
  const asked = list.page.questions.find((question) => fieldOf(question) === list.askedAtOnce)
  const said = asked === undefined ? null : questionWords(words, asked)
  return (
    <div className="banner information">
      <p>
        {translate('common:added', { count: here.length })}{' '}
        <LinkButton onClick={undo}>{translate('common:undo')}</LinkButton>
      </p>
      {notAttached.length > 0 && (
        <p className="note">{translate('common:notAttached', { names: words.formats.list(notAttached) })}</p>
      )}
      {asked !== undefined &&
        said !== null &&
        here
          .slice(0, MOST_ASKED)
          .map((row) => (
            <SelectField
              key={row.id}
              id={`added-${row.id}`}
              label={translate('common:askedOf', { question: said.label, name: nameOf(row) })}
              chosen={typeof row[list.askedAtOnce ?? ''] === 'string' ? String(row[list.askedAtOnce ?? '']) : null}
              none={translate('common:choose')}
              choices={(asked.choices ?? []).map((id) => ({ id, label: said.short(id) }))}
              onChoose={(value) => store.getState().answer(`${list.path}.${row.id}.${list.askedAtOnce}`, value)}
            />
          ))}
    </div>
  )
}
