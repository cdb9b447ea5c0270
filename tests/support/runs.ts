/** How often a property is tried: as often as given in the suite, many times that in the deep checks. */
export const runs = (inSuite: number) => ({ numRuns: inSuite * Number(process.env.FUZZ ?? 1) })
