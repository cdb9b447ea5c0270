import { opensOffline, workers } from './opensOffline.ts'
import { trusted } from './workers.ts'

export const isOnline = (): boolean => navigator.onLine

export function watchOnline(onChange: () => void): () => void {
  const listening = new AbortController()
  const { signal } = listening
  window.addEventListener('online', onChange, { signal })
  window.addEventListener('offline', onChange, { signal })
  return () => listening.abort()
}

/** In milliseconds. */
const ASK_AGAIN_AFTER = 3_600_000

/** Keeps the app for offline use, and calls back when a newer version is installed or active. */
export function watchVersions(onReady: () => void): () => void {
  const container = workers()
  if (!import.meta.env.PROD || container === undefined) return () => {}
  const over = new AbortController()
  const { signal } = over
  // The first one to take control came with this page.
  let isFirst = !opensOffline()
  container.addEventListener(
    'controllerchange',
    () => {
      if (!isFirst) onReady()
      isFirst = false
    },
    { signal },
  )

  const watchInstalling = ({ installing }: ServiceWorkerRegistration) =>
    installing?.addEventListener(
      'statechange',
      () => {
        if (installing.state === 'installed' && opensOffline()) onReady()
      },
      { signal },
    )
  const watch = (registration: ServiceWorkerRegistration) => {
    if (registration.waiting !== null && opensOffline()) onReady()
    watchInstalling(registration)
    registration.addEventListener('updatefound', () => watchInstalling(registration), { signal })
    registration.active?.postMessage('tidy')
    let askedAt = performance.now()
    const ask = () => {
      if (document.visibilityState !== 'visible' || performance.now() - askedAt < ASK_AGAIN_AFTER) return
      askedAt = performance.now()
      registration.update().catch(() => {})
    }
    document.addEventListener('visibilitychange', ask, { signal })
  }
  // On a host without this file the app works all the same.
  const registered = isOnline()
    ? container.register(trusted('./sw.js'), { updateViaCache: 'none' })
    : container.getRegistration()
  registered
    .then((registration) => {
      if (registration !== undefined && !signal.aborted) watch(registration)
    })
    .catch(() => {})
  return () => over.abort()
}

/** In milliseconds. */
const TAKE_OVER_WITHIN = 5_000

async function askToTakeOver(): Promise<void> {
  const container = workers()
  const waiting = (await container?.getRegistration())?.waiting
  if (container === undefined || !waiting) return
  await new Promise<void>((resolve) => {
    container.addEventListener('controllerchange', () => resolve(), { once: true })
    waiting.postMessage('take over')
  })
}

/**
 * Lets a new version take over, `after` something has ended. Resolves in five seconds at most, whatever happens: to
 * reload the page is then all that is left to try.
 */
export async function activateUpdate(after: Promise<unknown>): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, TAKE_OVER_WITHIN))
  await Promise.race([late, after.then(askToTakeOver).catch(() => {})])
}
