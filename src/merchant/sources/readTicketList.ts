import type { ReadTickets } from '../../exchange/sources/tickets/readTickets.ts'
import ticketsScript from '../../exchange/sources/tickets/tickets.worker.ts?worker&url'
import { limitFor, runInWorker } from '../../platform/workers.ts'

/** In a worker, for a file and for pasted text alike. */
export async function readTicketList(bytes: Uint8Array, signal?: AbortSignal): Promise<ReadTickets> {
  const worked = await runInWorker<ReadTickets>({
    script: ticketsScript,
    message: bytes,
    limit: limitFor(bytes.length),
    ...(signal !== undefined && { signal }),
  })
  if (worked.ok) return worked.answer
  const { reason } = worked
  return { ok: false, reason: reason === 'notStarted' || reason === 'tooLong' ? reason : 'broken' }
}
