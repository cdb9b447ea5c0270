export interface OpenKeeper {
  /** Saves now what is not saved yet. Resolves when it is, or has failed. */
  flush(): Promise<unknown>
  isSaved(): boolean
}

const open = new Set<OpenKeeper>()

/** A save that takes longer than this counts as failed, in milliseconds. */
const LIMIT = 10_000

/** Returns what unregisters it. */
export function register(keeper: OpenKeeper): () => void {
  open.add(keeper)
  return () => void open.delete(keeper)
}

/** Saves what is open. True only if all of it is known to be saved, so that the page may be reloaded. */
export async function everythingSaved(): Promise<boolean> {
  const saving = Promise.allSettled([...open].map((keeper) => keeper.flush()))
  await Promise.race([saving, new Promise((resolve) => setTimeout(resolve, LIMIT))])
  return [...open].every((keeper) => keeper.isSaved())
}
