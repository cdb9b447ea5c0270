import { readTickets } from './readTickets.ts'

self.onmessage = ({ data }: MessageEvent<Uint8Array>) => {
  self.postMessage({ is: 'progress', share: 0 })
  self.postMessage({ is: 'done', answer: readTickets(data) })
}
