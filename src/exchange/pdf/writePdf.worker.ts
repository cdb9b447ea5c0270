import type { Attachment, ReportDocument } from './blocks.ts'
import { writePdf } from './writePdf.ts'

/** What the worker is asked for. */
export interface WriteJob {
  report: ReportDocument
  attachments: readonly Attachment[]
}

self.onmessage = async ({ data }: MessageEvent<WriteJob>) => {
  const tell = (share: number) => self.postMessage({ is: 'progress', share })
  tell(0)
  const bytes = await writePdf(data.report, data.attachments, tell)
  self.postMessage({ is: 'done', answer: bytes }, { transfer: [bytes.buffer] })
}
