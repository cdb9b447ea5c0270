import type { ReadReply } from '../../domain/reply/readReply.ts'
import { withReply } from '../../domain/reply/received.ts'
import { sha256 } from '../../exchange/sha256.ts'
import type { Services } from '../../store/session.tsx'

export type PlacedReply =
  | { is: 'placed' | 'again'; caseId: string; questions: number; newer: boolean }
  /** Its case is not in this browser. */
  | { is: 'notHere' }
  /** It cannot be read or written. */
  | { is: 'notKept' }
  /** The case holds as many replies as it can. */
  | { is: 'full' }

/** In the history, for the page of replies. */
export interface JustOpened {
  just: Extract<PlacedReply, { is: 'placed' | 'again' }>
}

/** Places a reply in a case that is not open. Nothing but its list of replies changes. */
export async function placeReply({ storage, clock }: Services, read: ReadReply): Promise<PlacedReply> {
  const { caseId } = read.reply
  const found = await storage.load(caseId)
  if (!found.ok) return { is: found.reason === 'missing' ? 'notHere' : 'notKept' }
  const { loaded } = found
  const placed = withReply(loaded.case, read, clock.today(), sha256)
  const about = { caseId, questions: read.reply.questions.length, newer: read.newer }
  if (!placed.ok) {
    if (placed.reason === 'again') return { is: 'again', ...about }
    return { is: placed.reason === 'full' ? 'full' : 'notHere' }
  }
  const saved = await storage.save({ ...loaded, case: placed.next }, loaded.saveNo, clock.now())
  return saved.ok ? { is: 'placed', ...about } : { is: 'notKept' }
}
