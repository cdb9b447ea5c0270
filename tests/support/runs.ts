const TIMES = Number(process.env.FUZZ ?? 1)

/** Whether the deep checks run. */
export const isDeep = TIMES > 1

/** How often a property is tried: as often as given in the suite, many times that in the deep checks. */
export const runs = (inSuite: number) => ({
  numRuns: Math.max(1, Math.round(inSuite * TIMES)),
})

/** A limit that only ends what hangs, in milliseconds: as many times as long where a property is tried more often. */
export const limitOf = (inSuite: number) => inSuite * Math.max(1, TIMES)
