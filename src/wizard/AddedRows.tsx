import { useState } from 'react'
import { useLocation } from 'react-router-dom'
import { rowsOf } from '../domain/case/address.ts'
import type { List } from '../domain/interview/question.ts'
import { useWords } from '../i18n/useWords.ts'
import { useOpenCase } from '../store/openCaseContext.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { Banner } from '../ui/Banner.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { focusOn } from '../ui/focus.ts'

/** What a page that adds many rows says to the list that it leads to: their ids, nothing of what is in them. */
export interface RowsAdded {
  added: readonly string[]
}

interface AddedRowsProps {
  list: List
  /** Takes all of them away, to where they can be put back. */
  onUndo: (rowIds: readonly string[]) => boolean
}

/** Rows that were added together go together, with one press. */
export function AddedRows({ list, onUndo }: AddedRowsProps) {
  const { translate } = useWords()
  const announce = useAnnounce()
  const { added = [] } = (useLocation().state ?? {}) as Partial<RowsAdded>
  const rows = useOpenCase((state) => rowsOf(state.case.answers, list.path))
  const [isUndone, setUndone] = useState(false)
  const here = rows.flatMap(({ id }) => (added.includes(id) ? [id] : []))
  if (here.length === 0 || isUndone) return null
  const undo = () => {
    if (!onUndo(here)) return
    setUndone(true)
    announce(translate('common:addedUndone', { count: here.length }))
    focusOn('main')
  }
  return (
    <Banner kind="information">
      <p>
        {translate('common:added', { count: here.length })}{' '}
        <LinkButton onClick={undo}>{translate('common:undo')}</LinkButton>
      </p>
    </Banner>
  )
}
