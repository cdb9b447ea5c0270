import type { ReadingHabits } from '../../../domain/sources/mailEntries.ts'
import { readMails } from './readMails.ts'

self.onmessage = ({ data: { file, reader } }: MessageEvent<{ file: File; reader: ReadingHabits }>) => {
  self.postMessage(null)
  const read = async () => readMails(file.name, new Uint8Array(await file.arrayBuffer()), reader)
  const unreadable = () => ({ entries: [], faults: [{ name: file.name, reason: 'unreadable' }] })
  void read()
    .catch(unreadable)
    .then((answer) => self.postMessage(answer))
}
