import type { PlainDate } from '../../domain/dates/plainDate.ts'
import { readWrittenDate } from '../../domain/dates/writtenDate.ts'
import { type ReplyDraft, replyOf, type UnsentReply } from '../../domain/reply/reply.ts'
import type { OpenedFile } from '../../exchange/importCase.ts'
import { isLanguage } from '../../i18n/languages.ts'

/** The day of the next word; null where nothing, or no day, was typed. */
export function nextWordOf(typed: string, language: string, today: PlainDate): PlainDate | null {
  if (typed.trim() === '') return null
  const read = readWrittenDate(typed, { language, today, past: false })
  return read.is === 'day' ? read.day : null
}

/** What would be sent now, to the revision that is open. */
export const replyNow = (
  draft: ReplyDraft,
  { file, digest }: OpenedFile,
  { language, today }: { language: string; today: PlainDate },
): UnsentReply =>
  replyOf(draft, {
    read: { caseId: file.caseId, revision: file.revision, digest },
    today,
    nextWordBy: nextWordOf(draft.nextWord, language, today),
    // A language that is none of ours has no words here: what is sent is in those of the screen.
    language: isLanguage(file.language) ? file.language : language,
  })
