const closing = new Set<Promise<void>>()

/** Remembers a case that is being closed until it is stored. */
export function isClosing(stopped: Promise<void>): Promise<void> {
  const done = stopped.finally(() => closing.delete(done))
  closing.add(done)
  return done
}

/** Resolves when every case that was closed is stored: what is read before that may be old. */
export const casesClosed = async (): Promise<void> => {
  await Promise.all(closing)
}
