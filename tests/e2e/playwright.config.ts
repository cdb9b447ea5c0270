import { defineConfig } from '@playwright/test'
import { launchOptions } from '../support/browser.ts'

const PORT = Number(process.env.E2E_PORT ?? 4199)

/** The built product, served as a host serves it, in a real browser. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  forbidOnly: true,
  // The suite stays short: what is rare (@deep), what is slow (@slow, which Firefox is not asked either), and the
  // faults that need a browser run with the deep checks.
  ...(process.env.DEEP || process.env.WALK ? {} : { grepInvert: /@deep|@slow/, testIgnore: 'faults/**' }),
  retries: 0,
  workers: 2,
  reporter: 'list',
  timeout: 60_000,
  // Patience with a busy machine: what does not come at all fails all the same.
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    launchOptions,
    // What keeps the app offline has tests of its own; the others are not to wait for it.
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 900 },
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${PORT} --strictPort --host 127.0.0.1`,
    cwd: '../..',
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
})
