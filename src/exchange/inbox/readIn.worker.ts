import { readIn } from './readIn.ts'

self.onmessage = ({ data }: MessageEvent<File>) => {
  self.postMessage(null)
  void readIn(data).then((answer) => self.postMessage(answer))
}
