import { writeZip, type ZipEntry } from './writeZip.ts'

export interface ZipJob {
  entries: readonly ZipEntry[]
  madeAt: number
}

self.onmessage = ({ data }: MessageEvent<ZipJob>) => {
  self.postMessage({ is: 'progress', share: 0 })
  const bytes = writeZip(data.entries, data.madeAt)
  self.postMessage({ is: 'done', answer: bytes }, { transfer: [bytes.buffer] })
}
