import { defineConfig } from '@playwright/test'
import ours from '../e2e/playwright.config.ts'

/** Pictures of the pages for whoever wants to look, in `screenshots/`. Checks nothing. */
export default defineConfig({ ...ours, testDir: '.', timeout: 180_000 })
