import { useLocation, useNavigate } from 'react-router-dom'
import { isToldByLog } from '../domain/areas/partner/toDraft.ts'
import { findRow } from '../domain/case/address.ts'
import { nonBlank } from '../domain/case/answer.ts'
import type { AnyRow } from '../domain/case/answers.ts'
import { askedInRow, codeOf } from '../domain/interview/askedQuestions.ts'
import type { List, Part } from '../domain/interview/question.ts'
import { listWord, stepTitle } from '../i18n/questionWords.ts'
import { useWords } from '../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../store/openCaseContext.tsx'
import { beginRow, keepRow } from '../store/rowCommands.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { OwnText } from '../ui/UserText.tsx'
import type { RowsAdded } from './AddedRows.tsx'
import { caseAddress } from './addresses.ts'
import { rowAddress } from './answerAddress.ts'
import { QuestionPage } from './QuestionPage.tsx'

interface RowPageProps {
  part: Part
  list: List
  row: AnyRow
}

export function RowPage({ part, list, row }: RowPageProps) {
  const words = useWords()
  const announce = useAnnounce()
  const { store, keeper } = useOpened()
  const navigate = useNavigate()
  const { id: caseId, language } = useOpenCase((state) => state.case)
  /** Rows that were added together are gone through one after the other. */
  const { added = [] } = (useLocation().state ?? {}) as Partial<RowsAdded>
  const listPage = caseAddress(caseId, list.id)
  const name = nonBlank(row[list.title])
  const code = codeOf(list, row)

  const saved = () => {
    if (isToldByLog(store.getState().case.answers)) store.getState().answer('partner.told', 'yes')
    announce(words.translate('common:rowAdded', { title: [code, name].filter(Boolean).join(' ') }))
    keepRow(row.id)
    void keeper.flush()
  }
  const saveAndAdd = () => {
    saved()
    const current = findRow(store.getState().case.answers, list.path, row.id)
    const kept = Object.fromEntries((list.keeps ?? []).map((field) => [field, current?.[field] ?? null]))
    const another = beginRow(store, list.path, kept)
    navigate(another === null ? listPage : rowAddress(caseId, list, another))
  }
  return (
    <QuestionPage
      part={part.id}
      heading={stepTitle(words, list.page.id, list)}
      row={{
        code,
        name: name === null ? listWord(words, list, 'untitled') : <OwnText text={name} lang={language} />,
      }}
      back={listPage}
      asked={(answers) => {
        const current = findRow(answers, list.path, row.id)
        return current === undefined ? [] : askedInRow(list, answers, current)
      }}
      onContinue={() => {
        saved()
        const { answers } = store.getState().case
        // Some may have been removed meanwhile.
        const next = added.slice(added.indexOf(row.id) + 1).find((id) => findRow(answers, list.path, id) !== undefined)
        if (added.includes(row.id) && next !== undefined)
          return navigate(rowAddress(caseId, list, next), { state: { added } })
        navigate(caseAddress(caseId, list.leadsTo?.(answers) ?? list.id), { state: { added } })
      }}
      save={{
        text: listWord(words, list, 'save'),
        addText: listWord(words, list, 'saveAndAdd'),
        onSaveAndAdd: saveAndAdd,
      }}
    />
  )
}
