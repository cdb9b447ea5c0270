import type { WriteJob } from '../exchange/pdf/writePdf.worker.ts'
import writeScript from '../exchange/pdf/writePdf.worker.ts?worker&url'
import { runInWorker } from '../platform/workers.ts'

/** In milliseconds. A thousand examples take one second; two minutes allow for slow phones. */
export const WRITE_LIMIT = 120_000

/** Null if it was cancelled or failed. */
export async function writePdfInWorker(
  message: WriteJob,
  signal?: AbortSignal,
  onProgress?: (share: number) => void,
): Promise<Blob | null> {
  const worked = await runInWorker<Uint8Array<ArrayBuffer>>({
    script: writeScript,
    message,
    limit: WRITE_LIMIT,
    ...(signal !== undefined && { signal }),
    ...(onProgress !== undefined && { onProgress }),
  })
  return worked.ok ? new Blob([worked.answer], { type: 'application/pdf' }) : null
}
