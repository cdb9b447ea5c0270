import type { WriteJob } from '../exchange/pdf/writePdf.worker.ts'
import writeScript from '../exchange/pdf/writePdf.worker.ts?worker&url'
import { runInWorker } from '../platform/workers.ts'

export type Bytes = { ok: true; bytes: Blob } | { ok: false; reason: 'cancelled' | 'broken' }

/** In milliseconds. A thousand examples take one second; two minutes allow for slow phones. */
export const WRITE_LIMIT = 120_000

export async function writePdfInWorker(
  message: WriteJob,
  signal?: AbortSignal,
  onProgress?: (share: number) => void,
): Promise<Bytes> {
  const worked = await runInWorker<Uint8Array<ArrayBuffer>>({
    script: writeScript,
    message,
    limit: WRITE_LIMIT,
    ...(signal !== undefined && { signal }),
    ...(onProgress !== undefined && { onProgress }),
  })
  if (!worked.ok) return { ok: false, reason: worked.reason === 'cancelled' ? 'cancelled' : 'broken' }
  return { ok: true, bytes: new Blob([worked.answer], { type: 'application/pdf' }) }
}
