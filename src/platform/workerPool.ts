import { started } from './workers.ts'

interface ManyJob<Item, Answer> {
  /** The address of one of our own scripts, as the build names it. It answers each message with one of its own. */
  script: string
  items: readonly Item[]
  /** How long one item may take, in milliseconds. */
  limitFor: (item: Item) => number
  /** What becomes of an item that took too long or broke its worker. */
  otherwise: (item: Item, why: 'tooLong' | 'broken') => Answer
  here: (item: Item) => Promise<Answer>
  onAnswer: (answer: Answer, item: Item) => void
  signal: AbortSignal
}

/** More of them read no faster, and each takes memory of its own. */
const MOST_WORKERS = 4

/** Works through many items in a few workers, each of which is ended and replaced when an item hangs it. */
export async function workThrough<Item, Answer>(job: ManyJob<Item, Answer>): Promise<void> {
  const waiting = [...job.items].reverse()
  const count = Math.min(MOST_WORKERS, Math.max(1, (navigator.hardwareConcurrency || 2) - 1), job.items.length)
  await Promise.all(Array.from({ length: count }, () => oneAfterTheOther(job, waiting)))
}

async function oneAfterTheOther<Item, Answer>(job: ManyJob<Item, Answer>, waiting: Item[]): Promise<void> {
  let worker: Worker | null = null
  for (let item = waiting.pop(); item !== undefined && !job.signal.aborted; item = waiting.pop()) {
    worker ??= typeof Worker === 'undefined' ? null : started(job.script)
    if (worker === null) {
      job.onAnswer(await job.here(item), item)
      continue
    }
    const result: Result<Answer> = await asked<Answer>(worker, item, job.limitFor(item), job.signal)
    if (result.is === 'answer') job.onAnswer(result.answer, item)
    else {
      worker.terminate()
      worker = null
      if (result.is !== 'cancelled') job.onAnswer(job.otherwise(item, result.is), item)
    }
  }
  worker?.terminate()
}

type Result<Answer> = { is: 'answer'; answer: Answer } | { is: 'tooLong' | 'broken' | 'cancelled' }

const asked = <Answer>(worker: Worker, item: unknown, limit: number, signal: AbortSignal) =>
  new Promise<Result<Answer>>((resolve) => {
    const end = (result: Result<Answer>) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
      resolve(result)
    }
    const cancel = () => end({ is: 'cancelled' })
    const timer = setTimeout(() => end({ is: 'tooLong' }), limit)
    signal.addEventListener('abort', cancel)
    worker.onmessage = ({ data }: MessageEvent<Answer>) => end({ is: 'answer', answer: data })
    worker.onerror = (event) => {
      event.preventDefault()
      end({ is: 'broken' })
    }
    worker.onmessageerror = () => end({ is: 'broken' })
    worker.postMessage(item)
  })
