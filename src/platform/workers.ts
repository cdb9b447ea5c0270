type FromWorker<Answer> = { is: 'progress'; share: number } | { is: 'done'; answer: Answer } | { is: 'failed' }

export type WorkResult<Answer> =
  | { ok: true; answer: Answer }
  /** It was cancelled, took longer than it may, or broke; `notStarted`: the browser could not run it at all. */
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

/** Scripts that may run as workers: those of the build, beside the page, and the one that keeps the app offline. */
const OUR_SCRIPTS = /\/(?:(?:open|readIn|writePdf|zip)\.worker(?:-[\w-]+\.js|\.ts\?worker_file.*)|sw\.js)$/

interface Policy {
  createScriptURL(address: string): string
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): Policy
}

function ours(address: string): string {
  const { origin, pathname, search } = new URL(address, document.baseURI)
  if (origin === location.origin && OUR_SCRIPTS.test(pathname + search)) return address
  throw new Error(`workers: not a script of ours: ${pathname}`)
}

let policy: Policy | null = null

/** The one policy of the app: without it, the browser starts no script from an address. */
export function trusted(address: string): string {
  // TypeScript does not know Trusted Types; browsers without them take the address as it is.
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }
  policy ??= trustedTypes?.createPolicy('app', { createScriptURL: ours }) ?? { createScriptURL: ours }
  return policy.createScriptURL(address)
}

export function started(script: string): Worker | null {
  try {
    return new Worker(trusted(script), { type: 'module' })
  } catch {
    return null
  }
}

/** Runs one job in a worker of its own, and ends the worker whatever comes of it. */
export function runInWorker<Answer>({ script, message, limit, onProgress, signal }: Job): Promise<WorkResult<Answer>> {
  if (signal?.aborted) return Promise.resolve({ ok: false, reason: 'cancelled' })
  if (typeof Worker === 'undefined') return Promise.resolve({ ok: false, reason: 'notStarted' })
  return new Promise((resolve) => {
    const worker = started(script)
    if (worker === null) return resolve({ ok: false, reason: 'notStarted' })
    let hasSpoken = false
    const end = (result: WorkResult<Answer>) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      worker.terminate()
      resolve(result)
    }
    const cancel = () => end({ ok: false, reason: 'cancelled' })
    const timer = setTimeout(() => end({ ok: false, reason: 'tooLong' }), limit)
    signal?.addEventListener('abort', cancel)
    worker.onmessage = ({ data }: MessageEvent<FromWorker<Answer>>) => {
      hasSpoken = true
      if (data.is === 'failed') end({ ok: false, reason: 'broken' })
      else if (data.is === 'done') end({ ok: true, answer: data.answer })
      else onProgress?.(data.share)
    }
    worker.onerror = (event) => {
      event.preventDefault()
      end({ ok: false, reason: hasSpoken ? 'broken' : 'notStarted' })
    }
    worker.onmessageerror = () => end({ ok: false, reason: 'broken' })
    worker.postMessage(message)
  })
}
