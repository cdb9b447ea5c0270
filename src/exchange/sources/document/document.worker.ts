import type { ReadingHabits } from '../../../domain/sources/mailEntries.ts'
import { readDocument } from './readDocument.ts'

interface Asked {
  bytes: Uint8Array<ArrayBuffer>
  password: string | null
  habits: ReadingHabits
}

self.onmessage = ({ data: { bytes, password, habits } }: MessageEvent<Asked>) => {
  self.postMessage({ is: 'progress', share: 0 })
  void readDocument(bytes, password, habits).then((answer) => self.postMessage({ is: 'done', answer }))
}
