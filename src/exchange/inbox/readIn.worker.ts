import { readIn } from './readIn.ts'

self.onmessage = ({ data }: MessageEvent<File>) => {
  void readIn(data).then((answer) => self.postMessage(answer))
}
