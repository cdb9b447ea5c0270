import { openCaseFile } from './importCase.ts'

/** Opens the bytes of a file apart from the page, where a hostile file can cost nobody anything. */
self.onmessage = ({ data }: MessageEvent<Uint8Array>) => {
  self.postMessage({ is: 'progress', share: 0 })
  self.postMessage({ is: 'done', answer: openCaseFile(data) })
}
