/** Runs pieces of work one after the other, so that each finds what the one before has left; a failed one stops no other. */
export function turns(): <T>(work: () => Promise<T>) => Promise<T> {
  let waiting: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = waiting.then(work, work)
    waiting = next
    return next
  }
}
