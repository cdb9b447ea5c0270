import { defineConfig } from 'vitest/config'
import config from '../../vite.config.ts'

/**
 * Every test of the domain, wherever it stands, with fewer examples of each property: they run thousands of times.
 * Changing the time zone takes a process of its own, which mutants do not get.
 */
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: [
      'tests/unit/{domain,summary,i18n,store}/**/*.test.ts',
      'tests/unit/exchange/{accountTexts,calendar,coverEmail,evidence,openCase,givenFiles,tickets,documents,mailFiles}.test.ts',
    ],
    exclude: ['tests/unit/domain/dateFaults.test.ts', 'tests/unit/store/limits.test.ts'],
    env: { ...config.test?.env, FUZZ: '0.1' },
    setupFiles: ['tests/support/setup.ts', 'tests/mutation/setup.ts'],
  },
})
