import { readIn } from './readIn.ts'

/** Reads files one after the other, apart from the page, and says of each what it is. */
self.onmessage = ({ data }: MessageEvent<File>) => {
  void readIn(data).then((answer) => self.postMessage(answer))
}
