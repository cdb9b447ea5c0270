import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import e2e from '../../e2e/playwright.config.ts'
import { leftOut } from './leftOut.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The product in other engines than the one that the suite runs in. */
export default defineConfig({
  ...e2e,
  reporter: [['list'], ['./table.ts']],
  outputDir: here('../../../test-results'),
  // The paths of a configuration are its own; the server is the product's.
  webServer: [e2e.webServer ?? []].flat().map((server) => ({ ...server, cwd: here('../../..') })),
  projects: [
    // One after the other: its driver has one port.
    { name: 'webkit', testDir: here('.'), testMatch: 'webkit.spec.ts', fullyParallel: false, workers: 1 },
    { name: 'checkers', testDir: here('.'), testMatch: 'checkers.spec.ts', use: { bypassCSP: true } },
    {
      name: 'firefox',
      testDir: here('../../e2e'),
      testIgnore: 'faults/**',
      grepInvert: [/@slow/, ...leftOut],
      // It takes its time beside the others, and a press that meets a page in motion misses.
      workers: 1,
      timeout: 120_000,
      expect: { timeout: 15_000 },
      use: {
        browserName: 'firefox',
        channel: 'moz-firefox',
        launchOptions: {
          executablePath: here('firefox.mjs'),
          // The list of downloads would take the focus.
          firefoxUserPrefs: { 'browser.download.alwaysOpenPanel': false },
        },
      },
    },
  ],
})
