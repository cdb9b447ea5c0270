import { type PictureBytes, smallPictures } from './pdfImages.ts'
import type { Attachment, ReportDocument } from './reportDocument.ts'
import { writePdf } from './writePdf.ts'

export interface WriteJob {
  report: ReportDocument
  attachments: readonly Attachment[]
  pictures: readonly PictureBytes[]
}

self.onmessage = async ({ data }: MessageEvent<WriteJob>) => {
  let told = -1
  const tell = (share: number) => {
    const percent = Math.floor(share * 100)
    if (percent > told) self.postMessage({ is: 'progress', share })
    told = Math.max(told, percent)
  }
  tell(0)
  try {
    const bytes = await writePdf(data.report, data.attachments, await smallPictures(data.pictures), tell)
    self.postMessage({ is: 'done', answer: bytes }, { transfer: [bytes.buffer] })
  } catch {
    // A rejected promise raises no error event on the worker.
    self.postMessage({ is: 'failed' })
  }
}
