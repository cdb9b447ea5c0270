import { defineConfig } from 'vitest/config'
import config from '../../vite.config.ts'

const { projects: _, ...ofTests } = config.test ?? {}

/**
 * The tests of the domain, wherever they stand, with fewer examples of each property: they run thousands of times.
 * Changing the time zone takes a process of its own, which mutants do not get.
 */
export default defineConfig({
  ...config,
  test: {
    ...ofTests,
    include: [
      'tests/unit/{domain,summary}/**/*.test.ts',
      'tests/unit/exchange/{accountTexts,calendar,documents,evidence,mailFiles,tickets}.test.ts',
      'tests/unit/store/{desk,handOver,rowCommands}.test.ts',
    ],
    exclude: ['tests/unit/domain/dateFaults.test.ts'],
    env: { ...ofTests.env, FUZZ: '0.1' },
    setupFiles: ['tests/support/setup.ts', 'tests/mutation/setup.ts'],
  },
})
