/** Stands in for a copy of this hook that older versions of React need; ours has it. */
export { useSyncExternalStore } from 'react'
