/** Aliases the `use-sync-external-store` shim to React's own hook. */
export { useSyncExternalStore } from 'react'
