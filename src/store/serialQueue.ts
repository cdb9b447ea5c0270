/** A failed task does not stop the next. */
export function serialQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let waiting: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = waiting.then(work, work)
    waiting = next
    return next
  }
}
