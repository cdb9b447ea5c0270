import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Relation, relationOf } from '../../domain/changes/relation.ts'
import type { OpenedFile } from '../../exchange/importCase.ts'
import { Opening } from '../../frame/Frame.tsx'
import { deskOf } from '../../store/inboxStore.ts'
import { DraftingContext, openReplyDraft, type ReplyDraftStore } from '../../store/replyDraft.ts'
import { useServices } from '../../store/session.tsx'
import { useNote } from '../../store/useNote.ts'
import { Comparison } from './Comparison.tsx'
import { OpenedCase } from './OpenedCase.tsx'
import { StockQuestions } from './StockQuestions.tsx'

interface ReadingProps {
  opened: OpenedFile
  /** Another file to compare it with: an earlier revision, or whatever was chosen. */
  other: OpenedFile | null
  /** Compares this case with another file. */
  onCompare: (file: File, current: OpenedFile) => void
  /** What came of a file that was to be compared, where it was nothing to compare with. */
  notice: ReactNode
  onClose: () => void
}

/** One case on the desk. What has changed comes first where another revision of it is there. */
export function Reading({ opened, other, onCompare, notice, onClose }: ReadingProps) {
  const { t } = useTranslation()
  const relation = useMemo((): Relation | null => (other === null ? null : relationOf(other, opened)), [opened, other])
  const [readsWhole, setReadsWhole] = useState(relation?.is !== 'revisions')
  // Whichever was opened last: the later revision is the one that is read and answered.
  const isOther = relation?.is === 'revisions' && other !== null && relation.newer === other.file
  const current = isOther ? other : opened
  const store = useDraftOf(current)
  const desk = deskOf(useServices())
  const stock = useNote(desk.owner, 'stock', desk.notes)
  // Nothing has been written yet, or all of it was taken away: the second is kept as a line without words.
  const text = stock.text === '' ? t('reply:stock.first') : (stock.text ?? '').trim()
  const drafting = useMemo(() => {
    const all = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    return {
      stock: [...new Set(all)],
      addStock: (question: string) => stock.write([...all, question.replace(/\s+/g, ' ')].join('\n')),
    }
  }, [text, stock.write])
  if (store === null) return <Opening />
  if (relation?.is === 'revisions' && !readsWhole)
    return <Comparison relation={relation} onWhole={() => setReadsWhole(true)} onClose={onClose} wasTurned={isOther} />
  return (
    <DraftingContext value={{ store, ...drafting }}>
      <OpenedCase
        key={current.digest}
        opened={current}
        onChanges={relation?.is === 'revisions' ? () => setReadsWhole(false) : null}
        onCompare={(file) => onCompare(file, current)}
        notice={notice}
        onClose={onClose}
      />
      <div className="screen-only">
        <StockQuestions stock={stock} text={stock.text === '' ? text : (stock.text ?? '').replace(/^\n$/, '')} />
      </div>
    </DraftingContext>
  )
}

function useDraftOf({ file, digest }: OpenedFile): ReplyDraftStore | null {
  const desk = deskOf(useServices())
  const { caseId } = file
  const [opened, setOpened] = useState<{ digest: string; store: ReplyDraftStore } | null>(null)
  useEffect(() => {
    let left = false
    void openReplyDraft(desk, { caseId, digest }).then((store) => {
      if (!left) setOpened({ digest, store })
    })
    return () => {
      left = true
    }
  }, [desk, caseId, digest])
  return opened?.digest === digest ? opened.store : null
}
