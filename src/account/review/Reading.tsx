import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Relation, relationOf } from '../../domain/changes/relation.ts'
import type { OpenedFile } from '../../exchange/importCase.ts'
import { Opening } from '../../frame/Frame.tsx'
import { deskOf } from '../../store/inboxStore.ts'
import { DraftingContext, openReplyDraft, type ReplyDraftStore } from '../../store/replyDraft.ts'
import { useServices } from '../../store/session.tsx'
import { useNote } from '../../store/useNote.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { Comparison } from './Comparison.tsx'
import { OpenedCase } from './OpenedCase.tsx'

interface ReadingProps {
  opened: OpenedFile
  /** Another file to compare it with. */
  other: OpenedFile | null
  onCompare: (file: File, current: OpenedFile) => void
  /** Why a file could not be compared. */
  notice: ReactNode
  onClose: () => void
}

/** One case that is read and answered. If another revision is there, what has changed comes first. */
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
  // An empty note was never written; one that was emptied by the user is kept as '\n'.
  const text = stock.text === '' ? t('reply:stock.first') : (stock.text ?? '').replace(/^\n$/, '')
  const drafting = useMemo(() => {
    const all = text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
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
        <Disclosure summary={t('reply:stock.heading')}>
          <p>{t('reply:stock.text')}</p>
          <Field id="stock" label={t('reply:stock.label')}>
            {(wiring) => (
              <TextInput {...wiring} multiline value={text} onText={(next) => stock.write(next === '' ? '\n' : next)} />
            )}
          </Field>
          {!stock.isKept && <p className="note">{t('reply:notKept')}</p>}
        </Disclosure>
      </div>
    </DraftingContext>
  )
}

function useDraftOf({ file: { caseId }, digest }: OpenedFile): ReplyDraftStore | null {
  const desk = deskOf(useServices())
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
