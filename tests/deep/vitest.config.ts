import { defineConfig, mergeConfig } from 'vitest/config'
import product from '../../vite.config.ts'

/** The product's own set-up, for the checks that need other programs. */
export default mergeConfig(
  { ...product, test: { ...product.test, include: [] } },
  defineConfig({ test: { include: ['tests/deep/**/*.test.ts'], testTimeout: 300_000 } }),
)
