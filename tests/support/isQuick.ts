/** In milliseconds of a processor, so that a busy machine does not count. */
async function costOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/**
 * What is slow is slow each time; whatever else the engine does meanwhile (collecting garbage, compiling) is not.
 * @param most in milliseconds
 */
export async function isQuick(most: number, work: () => unknown): Promise<boolean> {
  for (let tries = 0; tries < 3; tries += 1) if ((await costOf(work)) < most) return true
  return false
}
