import config from '../e2e/playwright.config.ts'

/** One measurement at a time, on the built product, in the browser of the tests. */
export default {
  ...config,
  testDir: '.',
  testMatch: '*.bench.ts',
  workers: 1,
  timeout: 600_000,
  use: { ...config.use, actionTimeout: 120_000 },
}
