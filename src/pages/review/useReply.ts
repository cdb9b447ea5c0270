import { useRef } from 'react'
import type { PlainDate } from '../../domain/dates/plainDate.ts'
import { readWrittenDate } from '../../domain/dates/writtenDate.ts'
import { type Reply, replyOf } from '../../domain/reply/reply.ts'
import type { OpenedFile } from '../../exchange/openCase.ts'
import { useDrafting } from '../../store/drafting.tsx'
import { useServices } from '../../store/session.tsx'

/** The day of the next word; null where nothing, or no day, was typed. */
export function nextWordOf(typed: string, language: string, today: PlainDate): PlainDate | null {
  if (typed.trim() === '') return null
  const read = readWrittenDate(typed, { language, today, past: false })
  return read.is === 'day' ? read.day : null
}

/** Gives the reply as it is now. The same content keeps its id, so that its two wrappings are the same reply. */
export function useReply({ file, digest }: OpenedFile, language: string): () => Reply {
  const { store } = useDrafting()
  const { clock, newId } = useServices()
  const last = useRef<{ content: string; id: string } | null>(null)
  return () => {
    const { draft } = store.getState()
    const today = clock.today()
    const content = JSON.stringify([draft, today])
    if (last.current?.content !== content) last.current = { content, id: newId() }
    return replyOf(draft, {
      replyId: last.current.id,
      read: { caseId: file.caseId, revision: file.revision, digest },
      today,
      nextWordBy: nextWordOf(draft.nextWord, language, today),
      language: file.language === '' ? language : file.language,
    })
  }
}
