type FromWorker<Answer> = { is: 'progress'; share: number } | { is: 'done'; answer: Answer } | { is: 'failed' }

export type WorkResult<Answer> =
  | { ok: true; answer: Answer }
  /** `notStarted`: the browser could not run the worker at all. */
  | { ok: false; reason: 'cancelled' | 'tooLong' | 'broken' | 'notStarted' }

interface Job {
  /** The address of one of our own scripts, as the build names it. */
  script: string
  message: unknown
  /** In milliseconds. */
  limit: number
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/** Scripts that may run as workers: those of the build, next to the page, and the one that keeps the app offline. */
const OUR_SCRIPTS =
  /\/(?:(?:open|readIn|writePdf|zip|mail|document|tickets)\.worker(?:-[\w-]+\.js|\.ts\?worker_file.*)|sw\.js)$/

interface Policy {
  createScriptURL(address: string): string
}
interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy
}

function ours(address: string): string {
  const { origin, pathname, search } = new URL(address, document.baseURI)
  if (origin === location.origin && OUR_SCRIPTS.test(pathname + search)) return address
  throw new Error(`workers: not a script of ours: ${pathname}`)
}

let policy: Policy | null = null

/** The one policy of the app: without it, the browser starts no script from an address. */
export function trusted(address: string): string {
  // TypeScript does not know Trusted Types; browsers without them take the address unchanged.
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }
  policy ??= trustedTypes?.createPolicy('app', { createScriptURL: ours }) ?? { createScriptURL: ours }
  return policy.createScriptURL(address)
}

/** In milliseconds. For reading a file of so many bytes: most take less than one second; ten allow for slow machines. */
export const limitFor = (bytes: number) => 10_000 + Math.round((bytes / 1_000_000) * 2_000)

function started(script: string): Worker | null {
  if (typeof Worker === 'undefined') return null
  try {
    return new Worker(trusted(script), { type: 'module' })
  } catch {
    return null
  }
}

/** Sends a message to a worker and waits for its answer; `read` gives undefined for any other message. */
const ask = <Data, Answer>(
  worker: Worker,
  { message, limit, signal }: Pick<Job, 'message' | 'limit' | 'signal'>,
  read: (data: Data) => WorkResult<Answer> | undefined,
) =>
  new Promise<WorkResult<Answer>>((resolve) => {
    let hasSpoken = false
    const end = (result: WorkResult<Answer>) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      resolve(result)
    }
    const cancel = () => end({ ok: false, reason: 'cancelled' })
    const timer = setTimeout(() => end({ ok: false, reason: 'tooLong' }), limit)
    signal?.addEventListener('abort', cancel)
    worker.onmessage = ({ data }: MessageEvent<Data>) => {
      hasSpoken = true
      const result = read(data)
      if (result !== undefined) end(result)
    }
    worker.onerror = (event) => {
      event.preventDefault()
      end({ ok: false, reason: hasSpoken ? 'broken' : 'notStarted' })
    }
    worker.onmessageerror = () => end({ ok: false, reason: 'broken' })
    try {
      worker.postMessage(message)
    } catch {
      // There is no memory for a copy of it.
      end({ ok: false, reason: 'broken' })
    }
  })

export async function runInWorker<Answer>({ script, onProgress, ...job }: Job): Promise<WorkResult<Answer>> {
  if (job.signal?.aborted) return { ok: false, reason: 'cancelled' }
  const worker = started(script)
  if (worker === null) return { ok: false, reason: 'notStarted' }
  const result = await ask<FromWorker<Answer>, Answer>(worker, job, (data) => {
    if (data.is === 'failed') return { ok: false, reason: 'broken' }
    if (data.is === 'done') return { ok: true, answer: data.answer }
    onProgress?.(data.share)
    return undefined
  })
  worker.terminate()
  return result
}

interface ManyJob<Item, Answer> {
  /** The address of one of our own scripts, as the build names it. It answers each message with null, and then the answer. */
  script: string
  items: readonly Item[]
  /** What the worker is sent; the item itself where nothing is said. */
  messageFor?: (item: Item) => unknown
  limitFor: (item: Item) => number
  otherwise: (item: Item, why: 'tooLong' | 'broken' | 'notStarted') => Answer
  /** Where no worker starts; may fail, as its script has. */
  here: (item: Item) => Promise<Answer>
  onAnswer: (answer: Answer, item: Item) => void
  signal: AbortSignal
}

/** More of them read no faster, and each takes memory of its own. */
const MOST_WORKERS = 4

/** Works through many items in a few workers, each of which is replaced when an item hangs it. */
export async function workThrough<Item, Answer>(job: ManyJob<Item, Answer>): Promise<void> {
  const waiting = [...job.items].reverse()
  const count = Math.min(MOST_WORKERS, Math.max(1, (navigator.hardwareConcurrency || 2) - 1), job.items.length)
  await Promise.all(Array.from({ length: count }, () => oneAfterTheOther(job, waiting)))
}

async function oneAfterTheOther<Item, Answer>(job: ManyJob<Item, Answer>, waiting: Item[]): Promise<void> {
  const { limitFor, messageFor, signal } = job
  const here = (item: Item) => job.here(item).catch(() => job.otherwise(item, 'notStarted'))
  let worker: Worker | null = null
  for (let item = waiting.pop(); item !== undefined && !signal.aborted; item = waiting.pop()) {
    worker ??= started(job.script)
    if (worker === null) {
      job.onAnswer(await here(item), item)
      continue
    }
    const asked = { message: messageFor?.(item) ?? item, limit: limitFor(item), signal }
    const result: WorkResult<Answer> = await ask<Answer | null, Answer>(worker, asked, (answer) =>
      answer === null ? undefined : { ok: true, answer },
    )
    if (result.ok) job.onAnswer(result.answer, item)
    else {
      worker.terminate()
      worker = null
      if (result.reason === 'cancelled') continue
      const { reason } = result
      job.onAnswer(reason === 'notStarted' ? await here(item) : job.otherwise(item, reason), item)
    }
  }
  worker?.terminate()
}
