export const workers = () => (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker

/** A copy of the app for offline use has opened this page. */
export const opensOffline = (): boolean => (workers()?.controller ?? null) !== null
