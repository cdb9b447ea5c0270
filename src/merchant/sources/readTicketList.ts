import type { ReadTickets } from '../../exchange/sources/tickets/readTickets.ts'
import ticketsScript from '../../exchange/sources/tickets/tickets.worker.ts?worker&url'
import { bytesOf } from '../../platform/files.ts'
import { limitFor, runInWorker } from '../../platform/workers.ts'

/** In a worker, for a file and for pasted text alike. */
export async function readTicketList(list: Blob, signal: AbortSignal): Promise<ReadTickets> {
  const bytes = await bytesOf(list)
  if (bytes === null) return { ok: false, reason: 'unreadable' }
  const worked = await runInWorker<ReadTickets>({
    script: ticketsScript,
    message: bytes,
    limit: limitFor(bytes.length),
    signal,
  })
  if (worked.ok) return worked.answer
  const { reason } = worked
  return { ok: false, reason: reason === 'notStarted' || reason === 'tooLong' ? reason : 'broken' }
}
