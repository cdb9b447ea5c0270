import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { caseCodeOf } from '../../domain/case/caseCode.ts'
import { type Relation, relationOf } from '../../domain/changes/relation.ts'
import type { OpenedFile } from '../../exchange/openCase.ts'
import { deskOf } from '../../store/desk.ts'
import { DraftingContext } from '../../store/drafting.tsx'
import { openReplyDraft, type ReplyDraftStore } from '../../store/replyDraft.ts'
import { useServices } from '../../store/session.tsx'
import { useNote } from '../../store/useNote.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Opening } from '../Frame.tsx'
import { Comparison } from './Comparison.tsx'
import { OpenedCase } from './OpenedCase.tsx'
import { StockQuestions } from './StockQuestions.tsx'

interface ReadingProps {
  opened: OpenedFile
  /** Another file to compare it with: an earlier revision, or whatever was chosen. */
  other: OpenedFile | null
  onCompare: (files: readonly File[]) => void
  onClose: () => void
}

/** One case on the desk. What has changed comes first where another revision of it is there. */
export function Reading({ opened, other, onCompare, onClose }: ReadingProps) {
  const { t } = useTranslation(['changes', 'reply', 'review', 'messages'])
  const relation = useMemo(
    (): Relation | null => (other === null ? null : relationOf(other, opened)),
    [opened, other],
  )
  const [readsWhole, setReadsWhole] = useState(relation?.is !== 'revisions')
  // Whichever was opened last: the later revision is the one that is read and answered.
  const isOther = relation?.is === 'revisions' && other !== null && relation.newer === other.file
  const current = isOther ? other : opened
  const store = useDraftOf(current)
  const desk = deskOf(useServices())
  useEffect(() => {
    // What is not kept goes with the page: the browser asks first.
    const warn = (event: BeforeUnloadEvent) => {
      if (desk.hasUnkept()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [desk])
  const stock = useNote(desk.owner, 'stock', desk.notes)
  const text = stock.text === '' ? t('reply:stock.first') : (stock.text ?? '')
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
    return (
      <Comparison
        relation={relation}
        onWhole={() => setReadsWhole(true)}
        onClose={onClose}
        wasTurned={isOther}
      />
    )
  return (
    <DraftingContext value={{ store, ...drafting }}>
      {relation?.is === 'otherCase' && other !== null && (
        <Banner kind="warning">
          <p>
            {t('otherCase', {
              a: nameOf(opened),
              b: nameOf(other),
            })}
          </p>
        </Banner>
      )}
      {relation?.is === 'same' && (
        <Banner kind="information">
          <p>{t('none')}</p>
        </Banner>
      )}
      <OpenedCase
        key={current.digest}
        opened={current}
        onChanges={relation?.is === 'revisions' ? () => setReadsWhole(false) : null}
        onCompare={onCompare}
        onClose={onClose}
      />
      <div className="screen-only">
        <StockQuestions stock={{ ...stock, text }} />
      </div>
    </DraftingContext>
  )
}

/** A case as it is called where two are named: two of one company have different codes. */
const nameOf = ({ file }: OpenedFile) =>
  [file.answers.about.company, caseCodeOf(file.caseId)].filter(Boolean).join(' ')

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
