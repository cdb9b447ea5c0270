/** How often a property is tried: as often as given in the suite, many times that in the deep checks. */
export const runs = (inSuite: number) => ({
  numRuns: Math.max(1, Math.round(inSuite * Number(process.env.FUZZ ?? 1))),
})
